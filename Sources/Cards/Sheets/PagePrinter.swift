internal import Drawing
package import Ledger
internal import QRSymbols

internal import enum Guides.ParallelMap

/// Makes PDF files of cards whose pictures were proved: a page for each side of a card, or many cards on sheets.
///
/// A page shows the same elements and the same symbol, module by module, as the picture that was decoded.
package struct PagePrinter: Sendable {
    /// Many cards to a page; nil for a file of its own for each card.
    package var sheet: CardSheet?
    /// Whether a card's own page shows the design's bleed; a sheet says itself how much of it there is room for.
    package var bleed: Bool
    package var cropMarks: Bool
    /// The first slot of the first sheet to be used, from 0.
    package var start: Int
    /// How often each card lies on the sheets.
    package var copies: Int
    private let flowcharts: (any FlowchartSource)?

    /// The margin around a card's own page in which its crop marks stand, beyond the bleed, in millimetres.
    private static let slug = 5.0

    package init(
        sheet: CardSheet? = nil, bleed: Bool = false, cropMarks: Bool = true, start: Int = 0, copies: Int = 1,
        flowcharts: (any FlowchartSource)? = nil
    ) {
        precondition(copies > 0 && (0..<(sheet?.count ?? 1)).contains(start), "a slot of the sheet, a copy or more")
        self.sheet = sheet
        self.bleed = bleed
        self.cropMarks = cropMarks
        self.start = start
        self.copies = copies
        self.flowcharts = flowcharts
    }

    /// How many sheets so many cards take.
    package func sheets(for cards: Int) -> Int {
        guard let sheet else { return 0 }
        return (start + cards * copies + sheet.count - 1) / sheet.count
    }

    /// Writes the files into the folder aside.
    ///
    /// - Parameter records: Proved cards of one design.
    /// - Returns: The records with the PDF files in place of the pictures.
    /// - Throws: `CardError` or `LedgerError`.
    package func print(_ records: [PrintRecord], into staging: Staging) throws -> [PrintRecord] {
        guard let sheet, let design = records.first?.job.design else {
            return try ParallelMap.map(records) { record in
                Result {
                    let name = Self.name(record.job) + ".pdf"
                    return try write(try page(of: record), named: name, into: staging, for: [record])[0]
                }
            }.map { try $0.get() }
        }
        guard sheet.takes(design) else { throw CardError(card: nil, problem: .design(Self.misfit(sheet, design))) }
        return try write(
            try pages(of: records, on: sheet), named: "\(design.stem)-\(sheet.stem).pdf", into: staging, for: records)
    }

    private static func name(_ job: PrintJob) -> String {
        job.design.stem == PrintJob.usualDesign ? job.stem : "\(job.stem)-\(job.design.stem)"
    }

    private static func misfit(_ sheet: CardSheet, _ design: CardDesign) -> String {
        "版式“\(design.stem)”是\(size(design.size))毫米，拼版“\(sheet.stem)”放的是\(size(sheet.card))毫米的卡，请换一个拼版"
    }

    private static func size(_ box: Box) -> String {
        [box.width, box.height].map { $0 == $0.rounded() ? String(Int($0)) : String($0) }.joined(separator: "×")
    }

    private func write(
        _ file: [UInt8], named name: String, into staging: Staging, for records: [PrintRecord]
    ) throws -> [PrintRecord] {
        try staging.write(file, named: name)
        let written = PrintRecord.File(name: name, sha256: SHA256Digest(of: file).hex, bytes: file.count)
        return records.map { record in
            var record = record
            (record.files, record.proved) = ([written], 0)
            return record
        }
    }

    /// A card's own file, with its boxes for the print shop.
    private func page(of record: PrintRecord) throws(CardError) -> [UInt8] {
        let card = try ProvedCard(record), content = card.content, design = card.design
        let marked = bleed && cropMarks, distance = bleed ? design.bleed : 0
        let margin = distance + (marked ? Self.slug : 0)
        // One card on a paper that is a little larger: the same marks as on a sheet.
        let paper = CardSheet(
            stem: "",
            paper: Box(x: 0, y: 0, width: design.size.width + 2 * margin, height: design.size.height + 2 * margin),
            card: design.size, columns: 1, rows: 1, columnGap: 0, rowGap: 0, bleed: distance, left: margin, top: margin,
            isCut: marked)
        do throws(DrawingError) {
            let book = try Book(title: content.title, subject: content.address, flowcharts)
            for side in design.sides {
                let canvas = try book.page(paper.paper, trim: paper.place(0), bleed: distance)
                try book.draw([card], side, at: [0], on: paper, isBack: false, canvas)
                canvas.origin = (0, 0)
                SheetMarks(paper, cropMarks: marked).drawCropMarks(around: [0], isBack: false, on: canvas)
            }
            return try book.surface.finish()
        } catch {
            throw content.error(.drawing(error))
        }
    }

    /// All cards on sheets, the back of each sheet behind its front.
    private func pages(of records: [PrintRecord], on sheet: CardSheet) throws(CardError) -> [UInt8] {
        var all: [ProvedCard] = []
        for record in records { all += Array(repeating: try ProvedCard(record), count: copies) }
        let total = sheets(for: records.count)
        let marks = SheetMarks(sheet, cropMarks: cropMarks && sheet.isCut)
        do throws(DrawingError) {
            let design = records[0].job.design
            let book = try Book(
                title: "\(design.stem) \(sheet.stem)", subject: "\(all.count)张卡",
                duplex: design.sides.count > 1 ? sheet.duplex : nil, flowcharts)
            for number in 0..<total {
                // Slots of this sheet, and the cards that lie there.
                let first = number == 0 ? start : 0
                let taken = number * sheet.count + first - start
                let cards = Array(all[taken..<min(taken + sheet.count - first, all.count)])
                let slots = first..<first + cards.count
                for (index, side) in design.sides.enumerated() {
                    let isBack = index == 1
                    let canvas = try book.page(sheet.paper, trim: nil, bleed: 0)
                    try book.draw(cards, side, at: Array(slots), on: sheet, isBack: isBack, canvas)
                    canvas.origin = (0, 0)
                    marks.drawCropMarks(around: slots, isBack: isBack, on: canvas)
                    let turn = design.sides.count > 1 ? "，双面打印选“\(sheet.turn)”" : ""
                    marks.drawRuler(
                        saying: "\(design.stem) \(sheet.stem) 第\(number + 1)张，共\(total)张 \(side.name)\(turn)",
                        on: canvas)
                }
            }
            return try book.surface.finish()
        } catch {
            throw CardError(card: nil, problem: .drawing(error))
        }
    }
}

