// The compiler files the C structures of time and files under the first module that shows them.
internal import CDispatch
internal import Foundation

/// Wakes when something under some folders may have changed (inotify).
///
/// What it says is only a hint: the fingerprint decides. So overflow, forgotten folders and double reports do no harm.
final class FileWatch: Sendable {
    private static let events = UInt32(
        IN_CREATE | IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_DELETE | IN_DELETE_SELF | IN_MOVED_FROM | IN_MOVED_TO | IN_MOVE_SELF)

    private let descriptor: Int32

    /// Nil where the system has no watches left, or no inotify.
    ///
    /// - Parameter folders: The folders with everything in them, and what leads to them.
    init?(of folders: [String]) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        for path in folders.flatMap(FileWatch.places) {
            if inotify_add_watch(descriptor, path, FileWatch.events) < 0, errno == ENOSPC || errno == ENOMEM {
                close(descriptor)
                return nil
            }
        }
    }

    deinit { close(descriptor) }

    /// Waits for a change, at most so many milliseconds; true where there may be one.
    ///
    /// Blocks its thread: call it on one of its own.
    func wait(milliseconds: Int32) -> Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard Foundation.poll(&poll, 1, milliseconds) > 0 else { return false }
        drain()
        return true
    }

    private func drain() {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while read(descriptor, &buffer, buffer.count) > 0 {}
    }

    /// What must be watched for a folder: itself, the folders in it, and each folder in which a name on the way to it
    /// may be exchanged, be it a link of a release or the folder itself.
    private static func places(_ folder: String) -> [String] {
        var places = [folder] + subfolders(folder)
        var path = folder
        // A link's target may be a link again; the system gives up after forty.
        for _ in 0..<40 {
            let parent = parent(of: path)
            places.append(parent)
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            let length = readlink(path, &buffer, buffer.count - 1)
            guard length > 0 else { break }
            let target = String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            path = target.hasPrefix("/") ? target : parent + "/" + target
        }
        return places
    }

    private static func subfolders(_ folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var found: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            var status = stat()
            let path = folder + "/" + name
            if !name.hasPrefix("."), stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { found.append(path) }
        }
        return found
    }

    private static func parent(of path: String) -> String {
        let trimmed = path.hasSuffix("/") ? path.dropLast() : path[...]
        guard let slash = trimmed.lastIndex(of: "/") else { return "." }
        return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    }
}
