internal import Drawing

/// The back of a card.
struct BackDrawing {
    let face: CardFace
    let style: CardStyle
    let bleed: CardLayout.Bleed

    private typealias Place = CardLayout.Back

    /// The accent, and all that is white on it.
    static func palette(_ style: CardStyle) -> CardPalette {
        CardPalette(
            ramps: [ShadeRamp(from: style.accent, to: .white)], flat: [style.softWhite, style.faintWhite])
    }

    func draw(on canvas: Canvas, typesetter: Typesetter) throws(DrawingError) {
        canvas.fill(Place.ground(bleed: bleed.millimetres), with: style.accent)
        canvas.draw(try typesetter.set(face.back.heading, named: "背面标题", style: style.heading, in: Place.heading))
        try drawSteps(on: canvas, typesetter)
        try drawFoot(on: canvas, typesetter)
        try drawFields(on: canvas, typesetter)
    }

    /// The steps one below the other, the room that is left shared between them.
    private func drawSteps(on canvas: Canvas, _ typesetter: Typesetter) throws(DrawingError) {
        let region = Place.steps
        var blocks: [TextBlock] = []
        for (number, step) in face.back.steps.enumerated() {
            let frame = TextFrame(
                x: region.x + Place.stepIndent, width: region.width - Place.stepIndent, baseline: 0,
                lineLimit: Place.stepLineLimit)
            blocks.append(try typesetter.set(step, named: "第 \(number + 1) 步", style: style.step, in: frame))
        }
        let height = blocks.reduce(0) { $0 + $1.bounds.height }
        let gaps = Double(max(1, blocks.count - 1))
        let gap = min(Place.widestStepGap, (region.height - height) / gaps)
        guard gap >= Place.narrowestStepGap else {
            throw .textTooHigh(
                text: face.back.steps.joined(separator: "／"), name: "使用步骤",
                excess: height + Place.narrowestStepGap * gaps - region.height)
        }
        var top = region.y
        for (number, block) in blocks.enumerated() {
            let placed = block.moved(down: top - block.bounds.y)
            canvas.draw(placed)
            let baseline = placed.lines.first?.baseline ?? top
            let frame = TextFrame(x: region.x, width: Place.stepIndent, baseline: baseline)
            canvas.draw(
                try typesetter.set(String(number + 1), named: "步骤号", style: style.stepNumber, in: frame))
            top += block.bounds.height + gap
        }
    }

    private func drawFoot(on canvas: Canvas, _ typesetter: Typesetter) throws(DrawingError) {
        canvas.fill(Place.footerRule, with: style.faintWhite)
        canvas.draw(try typesetter.set(face.back.promise, named: "服务承诺", style: style.promise, in: Place.promise))
        canvas.draw(try typesetter.set(face.back.office, named: "办公地址", style: style.office, in: Place.office))
    }

    private func drawFields(on canvas: Canvas, _ typesetter: Typesetter) throws(DrawingError) {
        guard !face.back.fields.isEmpty else { return }
        canvas.fill(Place.divider, with: style.faintWhite)
        canvas.draw(
            try typesetter.set(
                face.back.fieldsHeading, named: "领域标题", style: style.fieldsHeading, in: Place.fieldsHeading))
        for (number, field) in face.back.fields.enumerated() {
            canvas.draw(
                try typesetter.set(
                    field, named: "领域", style: field == face.title ? style.ownField : style.field,
                    in: Place.field(number)))
        }
    }
}
