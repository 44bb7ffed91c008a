internal import CPangoCairo

/// Owner of one laid-out line of text.
struct LaidOutLine: ~Copyable {
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

    /// Takes over the layout.
    init(layout: OpaquePointer) {
        self.layout = layout
        var ink = PangoRectangle(), logical = PangoRectangle()
        pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), &ink, &logical)
        advance = Double(logical.width) / Double(PANGO_SCALE)
        inkStart = Double(ink.x) / Double(PANGO_SCALE)
        inkWidth = Double(ink.width) / Double(PANGO_SCALE)
        inkTop = Double(ink.y) / Double(PANGO_SCALE)
        inkHeight = Double(ink.height) / Double(PANGO_SCALE)
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    /// Draws the line with the current source, its pen starting at the current point.
    func show(on cairo: OpaquePointer) {
        pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(layout, 0))
    }
}
