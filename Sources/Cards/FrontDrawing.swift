internal import Drawing
internal import QRSymbols

/// The front of a card.
struct FrontDrawing {
    let face: CardFace
    let style: CardStyle
    let symbol: QRSymbol
    let placement: SymbolPlacement
    let bleed: CardLayout.Bleed

    private typealias Place = CardLayout.Front

    /// Text and code in shades of grey, and the accent.
    static func palette(_ style: CardStyle) -> CardPalette {
        CardPalette(
            ramps: [ShadeRamp(from: .white, to: .black), ShadeRamp(from: .white, to: style.accent)],
            flat: [CardStyle.ink, CardStyle.grey, CardStyle.line])
    }

    func draw(on canvas: Canvas, typesetter: Typesetter) throws(DrawingError) {
        canvas.fill(Place.band(bleed: bleed.millimetres), with: style.accent)
        try drawHead(on: canvas, typesetter)
        try drawEntries(on: canvas, typesetter)
        try drawCode(on: canvas, typesetter)
        try drawFoot(on: canvas, typesetter)
        // Last, so that nothing can lie on the symbol.
        drawSymbol(on: canvas)
    }

    private func drawHead(on canvas: Canvas, _ typesetter: Typesetter) throws(DrawingError) {
        canvas.draw(try typesetter.set(face.kicker, named: "眉题", style: style.kicker, in: Place.kicker))
        canvas.draw(
            try typesetter.set(
                face.title, named: "标题", style: style.title, in: Place.title, smallest: CardStyle.smallestTitle))
        canvas.draw(try typesetter.set(face.subtitle, named: "副标题", style: style.subtitle, in: Place.subtitle))
        guard let mark = face.trialMark else { return }
        let box = Place.trialMark
        let frame = TextFrame(
            x: box.x + 0.6, width: box.width - 1.2, baseline: Place.kicker.baseline, alignment: .centre)
        canvas.frame(box, thickness: 0.2, with: style.accent)
        canvas.draw(try typesetter.set(mark, named: "试印标记", style: style.trialMark, in: frame))
    }

    private func drawEntries(on canvas: Canvas, _ typesetter: Typesetter) throws(DrawingError) {
        for (number, entry) in face.entries.enumerated() {
            canvas.fill(Place.entryRule(number), with: CardStyle.line)
            canvas.draw(
                try typesetter.set(
                    entry.name, named: "条目名称", style: style.entryName, in: Place.entryName(number)))
            canvas.draw(
                try typesetter.set(
                    entry.note, named: "条目说明", style: style.entryNote, in: Place.entryNote(number)))
        }
    }

    private func drawCode(on canvas: Canvas, _ typesetter: Typesetter) throws(DrawingError) {
        canvas.draw(
            try typesetter.set(
                face.host, named: "网址", style: style.host, in: Place.host, smallest: CardStyle.smallestHost))
        canvas.draw(try typesetter.set("卡号", named: "卡号", style: style.codeLabel, in: Place.codeLabel))
        canvas.draw(
            try typesetter.set(
                CardFace.grouped(face.code), named: "卡号", style: style.code, in: Place.code,
                smallest: CardStyle.smallestCode))
    }

    private func drawFoot(on canvas: Canvas, _ typesetter: Typesetter) throws(DrawingError) {
        canvas.draw(try typesetter.set(face.authority, named: "发卡单位", style: style.footer, in: Place.authority))
        canvas.draw(
            try typesetter.set(
                "咨询 \(face.hotline)　\(face.edition)", named: "咨询电话和版次", style: style.footer, in: Place.imprint))
    }

    /// Pure black on plain white, whole pixels, neighbouring modules of a row in one stroke.
    private func drawSymbol(on canvas: Canvas) {
        canvas.fill(placement.withQuietZone, with: .white)
        for row in 0..<symbol.side {
            var x = 0
            while x < symbol.side {
                let start = x
                while x < symbol.side, symbol[x, row] { x += 1 }
                if x > start {
                    canvas.fill(placement.pixels(ofModulesFrom: start, count: x - start, row: row), with: .black)
                }
                x += 1
            }
        }
    }
}
