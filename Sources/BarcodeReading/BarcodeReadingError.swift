/// Why a picture could not be searched for barcodes.
///
/// Finding none is not an error.
package enum BarcodeReadingError: Error, Equatable {
    /// The reader could not be set up.
    case unavailable
    /// The library refused the picture.
    case scanFailed
    /// A symbol holds bytes that are not UTF-8.
    case notText
}

extension BarcodeReadingError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unavailable: "二维码识读程序无法启动，请检查 ZBar 是否完整安装"
        case .scanFailed: "二维码识读失败，请稍后再试"
        case .notText: "二维码里的内容不是 UTF-8 文字"
        }
    }
}
