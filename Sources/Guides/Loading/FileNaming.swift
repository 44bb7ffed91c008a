internal import Foundation

/// Which names files may have: by them guides refer to one another, and cards are printed under them.
package enum FileNaming {
    /// The longest name without its ending, in bytes of UTF-8: what file systems take, less endings such as `-正面.png`.
    package static let longest = 240

    /// Whether a program left the file beside one that it has open, or on its way there; such files are passed over without
    /// a word.
    package static func isTemporary(_ name: String) -> Bool {
        // `~$` and `~WR`: Word and WPS; `___jb_`: JetBrains; `.` and a final `~`: most editors.
        name.hasSuffix("~") || name.hasSuffix(".tmp.yaml")
            || [".", "~$", "~WR", "___jb_"].contains { name.hasPrefix($0) }
    }

    /// What is wrong with a name, without its ending, as a whole sentence; nil where nothing is.
    package static func problem(in stem: String) -> String? {
        let scalars = stem.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return "名称不能是空的" }
        if scalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) {
            return "名称里不能有换行、制表符之类的控制字符"
        }
        if scalars.contains("/") { return "名称里不能有“/”" }
        for scalar in scalars {
            if let advice = LookAlikes.advice(for: scalar) {
                return advice.replacing("这里有一个", with: "名称里有一个")
            }
            if LookAlikes.isOddSpace(scalar) { return "名称里有特殊的空格（\(LookAlikes.name(of: scalar))），请删去" }
            if isWide(scalar), let usual = LookAlikes.usual(for: scalar) { return "“\(scalar)”是全角的，请改成“\(usual)”" }
        }
        if first == " " || last == " " { return "名称的开头和末尾不能有空格" }
        if first == "#" || isTemporary(stem + ".yaml") {
            return "以“\(String(String.UnicodeScalarView(scalars.prefix(first == "~" ? 2 : 1))))”开头的文件不会被读取"
        }
        if let ending = [".yaml", ".yml"].first(where: { stem.lowercased().hasSuffix($0) }) {
            return "名称后面不用写“\(ending)”"
        }
        if withWideBrackets(stem) != nil { return "括号是半角的，请改成全角“（）”" }
        let bytes = stem.utf8.count
        return bytes > longest ? "名称太长（\(scalars.count)个字），文件名最多\(longest / 3)个汉字" : nil
    }

    /// The name as others will write it: without what cannot be seen, with the usual characters for their look-alikes.
    static func usual(_ stem: String) -> String {
        var usual = String.UnicodeScalarView()
        for scalar in stem.unicodeScalars where !LookAlikes.isInvisible(scalar) {
            if LookAlikes.isOddSpace(scalar) {
                usual.append(" ")
            } else if isWide(scalar) || LookAlikes.advice(for: scalar) != nil {
                usual.append(contentsOf: (LookAlikes.usual(for: scalar) ?? String(scalar)).unicodeScalars)
            } else {
                usual.append(scalar)
            }
        }
        let text = String(usual).precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespaces)
        return withWideBrackets(text) ?? text
    }

    /// The name with the brackets around Chinese words as Chinese writes them; nil where they are so already.
    private static func withWideBrackets(_ stem: String) -> String? {
        guard stem.utf8.contains(UInt8(ascii: "(")) else { return nil }
        var scalars = Array(stem.unicodeScalars)
        var open: Int?
        var isChanged = false
        for (index, scalar) in scalars.enumerated() {
            if scalar == "(" { open = index }
            guard scalar == ")", let start = open else { continue }
            open = nil
            // `(1)` and `(A)` are what file managers add.
            guard scalars[start..<index].contains(where: \.properties.isIdeographic) else { continue }
            (scalars[start], scalars[index]) = ("（", "）")
            isChanged = true
        }
        return isChanged ? String(String.UnicodeScalarView(scalars)) : nil
    }

    /// The name of a file without its folder and its ending, as the disk has it.
    static func stem(of path: String) -> Substring {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
        return name[..<(name.utf8.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex)]
    }

    /// Whether a name has nothing but common Chinese characters, letters, digits, hyphens and underscores, and is short: such
    /// a name is right, and nearly all are such.
    static func isPlain(_ stem: Substring) -> Bool {
        var stem = stem
        return stem.withUTF8 { bytes in
            guard !bytes.isEmpty, bytes.count <= longest else { return false }
            return bytes.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x80...0xBF, 0xE4...0xE9: true
                default: false
                }
            }
        }
    }

    /// A letter or a digit of full width.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
        default: false
        }
    }
}
