internal import CPangoCairo

/// Owner of a font map and a Pango context for the one typeface, with everything off that depends on a screen.
final class FontContext {
    /// The size at which all text is laid out, whatever size it is drawn at.
    ///
    /// Nothing is hinted, so that a text twice as large is only twice as large, and Pango need not look for the font of
    /// every size. Large, because Pango's own unit is 1/1024 of it.
    static let referenceSize = 100.0

    private let map: UnsafeMutablePointer<PangoFontMap>
    private let context: OpaquePointer
    /// Fallback is off: a missing glyph must be noticed here, not drawn in some other font that happens to be
    /// installed.
    private let attributes: OpaquePointer
    /// Lines laid out before: a text is measured, checked and drawn.
    private var lines: [LineKey: LaidOutLine] = [:]
    /// Lines kept at once, so that any number of cards takes constant memory.
    private static let keptLines = 1024

    private struct LineKey: Hashable {
        var text: String
        var weight: FontWeight
        var tracking: Double
        var squeezed: Bool

        // By its bytes: Swift's own way has to look for other spellings of each character.
        static func == (left: LineKey, right: LineKey) -> Bool {
            left.weight == right.weight && left.tracking == right.tracking && left.squeezed == right.squeezed
                && left.text.utf8.elementsEqual(right.text.utf8)
        }

        func hash(into hasher: inout Hasher) {
            text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }

    init() throws(DrawingError) {
        // A map of our own: the default one is shared by all that runs on this thread.
        guard let map = pango_cairo_font_map_new() else { throw .cairo("no font map") }
        guard let context = pango_font_map_create_context(map) else {
            g_object_unref(map)
            throw .cairo("no font context")
        }
        self.map = map
        self.context = context
        attributes = pango_attr_list_new()
        pango_attr_list_insert(attributes, pango_attr_fallback_new(0))

        // Simplified forms of the characters that all of East Asia shares.
        pango_context_set_language(context, pango_language_from_string("zh-cn"))
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        pango_context_set_round_glyph_positions(context, 0)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)

        for weight in FontWeight.allCases where !isInstalled(weight) {
            throw .fontNotInstalled(family: Typeface.family)
        }
    }

    deinit {
        pango_attr_list_unref(attributes)
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(map)
    }

    /// One line of text, laid out.
    ///
    /// - Parameters:
    ///   - tracking: Space added between characters, in em. Pango adds a share of it at both ends too, so text with
    ///     tracking is to be placed by its ink.
    ///   - squeezed: Whether neighbouring punctuation marks are set close to each other.
    func line(_ text: String, weight: FontWeight, tracking: Double = 0, squeezed: Bool) -> LaidOutLine {
        let key = LineKey(text: text, weight: weight, tracking: tracking, squeezed: squeezed)
        if let line = lines[key] { return line }
        if lines.count >= Self.keptLines { lines = [:] }
        let line = LaidOutLine(layout: layout(text, weight: weight, tracking: tracking, squeezed: squeezed))
        lines[key] = line
        return line
    }

    /// The first character without a glyph in the weight; see `line`.
    func missingCharacter(
        in text: String, weight: FontWeight, tracking: Double = 0, squeezed: Bool
    ) -> Character? {
        func isMissing(_ text: String) -> Bool {
            // Pango draws nothing for most control characters, and counts them as known.
            text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" }
                || line(text, weight: weight, tracking: tracking, squeezed: squeezed).hasUnknownGlyphs
        }
        guard !text.isEmpty, isMissing(text) else { return nil }
        // A character may only be missing together with its neighbours (a mark on a letter): then name the first.
        return text.first { isMissing(String($0)) } ?? text.first
    }

    /// The scalars below `limit` for which a weight has no glyph, in order.
    func missingScalars(below limit: UInt32, weight: FontWeight) -> [UInt32] {
        let description = description(weight)
        defer { pango_font_description_free(description) }
        guard let font = pango_context_load_font(context, description) else { return Array(0..<limit) }
        defer { g_object_unref(font) }
        return (0..<limit).filter { pango_font_has_char(font, $0) == 0 }
    }

    private func layout(_ text: String, weight: FontWeight, tracking: Double, squeezed: Bool) -> OpaquePointer {
        let layout: OpaquePointer = pango_layout_new(context)
        let description = description(weight)
        pango_layout_set_font_description(layout, description)
        pango_font_description_free(description)
        pango_layout_set_single_paragraph_mode(layout, 1)
        // In a single line Pango draws a line feed as a visible sign.
        var utf8 = String(text.map { $0 == "\n" ? " " : $0 })
        if let own: OpaquePointer = pango_attr_list_copy(attributes) {
            if tracking != 0 {
                pango_attr_list_insert(
                    own, pango_attr_letter_spacing_new(Self.pangoUnits(tracking * Self.referenceSize)))
            }
            if squeezed { Self.squeezePunctuation(in: utf8, own) }
            pango_layout_set_attributes(layout, own)
            pango_attr_list_unref(own)
        }
        utf8.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                pango_layout_set_text(layout, characters.baseAddress ?? nil, Int32(characters.count))
            }
        }
        return layout
    }

    private func description(_ weight: FontWeight) -> OpaquePointer {
        let description: OpaquePointer = pango_font_description_new()
        pango_font_description_set_family(description, Typeface.family)
        pango_font_description_set_weight(description, weight == .bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_absolute_size(description, Self.referenceSize * Double(PANGO_SCALE))
        return description
    }

    /// Whether fontconfig gives the family itself and not a substitute.
    private func isInstalled(_ weight: FontWeight) -> Bool {
        let wanted = description(weight)
        defer { pango_font_description_free(wanted) }
        guard let font = pango_context_load_font(context, wanted) else { return false }
        defer { g_object_unref(font) }
        let found = pango_font_describe(font)
        defer { pango_font_description_free(found) }
        guard let family = pango_font_description_get_family(found) else { return false }
        return String(cString: family) == Typeface.family
            && pango_font_description_get_weight(found) == (weight == .bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    }

    private static func pangoUnits(_ length: Double) -> Int32 {
        Int32((length * Double(PANGO_SCALE)).rounded())
    }
}