/// What is drawn of a card whose picture was proved.
private struct ProvedCard {
    let content: CardContent
    let design: CardDesign
    let accent: Colour
    let symbol: QRSymbol

    init(_ record: PrintRecord) throws(CardError) {
        content = record.job.content
        design = record.job.design
        accent = try content.checked()
        do { symbol = try QREncoder.symbol(for: content.address) } catch { throw content.error(.symbol(error)) }
    }
}

/// A PDF file in the making.
private struct Book {
    let surface: PDFSurface
    private let typesetter: Typesetter
    private let painter: PagePainter

    init(
        title: String, subject: String, duplex: PDFDuplex? = nil, _ flowcharts: (any FlowchartSource)?
    ) throws(DrawingError) {
        surface = try PDFSurface(title: title, subject: subject, duplex: duplex)
        typesetter = try Typesetter()
        painter = PagePainter(typesetter: typesetter, flowcharts: flowcharts)
    }

    func page(_ paper: Box, trim: Box?, bleed: Double) throws(DrawingError) -> Canvas {
        surface.beginPage(width: paper.width, height: paper.height, trim: trim, bleed: bleed)
        return try Canvas(surface, typesetter: typesetter)
    }

    /// Draws one side of some cards into their slots.
    func draw(
        _ cards: [ProvedCard], _ side: CardDesign.Side, at slots: [Int], on sheet: CardSheet, isBack: Bool,
        _ canvas: Canvas
    ) throws(DrawingError) {
        for (card, slot) in zip(cards, slots) {
            let place = sheet.place(slot, isBack: isBack)
            canvas.origin = (place.x, place.y)
            try painter.paint(
                side, of: card.design, card.content, accent: card.accent, symbol: card.symbol,
                bleed: min(sheet.bleed, card.design.bleed), on: canvas)
        }
    }
}

extension [PrintRecord] {
    /// The names of all files, each once: a sheet's file shows many cards.
    package var fileNames: [String] {
        var seen: Set<String> = []
        return flatMap(\.files).map(\.name).filter { seen.insert($0).inserted }
    }
}
