internal import Glibc

/// Files that are there whole or not at all, also after the power fails.
enum DurableFile {
    /// Writes a file aside, makes sure that it is on the disk, and puts it into its place with one rename.
    static func write(_ bytes: [UInt8], to path: String) throws(LedgerError) {
        let (folder, name) = split(path)
        let aside = "\(folder)/.\(name).new"
        try write(bytes, at: aside, waits: true)
        try move(aside, to: path)
        try sync(folder: folder)
    }

    /// Writes a file.
    ///
    /// - Parameter waits: Until the disk has it.
    static func write(_ bytes: [UInt8], at path: String, waits: Bool) throws(LedgerError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .file(path, errno) }
        defer { close(descriptor) }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let reason = errno
                unlink(path)
                throw .file(path, reason)
            }
            done += count
        }
        guard !waits || fdatasync(descriptor) == 0 else { throw .file(path, errno) }
    }

    /// Waits until the disk has a file that was written before.
    static func sync(file path: String) throws(LedgerError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(path, errno) }
        defer { close(descriptor) }
        guard fdatasync(descriptor) == 0 else { throw .file(path, errno) }
    }

    static func move(_ path: String, to place: String) throws(LedgerError) {
        guard rename(path, place) == 0 else { throw .file(place, errno) }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func remove(_ path: String) throws(LedgerError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw .file(path, errno) }
    }

    /// Makes sure that renames in a folder are on the disk.
    static func sync(folder: String) throws(LedgerError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(folder, errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .file(folder, errno) }
    }

    static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        return (folder, String(path[path.index(after: slash)...]))
    }
}
