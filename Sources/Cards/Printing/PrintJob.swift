package import Guides

/// One card to print.
package struct PrintJob: Sendable {
    package var content: CardContent
    package var design: CardDesign
    package var code: ShortCode
    /// The file names' beginning: the card's name.
    package var stem: String
    /// 版本日期 of the card, for the ledger.
    package var edition: CalendarDate?
    /// The guide that the code opens, for the ledger and whoever prints.
    package var opens: GuideIdentity

    package init(
        content: CardContent, design: CardDesign, code: ShortCode, stem: String, edition: CalendarDate?,
        opens: GuideIdentity
    ) {
        self.content = content
        self.design = design
        self.code = code
        self.stem = stem
        self.edition = edition
        self.opens = opens
    }

    /// The design that is meant where none is named; its files are named by the card alone.
    package static let usualDesign = "口袋卡"
    /// The design that is meant for items at their counters.
    package static let labelDesign = "窗口标签"

    /// The name of a side's file: 房地产开发-正面.png, 施工许可-窗口标签.png.
    func fileName(side: String) -> String {
        var parts = [stem]
        if design.stem != Self.usualDesign { parts.append(design.stem) }
        if design.sides.count > 1 { parts.append(side) }
        return parts.joined(separator: "-") + ".png"
    }
}

/// Everything that was found out about a printed card, for the manifest.
package struct PrintRecord: Sendable {
    package struct File: Sendable, Codable, Equatable {
        package var name: String
        package var sha256: String
        package var bytes: Int
    }

    package var job: PrintJob
    /// The sides, in the design's order.
    package var files: [File]
    /// The index of the file with the symbol.
    package var proved: Int
    package var version: Int
    package var level: String
    package var mask: Int
    package var moduleMillimetres: Double
    package var margin: ProofMargin
}
