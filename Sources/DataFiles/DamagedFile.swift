internal import Diagnostics
internal import Foundation
internal import GRDB

/// A file of the daemon's folder that cannot be read any more: it is moved aside under another name, and nothing of it is
/// deleted, for whoever may rescue what was in it.
package enum DamagedFile {
    private static let mark = ".damaged-"
    /// So many at most: a disk that damages all that is written to it must not be filled too.
    private static let limit = 10
    /// What SQLite keeps beside a file.
    private static let besides = ["-wal", "-shm"]

    /// Why one could not be moved aside.
    package struct Stuck: Error, CustomStringConvertible {
        package let description: String
    }

    /// Whether an error of GRDB's says that a file is damaged, or that what stands at its path is no database at all.
    package static func isMeant(by error: any Error, at path: String) -> Bool {
        guard let error = error as? DatabaseError else { return false }
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return true
        case .SQLITE_CANTOPEN:
            var status = stat()
            return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        // Tables that are not as they were made: another program's file.
        case .SQLITE_ERROR:
            let words = error.message ?? ""
            return words.hasPrefix("no such ") || words.hasSuffix(" already exists")
        default: return false
        }
    }

    /// Moves a file aside with what stands beside it.
    ///
    /// - Returns: What it is called now, such as `scans.sqlite.damaged-20261128-081530`.
    package static func setAside(_ path: String) throws(Stuck) -> String {
        let (folder, name) = split(path)
        let others = names(in: folder).filter { $0.hasPrefix(name + mark) }
        guard others.count < limit else {
            throw Stuck(description: "坏了改名的文件已有\(others.count)个，请检查磁盘，并移走它们")
        }
        let base = name + mark + moment
        var aside = base
        var number = 1
        while access("\(folder)/\(aside)", F_OK) == 0 {
            number += 1
            aside = "\(base)-\(number)"
        }
        // What stands beside it first: left behind, it would be taken for part of the new file.
        for end in besides {
            guard rename(path + end, "\(folder)/\(aside)\(end)") == 0 || errno == ENOENT else {
                throw Stuck(description: SystemReason.words(for: errno))
            }
        }
        guard rename(path, "\(folder)/\(aside)") == 0 else {
            throw Stuck(description: SystemReason.words(for: errno))
        }
        return aside
    }

    /// The files of a folder that were moved aside and are still there, sorted.
    package static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { name in
            name.contains(mark) && !besides.contains(where: name.hasSuffix)
        }.sorted()
    }

    /// Now in China, `20261128-081530`.
    private static var moment: String {
        var seconds = time(nil) + 8 * 3600
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var text = [CChar](repeating: 0, count: 32)
        let length = strftime(&text, text.count, "%Y%m%d-%H%M%S", &parts)
        return String(decoding: text.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        return (folder, String(path[path.index(after: slash)...]))
    }
}
