/// What a finished picture lacks to be a card.
package enum CardProofFailure: Error, Equatable {
    /// The file is not a whole PNG; the reason in English.
    case unreadable(String)
    /// The symbol would lie outside the picture.
    case symbolOutside
    /// A module, or a place in the quiet zone, is not wholly of its colour. Counted from the symbol's top left
    /// module; the quiet zone has negative places and places beyond the last module.
    case moduleDiffers(x: Int, y: Int)
    /// The reader found no symbol.
    case noSymbol
    /// The reader found more than one symbol.
    case severalSymbols([String])
    /// The symbol is read as it is, but not in bad conditions.
    case marginTooSmall(ProofMargin)
    /// The symbol says something else.
    case otherText(read: String, expected: String)
}

extension CardProofFailure: CustomStringConvertible {
    package var description: String {
        "未通过识读检验，没有输出：" + reason
    }

    private var reason: String {
        switch self {
        case .unreadable(let reason): "成品 PNG 已损坏（\(reason)），请重新打印"
        case .symbolOutside: "二维码超出画面，请检查版式"
        case .moduleDiffers(let x, let y): "二维码第 \(y + 1) 行第 \(x + 1) 列被遮挡或变色，请检查版式里压住二维码的内容"
        case .noSymbol: "成品图上的二维码扫不出来，请检查版式和分辨率"
        case .severalSymbols(let texts): "成品图上有 \(texts.count) 个二维码，只能有一个"
        case .marginTooSmall(let margin):
            "缩小、模糊、倾斜、褪色后就扫不出来（\(margin.grade)级，至少要\(ProofMargin.bar.grade)级），请提高分辨率或放大二维码"
        case .otherText(let read, let expected): "扫出来的是“\(read)”，应为“\(expected)”，请检查网址"
        }
    }
}
