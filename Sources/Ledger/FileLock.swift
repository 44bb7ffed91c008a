internal import Glibc

/// Holds the lock of a file or folder (flock) as long as it lives; other processes wait, and one that ends lets go.
final class FileLock: Sendable {
    private let descriptor: Int32

    /// Locks a file, which is made where it does not exist, and stays.
    init(file path: String) throws(LedgerError) {
        descriptor = try Self.locked(open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644), path, LOCK_EX)
    }

    /// Locks a folder.
    init(folder path: String) throws(LedgerError) {
        descriptor = try Self.locked(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), path, LOCK_EX)
    }

    /// Locks a folder that nobody holds; nil where somebody does, or where it cannot be locked.
    init?(freeFolder path: String) {
        let opened = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard let descriptor = try? Self.locked(opened, path, LOCK_EX | LOCK_NB) else { return nil }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    private static func locked(_ descriptor: Int32, _ path: String, _ operation: Int32) throws(LedgerError) -> Int32 {
        guard descriptor >= 0 else { throw .file(path, errno) }
        while flock(descriptor, operation) != 0 {
            let reason = errno
            if reason == EINTR { continue }
            close(descriptor)
            throw .file(path, reason)
        }
        return descriptor
    }
}
