/// Why a text has no symbol.
package enum QREncodingError: Error, Equatable {
    /// There is nothing to encode.
    case empty
    /// The text is too long, in UTF-8 bytes.
    case tooLong(needed: Int, limit: Int)
    /// The library gave a symbol that does not say how to read it.
    case unreadableFormat
    /// The library failed; the number is `errno`.
    case library(code: Int)
}

extension QREncodingError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .empty:
            "二维码没有内容，请写上网址"
        case .tooLong(let needed, let limit):
            "二维码的内容有 \(needed) 字节，最多 \(limit) 字节，请缩短 \(needed - limit) 字节"
        case .unreadableFormat:
            "生成的二维码格式信息有误，未采用"
        case .library(let code):
            "生成二维码失败（错误 \(code)），请稍后再试"
        }
    }
}
