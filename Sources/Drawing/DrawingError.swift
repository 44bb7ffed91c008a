/// Why something could not be drawn, or a picture not be written or read.
package enum DrawingError: Error, Equatable {
    /// The typeface is not installed, or only a substitute for it.
    case fontNotInstalled(family: String)
    /// The typeface has no glyph for a character.
    case missingGlyph(character: Character, text: String, name: String)
    /// A text, or a piece of it that must not be broken, is wider than its place; lengths in millimetres.
    case textTooWide(text: String, name: String, excess: Double)
    /// A text needs more lines than its place has; lengths in millimetres.
    case textTooHigh(text: String, name: String, excess: Double)
    /// Not `#` and six hexadecimal digits.
    case invalidColour(String)
    /// Cairo or Pango failed; the reason in English.
    case cairo(String)
    /// A PNG could not be written; libpng's reason in English.
    case pngNotWritten(String)
    /// A PNG could not be read; libpng's reason in English.
    case pngNotRead(String)
}

extension DrawingError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .fontNotInstalled(let family):
            "没有安装字体“\(family)”，请安装后再试（Debian 软件包：fonts-noto-cjk）"
        case .missingGlyph(let character, let text, let name):
            "\(name)“\(text)”里的字符“\(character)”（\(character.codePoints)）在字体“\(Typeface.family)”里没有字形，请换一个字"
        case .textTooWide(let text, let name, let excess):
            "\(name)“\(text)”放不下，宽出 \(excess.inTenths) 毫米，请缩短"
        case .textTooHigh(let text, let name, let excess):
            "\(name)“\(text)”放不下，高出 \(excess.inTenths) 毫米，请缩短"
        case .invalidColour(let text):
            "“\(text)”不是颜色，请写成 # 加六位十六进制数，例如 #A3322B"
        case .cairo(let reason):
            "绘图失败：\(reason)"
        case .pngNotWritten(let reason):
            "生成 PNG 失败：\(reason)"
        case .pngNotRead(let reason):
            "PNG 已损坏，无法读取：\(reason)"
        }
    }
}

extension Character {
    /// For example `U+10FFFD`; several are separated by spaces.
    fileprivate var codePoints: String {
        unicodeScalars.map { scalar in
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }.joined(separator: " ")
    }
}

extension Double {
    /// Rounded up to one decimal, so that what is too large never reads as 0.0.
    fileprivate var inTenths: String {
        let tenths = Int((self * 10).rounded(.up))
        return "\(tenths / 10).\(tenths % 10)"
    }
}
