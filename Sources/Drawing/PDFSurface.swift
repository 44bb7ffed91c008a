internal import CPangoCairo

/// About which edge paper is turned that is printed on both sides, as PDF names it.
package enum PDFDuplex: String, Sendable {
    case longEdge = "DuplexFlipLongEdge"
    case shortEdge = "DuplexFlipShortEdge"
}

/// Pages that are drawn on as lines and letters, not as pixels.
///
/// The file has no clock in it: the same pages give the same bytes.
package final class PDFSurface: DrawingSurface {
    private let sink: ByteSink
    /// The boxes of the pages, in the order of the pages.
    private var boxes: [PDFPageBoxes] = []
    private var current: PDFPageBoxes?
    private let duplex: PDFDuplex?

    /// - Parameter duplex: How printers turn the paper; nil where the pages are no fronts and backs.
    /// - Throws: `DrawingError.cairo` where there is not enough memory.
    package init(title: String, subject: String, duplex: PDFDuplex? = nil) throws(DrawingError) {
        sink = ByteSink()
        self.duplex = duplex
        let context = Unmanaged.passUnretained(sink).toOpaque()
        // The size is set again for each page.
        guard let surface = cairo_pdf_surface_create_for_stream(ByteSink.append, context, 100, 100) else {
            throw .cairo("no PDF surface")
        }
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
        for (key, value) in [
            (CAIRO_PDF_METADATA_TITLE, title), (CAIRO_PDF_METADATA_SUBJECT, subject),
            (CAIRO_PDF_METADATA_CREATOR, "onecard"), (CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z"),
        ] {
            cairo_pdf_surface_set_metadata(surface, key, value)
        }
        try super.init(taking: surface, scale: 1 / millimetresPerPoint, snaps: false)
    }

    /// Begins a page.
    ///
    /// - Parameters:
    ///   - size: Of the paper, in millimetres.
    ///   - trim: What is left after cutting, from the page's top left corner; nil for the whole page.
    ///   - bleed: How far beyond the cut is drawn, in millimetres.
    package func beginPage(width: Double, height: Double, trim: Box? = nil, bleed: Double = 0) {
        if let current {
            cairo_surface_show_page(raw)
            boxes.append(current)
        }
        let page = PDFPageBoxes(
            width: width, height: height, trim: trim ?? Box(x: 0, y: 0, width: width, height: height), bleed: bleed)
        cairo_pdf_surface_set_size(raw, Double(page.drawnSize.width), Double(page.drawnSize.height))
        current = page
    }

    /// The finished file.
    ///
    /// Nothing can be drawn any more.
    ///
    /// - Throws: `DrawingError.cairo` where drawing failed.
    package func finish() throws(DrawingError) -> [UInt8] {
        if let current { boxes.append(current) }
        current = nil
        cairo_surface_finish(raw)
        let status = cairo_surface_status(raw)
        guard status == CAIRO_STATUS_SUCCESS else { throw .cairo(String(cString: cairo_status_to_string(status))) }
        return try PDFFinishing.finished(sink.bytes, boxes: boxes, duplex: duplex)
    }
}
