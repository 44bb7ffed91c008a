internal import Diagnostics
internal import Foundation

/// Reads files from a disk on which anything may stand: links to nowhere, folders, devices, pipes without an end.
enum FileReading {
    /// Why something could not be read.
    enum Failure: Error, Hashable {
        case missing, danglingLink, linkCycle, forbidden, folder, special
        /// Another error of the system, by its number.
        case system(Int32)

        /// What is wrong and what to do about it.
        var advice: String {
            switch self {
            case .missing: "文件不存在，请检查路径"
            case .danglingLink: "链接指向的文件不存在，请删去或改正链接"
            case .linkCycle: "链接绕成了圈，请删去或改正链接"
            case .forbidden: "没有读取的权限，请修改权限"
            case .folder: "这是一个文件夹，请改名或移走"
            case .special: "这不是普通文件，请移走"
            case .system(let number): "\(SystemReason.words(for: number))，请检查磁盘"
            }
        }

        init(errno number: Int32, path: String) {
            var status = stat()
            let isLink = lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
            self =
                switch number {
                case ENOENT, ENOTDIR: isLink ? .danglingLink : .missing
                case ELOOP: .linkCycle
                case EACCES, EPERM: .forbidden
                case EISDIR: .folder
                // A socket cannot be opened.
                case ENXIO: .special
                default: .system(number)
                }
        }
    }

    /// The first `limit` bytes of a regular file.
    static func bytes(of path: String, limit: Int) throws(Failure) -> [UInt8] {
        // Without O_NONBLOCK, opening a pipe would wait for somebody to write into it.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(errno: errno, path: path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Failure(errno: errno, path: path) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .folder }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .special }
        var bytes = [UInt8](repeating: 0, count: min(Int(status.st_size), limit))
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes {
                read(descriptor, $0.baseAddress.map { $0 + count }, $0.count - count)
            }
            guard got >= 0 else { throw Failure(errno: errno, path: path) }
            // The file became shorter while it was read.
            guard got > 0 else { break }
            count += got
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// The names in a folder, sorted; nil where there is nothing of that name.
    static func names(in folder: String) throws(Failure) -> [String]? {
        guard let stream = opendir(folder) else {
            let failure = Failure(errno: errno, path: folder)
            if failure == .missing { return nil }
            throw failure
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) { name in
                    name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether a file is there and has nothing in it.
    static func isEmpty(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size == 0
    }

    /// Whether something of that name exists, be it a link to nowhere.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}
