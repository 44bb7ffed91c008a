package import Diagnostics
internal import Drawing
internal import Guides

/// The keys of a sheet's file. Numbers are words to the shape; `SheetReading` reads them.
extension RecordShape {
    static let sheet = RecordShape(
        "拼版",
        [
            .required("说明", .text, "一句话：什么纸，放多少张什么卡"),
            .required("纸宽", .text, "毫米；A4竖放是210"),
            .required("纸高", .text, "毫米；A4竖放是297"),
            .required("卡宽", .text, "裁切后的宽，毫米，与版式的宽一样"),
            .required("卡高", .text, "裁切后的高，毫米，与版式的高一样"),
            .required("列数", .integer(1...40), "横着放几张"),
            .required("行数", .integer(1...40), "竖着放几张"),
            .optional("列距", .text, "两列之间空多少，毫米；不写就是0"),
            .optional("行距", .text, "两行之间空多少，毫米；不写就是0"),
            .optional("出血", .text, "裁切线外多画多少，毫米，不能超过列距和行距的一半；不写就是0"),
            .optional("左边", .text, "第一列离纸的左边多少，毫米；不写就居中"),
            .optional("上边", .text, "第一行离纸的上边多少，毫米；不写就居中"),
            .optional("裁切线", .yesNo, "画不画裁切线；不写就画，已经切好的标签纸写“否”"),
        ])
}

/// Reads a sheet's file and holds it against its paper.
package struct SheetReading: MeasureReading {
    /// Nil where there are errors.
    package private(set) var sheet: CardSheet?
    package internal(set) var diagnostics: [Diagnostic] = []
    let path: String

    /// - Parameter path: The file's path as messages show it.
    package init(text: String, stem: String, path: String) {
        self.path = path
        let read = YAMLReading.read(text, file: path)
        diagnostics = read.diagnostics
        guard let root = read.root else { return }
        diagnostics += ShapeCheck(root, is: .sheet, kind: .card, file: path).diagnostics
        // What is no mapping lacks every number; that is said once.
        guard root.isMapping else { return }
        let paper = Box(
            x: 0, y: 0, width: number("纸宽", in: root, 50...1000), height: number("纸高", in: root, 50...1000))
        let card = Box(x: 0, y: 0, width: number("卡宽", in: root, 10...500), height: number("卡高", in: root, 10...500))
        let columns = root["列数"]?.text.flatMap { Int($0) } ?? 1, rows = root["行数"]?.text.flatMap { Int($0) } ?? 1
        let columnGap = number("列距", in: root, 0...100), rowGap = number("行距", in: root, 0...100)
        let bleed = number("出血", in: root, 0...10)
        guard !diagnostics.hasErrors else { return }
        let width = Double(columns) * (card.width + columnGap) - columnGap
        let height = Double(rows) * (card.height + rowGap) - rowGap
        let left = root["左边"] == nil ? (paper.width - width) / 2 : number("左边", in: root, 0...1000)
        let top = root["上边"] == nil ? (paper.height - height) / 2 : number("上边", in: root, 0...1000)
        let sheet = CardSheet(
            stem: stem, paper: paper, card: card, columns: columns, rows: rows, columnGap: columnGap, rowGap: rowGap,
            bleed: bleed, left: left, top: top, isCut: root["裁切线"]?.text != "否")
        check(sheet, width: width, height: height, root)
        if !diagnostics.hasErrors { self.sheet = sheet }
    }

    private mutating func check(_ sheet: CardSheet, width: Double, height: Double, _ root: MarkedNode) {
        func place(_ key: String) -> SourceLocation { (root[key]?.mark ?? root.mark).location(in: path) }
        // Rounding of decimal fractions is no excess. Centred cards that are too wide stick out on both sides.
        let slack = 0.001
        let across = max(sheet.left + width + sheet.bleed - sheet.paper.width, sheet.bleed - sheet.left)
        if across > slack {
            diagnostics.append(
                OutsidePaper.finding("横", sheet.columns, width, sheet.paper.width, across, at: place("列数")))
        }
        let down = max(sheet.top + height + sheet.bleed - sheet.paper.height, sheet.bleed - sheet.top)
        if down > slack {
            diagnostics.append(OutsidePaper.finding("竖", sheet.rows, height, sheet.paper.height, down, at: place("行数")))
        }
        let gaps = (sheet.columns > 1 ? [sheet.columnGap] : []) + (sheet.rows > 1 ? [sheet.rowGap] : [])
        if let least = gaps.min(), sheet.bleed > least / 2 + slack {
            diagnostics.append(SheetBleed.finding(sheet.bleed, gap: least, at: place("出血")))
        }
        if !diagnostics.hasErrors, SheetMarks(sheet, cropMarks: sheet.isCut).ruler == nil {
            diagnostics.append(
                MissingRuler.finding(SheetMarks.rulerMargin(sheet, cropMarks: sheet.isCut), at: place("列数")))
        }
    }
}
