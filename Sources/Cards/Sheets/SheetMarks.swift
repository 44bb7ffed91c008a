internal import Drawing

/// What is drawn in the margins of a sheet: crop marks, and a ruler that shows whether the printer has scaled the page.
struct SheetMarks {
    /// From the end of the bleed to a crop mark.
    private static let distance = 0.5
    private static let length = 3.5
    /// What a usual printer leaves white at the paper's edge.
    private static let edge = 4.0
    /// A ruler's numbers and ticks.
    private static let depth = 6.0
    /// From the paper's corner to the ruler's zero.
    private static let start = 10.0
    static let rulerLength = 100.0
    private static let hairline = 0.1

    /// The margin that the ruler lies in.
    enum Edge { case left, top }

    private let sheet: CardSheet
    private let cropMarks: Bool

    init(_ sheet: CardSheet, cropMarks: Bool) {
        self.sheet = sheet
        self.cropMarks = cropMarks
    }

    /// Where the ruler lies; nil where no margin is wide enough.
    var ruler: Edge? {
        let needed = Self.rulerMargin(sheet, cropMarks: cropMarks)
        let along = Self.rulerLength + 2 * Self.start
        if sheet.left >= needed, sheet.paper.height >= along { return .left }
        if sheet.top >= needed, sheet.paper.width >= along { return .top }
        return nil
    }

    /// How wide a margin must be to hold the ruler, in millimetres.
    static func rulerMargin(_ sheet: CardSheet, cropMarks: Bool) -> Double {
        edge + depth + sheet.bleed + (cropMarks ? distance + length : 0)
    }

    /// Lines in the margins at both ends of every cut that goes through one of these cards.
    func drawCropMarks(around slots: some Sequence<Int>, isBack: Bool, on canvas: Canvas) {
        guard cropMarks else { return }
        let places = slots.map { sheet.place($0, isBack: isBack) }
        guard let left = places.map(\.x).min(), let right = places.map(\.maxX).max(), let top = places.map(\.y).min(),
            let bottom = places.map(\.maxY).max()
        else { return }
        let away = sheet.bleed + Self.distance
        var lines: [Box] = []
        for x in Set(places.flatMap { [$0.x, $0.maxX] }).sorted() {
            lines.append(
                Box(x: x - Self.hairline / 2, y: top - away - Self.length, width: Self.hairline, height: Self.length))
            lines.append(Box(x: x - Self.hairline / 2, y: bottom + away, width: Self.hairline, height: Self.length))
        }
        for y in Set(places.flatMap { [$0.y, $0.maxY] }).sorted() {
            lines.append(
                Box(x: left - away - Self.length, y: y - Self.hairline / 2, width: Self.length, height: Self.hairline))
            lines.append(Box(x: right + away, y: y - Self.hairline / 2, width: Self.length, height: Self.hairline))
        }
        canvas.fill(lines, with: .black)
    }

    /// The ruler, and what it is for, with what the page is.
    func drawRuler(saying page: String, on canvas: Canvas) {
        switch ruler {
        case .left: canvas.turnedLeft(aboutBottomOf: sheet.paper.height) { drawRulerAcross(saying: page, on: canvas) }
        case .top: drawRulerAcross(saying: page, on: canvas)
        case nil: break
        }
    }

    /// Along the upper edge.
    private func drawRulerAcross(saying page: String, on canvas: Canvas) {
        let line = Self.edge + Self.depth - 0.5
        var ticks = [Box(x: Self.start, y: line, width: Self.rulerLength, height: Self.hairline)]
        for millimetre in 0...Int(Self.rulerLength) {
            let height = millimetre.isMultiple(of: 10) ? 2.4 : millimetre.isMultiple(of: 5) ? 1.7 : 1.0
            let x = Self.start + Double(millimetre)
            ticks.append(Box(x: x - Self.hairline / 2, y: line - height, width: Self.hairline, height: height))
            if millimetre.isMultiple(of: 10) {
                canvas.draw(
                    String(millimetre), size: 2.1, weight: .regular, colour: .black, x: x, baseline: line - 3,
                    alignment: .centre)
            }
        }
        canvas.fill(ticks, with: .black)
        let x = Self.start + Self.rulerLength + 5
        let lines = ["量一量：这把标尺应当正好100毫米。不是，请在打印窗口选“实际大小”。", page]
        for (number, words) in lines.enumerated() {
            canvas.draw(
                words, size: 2.3, weight: .regular, colour: .black, x: x, baseline: line - 2.9 + 3 * Double(number))
        }
    }
}
