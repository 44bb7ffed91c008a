internal import Foundation
internal import Publication

/// Small files that stand at the site's root as they are, such as the `MP_verify_….txt` by which WeChat knows a site's
/// owner; and `robots.txt`, which is there without a file.
///
/// They are read when they are asked for: a service that verifies a site asks once.
package struct PublicFolder: Sendable {
    /// A file that is not served, and why.
    package struct Problem: Error, Hashable {
        /// What is wrong and what to do, in Chinese.
        package let words: String
    }

    /// Bytes of a file: those that services ask for have some dozens.
    static let sizeLimit = 64 << 10

    private let path: String

    /// - Parameter path: The folder; it need not exist.
    package init(_ path: String) { self.path = path }

    /// What is in the folder: each file's name, with why it is not served; sorted.
    package var contents: [(name: String, problem: Problem?)] {
        // Hidden files and what editors leave are nobody's.
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
        return names.filter { !$0.hasPrefix(".") && !$0.hasSuffix("~") }.map { name in
            do throws(Problem) {
                _ = try read(name)
                return (name, nil)
            } catch {
                return (name, error)
            }
        }
    }

    /// The file at a decoded path below the root; nil where there is none that is served.
    func answer(at path: String) -> ReadyResponse? {
        let name = String(path.dropFirst())
        // Nothing but plain names ever reaches the file system.
        guard let type = PublicFolder.mediaType(of: name) else { return nil }
        let bytes = (try? read(name)) ?? (name == PublicFolder.robotsName ? Array(PublicFolder.robots.utf8) : nil)
        return bytes.map { ReadyResponse($0, contentType: type) }
    }

    private func read(_ name: String) throws(Problem) -> [UInt8] {
        guard PublicFolder.mediaType(of: name) != nil else {
            throw Problem(words: "文件名只能用英文字母、数字、“.”“_”“-”，最多100个字符，以 .txt、.html、.xml、.json、.ico 或 .png 结尾，请改名")
        }
        let file = URL(fileURLWithPath: path + "/" + name).resolvingSymlinksInPath()
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        // Neither folders nor pipes, which would never end.
        guard attributes?[.type] as? FileAttributeType == .typeRegular, let size = attributes?[.size] as? Int else {
            throw Problem(words: "不是普通文件，请只放文件")
        }
        let limit = PublicFolder.sizeLimit
        guard size <= limit else { throw Problem(words: "超过\(limit >> 10) KB，这里只放微信验证文件这样的小文件，请移走") }
        guard let data = FileManager.default.contents(atPath: file.path), data.count <= limit else {
            throw Problem(words: "没有权限读，请检查文件的权限")
        }
        return Array(data)
    }

    /// The type of a file by its name's ending; nil where it has no known one, or the name needs escapes in an address.
    private static func mediaType(of name: String) -> String? {
        let isPlain = name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        }
        guard isPlain, name.utf8.count <= 100, let dot = name.lastIndex(of: "."), dot > name.startIndex,
            !name.hasPrefix(".")
        else { return nil }
        return switch name[name.index(after: dot)...].lowercased() {
        case "txt": MediaType.text
        case "html": MediaType.html
        case "xml": "application/xml"
        case "json": MediaType.json
        case "ico": "image/vnd.microsoft.icon"
        case "png": MediaType.photo
        default: nil
        }
    }

    private static let robotsName = "robots.txt"

    /// Search engines may find guides, each once: not in its variants and files, and not what others searched for.
    private static let robots = """
        User-agent: *
        Disallow: /search
        Disallow: /*?
        Disallow: /c/*/

        """
}
