// The compiler files the C structures of time and files under the first module that shows them.
internal import CDispatch
internal import Foundation

/// Says what happened under some folders (inotify).
final class FileWatch: Sendable {
    /// What happened since the last report.
    struct Report: Sendable {
        /// Files that may have changed, spelled as the folders were given.
        var paths: Set<String> = []
        /// Folders came, went or were exchanged, or the system lost count: anything may have changed, and the watch
        /// must be made anew.
        var isStructural = false

        var isEmpty: Bool { paths.isEmpty && !isStructural }
    }

    /// A folder that is watched, for one reason or several.
    private struct Place {
        /// As which folders its contents matter.
        var contents: [(path: String, isRoot: Bool)] = []
        /// Names in it that lead on to folders that matter.
        var ways: Set<String> = []
        /// Names in it to which links lead that stand in folders that matter, with the paths of those links.
        var links: [String: Set<String>] = [:]
    }

    private static let events = UInt32(
        IN_CREATE | IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_DELETE | IN_DELETE_SELF | IN_MOVED_FROM | IN_MOVED_TO
            | IN_MOVE_SELF)
    private static let lost = UInt32(IN_Q_OVERFLOW | IN_IGNORED | IN_UNMOUNT | IN_DELETE_SELF | IN_MOVE_SELF)

    private let descriptor: Int32
    private let places: [Int32: Place]

    /// Nil where the system has no watches left, or no inotify.
    ///
    /// - Parameter folders: The folders with everything in them, and what leads to them.
    init?(of folders: [String]) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        var places: [Int32: Place] = [:]
        for (path, place) in folders.flatMap(FileWatch.places) {
            let number = inotify_add_watch(descriptor, path, FileWatch.events)
            if number < 0, errno == ENOSPC || errno == ENOMEM {
                close(descriptor)
                return nil
            }
            guard number >= 0 else { continue }
            places[number, default: Place()].contents += place.contents
            places[number, default: Place()].ways.formUnion(place.ways)
            places[number, default: Place()].links.merge(place.links) { $0.union($1) }
        }
        self.descriptor = descriptor
        self.places = places
    }

    deinit { close(descriptor) }

    /// Waits for a change, at most so many milliseconds; true where there may be one.
    ///
    /// Blocks its thread: call it on one of its own.
    func wait(milliseconds: Int32) -> Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return Foundation.poll(&poll, 1, milliseconds) > 0
    }

    /// Everything that happened up to now and was not reported yet; does not wait.
    func report() -> Report {
        var report = Report()
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return report }
            buffer.withUnsafeBytes { bytes in
                var start = 0
                while start + 16 <= count {
                    let length = Int(bytes.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self))
                    let name = bytes[(start + 16)..<(start + 16 + length)].prefix { $0 != 0 }
                    note(
                        bytes.loadUnaligned(fromByteOffset: start, as: Int32.self),
                        bytes.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self),
                        String(decoding: name, as: UTF8.self), &report)
                    start += 16 + length
                }
            }
        }
    }

    private func note(_ number: Int32, _ mask: UInt32, _ name: String, _ report: inout Report) {
        guard mask & FileWatch.lost == 0, let place = places[number] else {
            report.isStructural = true
            return
        }
        if place.ways.contains(name) || (name.isEmpty && !place.contents.isEmpty) { report.isStructural = true }
        if let links = place.links[name] { report.paths.formUnion(links) }
        guard !name.isEmpty, !name.hasPrefix(".") else { return }
        for (folder, isRoot) in place.contents {
            // A folder may come as a link, too, which does not look like one.
            if mask & UInt32(IN_ISDIR) != 0 || (isRoot && !name.contains(".")) { report.isStructural = true }
            report.paths.insert(folder + "/" + name)
        }
    }

    /// What must be watched for a folder: itself, the folders in it, each folder in which a name on the way to it may be
    /// exchanged, be it a link of a release or the folder itself, and each to which a file in it leads as a link.
    private static func places(_ folder: String) -> [(String, Place)] {
        let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let inner = subfolders(folder)
        var places = [(folder, Place(contents: [(folder, true)], ways: Set(inner.map(name))))]
        places += inner.map { ($0, Place(contents: [($0, false)])) }
        for path in way(from: folder) { places.append((parent(of: path), Place(ways: [name(of: path)]))) }
        for path in ([folder] + inner).flatMap(links) {
            for step in way(from: path).dropFirst() {
                places.append((parent(of: step), Place(links: [name(of: step): [path]])))
            }
        }
        return places
    }

    /// A path, and where it leads as a link, step by step.
    private static func way(from start: String) -> [String] {
        var way = [start]
        // A link's target may be a link again; the system gives up after forty.
        while way.count < 40, let path = way.last {
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            let length = readlink(path, &buffer, buffer.count - 1)
            guard length > 0 else { break }
            let target = String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            var next = target.hasPrefix("/") ? target : parent(of: path) + "/" + target
            while next.count > 1, next.hasSuffix("/") { next.removeLast() }
            way.append(next)
        }
        return way
    }

    /// The links in a folder.
    private static func links(_ folder: String) -> [String] {
        FolderEntry.all(in: folder).filter {
            !$0.name.hasPrefix(".") && ($0.kind == Int32(DT_LNK) || $0.kind == Int32(DT_UNKNOWN))
        }.map { folder + "/" + $0.name }
    }

    private static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    private static func subfolders(_ folder: String) -> [String] {
        FolderEntry.all(in: folder).filter { !$0.name.hasPrefix(".") }.map { folder + "/" + $0.name }.filter { path in
            var status = stat()
            return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        }
    }

    private static func parent(of path: String) -> String {
        let trimmed = path.hasSuffix("/") ? path.dropLast() : path[...]
        guard let slash = trimmed.lastIndex(of: "/") else { return "." }
        return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    }
}
