internal import Foundation

/// How to tell without reading it that a file has not changed: which file it is, how long, and when it was written.
struct FileStamp: Hashable, Sendable {
    private let device: UInt
    private let inode: UInt
    private let size: Int
    private let modified: Time
    /// Of the inode, which no editor can set back.
    private let changed: Time

    private struct Time: Hashable, Sendable {
        let seconds: Int
        let nanoseconds: Int
    }

    /// Looks at a file, through links; nil where there is none.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt(status.st_dev)
        inode = UInt(status.st_ino)
        size = Int(status.st_size)
        modified = Time(seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
        changed = Time(seconds: status.st_ctim.tv_sec, nanoseconds: status.st_ctim.tv_nsec)
    }

    /// Whether the file had been left alone for so long when the stamp was taken that a change since then shows in it:
    /// some file systems keep times to two seconds only.
    func isSettled(at seconds: Int) -> Bool { max(modified.seconds, changed.seconds) < seconds - 2 }

    static var now: Int { time(nil) }
}

/// One file as it was read, and how to tell that it has not changed since.
struct ReadFile: Sendable {
    let file: GuideFile
    private let stamp: FileStamp?
    private let isSettled: Bool
    /// Nil where it could not be read.
    private let content: ContentMark?

    /// Whether the file was read from these bytes.
    func hasContent(_ bytes: [UInt8]) -> Bool { content.map { $0 == ContentMark(bytes) } ?? false }

    init(unreadable file: GuideFile) {
        self.file = file
        (stamp, isSettled, content) = (nil, false, nil)
    }

    /// Reads a file, or takes over what was read before where it is still the same.
    ///
    /// - Parameter older: An earlier reading of the same path.
    init(_ found: TreeListing.FoundFile, older: ReadFile?) throws(FileReading.Failure) {
        // Before reading: what is written meanwhile must show as a change the next time.
        let stamp = FileStamp(of: found.path)
        self.stamp = stamp
        isSettled = stamp?.isSettled(at: FileStamp.now) ?? false
        if let older, older.isSettled, stamp != nil, older.stamp == stamp {
            (file, content) = (older.file, older.content)
            return
        }
        let bytes = try found.bytes()
        content = ContentMark(bytes)
        file =
            if let older, older.content == content { older.file } else {
                found.file(from: bytes).condensed(keepsModel: true)
            }
    }
}

/// What tells one content of a file from another without keeping it: its length and a hash seeded anew in each process.
private struct ContentMark: Hashable, Sendable {
    private let count: Int
    private let hashes: [Int]

    init(_ bytes: [UInt8]) {
        count = bytes.count
        // Two, so that no two contents are ever taken for one.
        hashes = (0..<2).map { seed in
            var hasher = Hasher()
            hasher.combine(seed)
            bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
            return hasher.finalize()
        }
    }
}
