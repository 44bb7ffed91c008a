// The compiler files the C structures of time and files under the first module that shows them.
internal import CDispatch
internal import Foundation

/// What a folder tree looked like at a moment: names, inodes, sizes and times, but no contents.
///
/// Equal fingerprints before and after reading mean that what was read is one state. Times are to the nanosecond as
/// the file system keeps them, and include that of the inode, which no editor can set back.
package struct TreeFingerprint: Hashable, Sendable {
    private var hasher = FNV()
    private(set) var fileCount = 0

    /// Looks at folders and at everything in them, following links.
    package init(of folders: [String]) {
        for folder in folders { add(folder, depth: 0) }
    }

    private mutating func add(_ path: String, depth: Int) {
        hasher.add(path)
        var status = stat()
        // A link counts by what it says and by what it leads to.
        if lstat(path, &status) == 0 { hasher.add(status) } else { hasher.add(UInt64(UInt32(bitPattern: errno))) }
        guard stat(path, &status) == 0 else { return }
        hasher.add(status)
        fileCount += 1
        // Guides stand two folders deep; more is somebody's mistake, and links may lead in a circle.
        guard status.st_mode & S_IFMT == S_IFDIR, depth < 4 else { return }
        for name in FolderEntry.all(in: path).map(\.name).sorted() { add(path + "/" + name, depth: depth + 1) }
    }

    /// FNV-1a.
    private struct FNV: Hashable, Sendable {
        private var value: UInt64 = 0xCBF2_9CE4_8422_2325

        mutating func add(_ text: String) {
            for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }

        mutating func add(_ number: UInt64) {
            for shift in stride(from: 0, to: 64, by: 8) {
                value = (value ^ (number >> UInt64(shift) & 0xFF)) &* 0x100_0000_01B3
            }
        }

        mutating func add(_ status: stat) {
            for number in [
                Int(status.st_ino), Int(status.st_dev), Int(status.st_size), Int(status.st_mode),
                Int(status.st_mtim.tv_sec),
                Int(status.st_mtim.tv_nsec), Int(status.st_ctim.tv_sec), Int(status.st_ctim.tv_nsec),
            ] { add(UInt64(bitPattern: Int64(number))) }
        }
    }
}
