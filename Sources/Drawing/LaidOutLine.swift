internal import CPangoCairo

/// Owner of one laid-out line of text; lengths in em.
final class LaidOutLine {
    private let layout: OpaquePointer
    /// From the pen's place before the first character to its place after the last.
    let advance: Double
    /// Where ink begins, right of the pen's place before the first character.
    let inkStart: Double
    /// The width of what is printed.
    let inkWidth: Double
    /// Where ink begins, below the baseline; negative for what stands on it.
    let inkTop: Double
    /// The height of what is printed.
    let inkHeight: Double
    /// Whether the typeface lacks a glyph for something in it.
    let hasUnknownGlyphs: Bool

    /// Takes over the layout.
    init(layout: OpaquePointer) {
        self.layout = layout
        var ink = PangoRectangle(), logical = PangoRectangle()
        pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), &ink, &logical)
        let em = FontContext.referenceSize * Double(PANGO_SCALE)
        advance = Double(logical.width) / em
        inkStart = Double(ink.x) / em
        inkWidth = Double(ink.width) / em
        inkTop = Double(ink.y) / em
        inkHeight = Double(ink.height) / em
        hasUnknownGlyphs = pango_layout_get_unknown_glyphs_count(layout) > 0
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    /// Draws the line with the current source.
    ///
    /// - Parameters:
    ///   - size: Of one em, in the units of `cairo`.
    ///   - x: Where the pen starts.
    func show(on cairo: OpaquePointer, size: Double, x: Double, baseline: Double) {
        cairo_save(cairo)
        cairo_translate(cairo, x, baseline)
        cairo_scale(cairo, size / FontContext.referenceSize, size / FontContext.referenceSize)
        cairo_move_to(cairo, 0, 0)
        pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(layout, 0))
        cairo_restore(cairo)
    }
}
