package import BarcodeReading
package import Drawing
package import QRSymbols

/// Why a card was not printed.
package struct CardError: Error, Equatable {
    /// What is wrong.
    package enum Problem: Sendable, Equatable {
        /// The address in the symbol is not the host and code printed beside it.
        case addressDiffers(address: String, host: String, code: String)
        /// White text cannot be read on the accent colour.
        case accentTooLight(String, contrast: Double)
        /// Fewer dots per inch than a card needs, or more than a picture can have.
        case resolution(Int)
        /// The symbol has so many modules that each would be under half a millimetre. `fewer`: how many characters
        /// fewer the address must have.
        case symbolTooFine(address: String, fewer: Int)
        /// The address has no symbol.
        case symbol(QREncodingError)
        /// A text does not fit or has no glyph, or drawing failed.
        case drawing(DrawingError)
        /// The design names no symbol, or shows a flowchart of a guide that has none.
        case design(String)
        /// The barcode reader does not work.
        case reader(BarcodeReadingError)
        /// The finished picture does not give back the address.
        case proof(CardProofFailure)
    }

    /// The card's title, nil where the problem is no single card's.
    package let card: String?
    package let problem: Problem
}

extension CardError: CustomStringConvertible {
    package var description: String {
        guard let card else { return problem.description }
        return "卡片《\(card)》：\(problem)"
    }
}

extension CardError.Problem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .addressDiffers(let address, let host, let code):
            "二维码网址“\(address)”与卡面印的网址“\(host)”、卡号“\(code)”不一致，请改成同一个"
        case .accentTooLight(let colour, let contrast):
            "主题色 \(colour) 太浅，白字看不清（对比度 \(Int(contrast * 10) / 10).\(Int(contrast * 10) % 10)，至少 4.5），请换深一些的颜色"
        case .resolution(let dots):
            "分辨率 \(dots) 不可用，请用 \(CardRenderer.resolutions.lowerBound)～\(CardRenderer.resolutions.upperBound) 之间的整数"
        case .symbolTooFine(let address, let fewer):
            "网址“\(address)”太长，二维码的方块会小于 0.5 毫米，扫不出来，请缩短 \(fewer) 个字符"
        case .symbol(let error):
            error.description
        case .drawing(let error):
            error.description
        case .design(let what):
            what
        case .reader(let error):
            error.description
        case .proof(let failure):
            failure.description
        }
    }
}
