internal import CPangoCairo

/// One page as SVG.
///
/// Letters are shapes: the file looks the same where our typeface is not installed.
///
/// The same page gives the same bytes.
package final class SVGSurface: DrawingSurface {
    private let sink: ByteSink

    /// - Parameters:
    ///   - width: In millimetres.
    ///   - height: In millimetres.
    /// - Throws: `DrawingError.cairo` where there is not enough memory.
    package init(width: Double, height: Double) throws(DrawingError) {
        sink = ByteSink()
        let context = Unmanaged.passUnretained(sink).toOpaque()
        let scale = 1 / millimetresPerPoint
        guard let surface = cairo_svg_surface_create_for_stream(ByteSink.append, context, width * scale, height * scale)
        else {
            throw .cairo("no SVG surface")
        }
        cairo_svg_surface_restrict_to_version(surface, CAIRO_SVG_VERSION_1_1)
        try super.init(taking: surface, scale: scale, snaps: false)
    }

    /// The finished file.
    ///
    /// Nothing can be drawn any more.
    ///
    /// - Parameter title: What the picture is, for those who cannot see it.
    /// - Throws: `DrawingError.cairo` where drawing failed.
    package func finish(title: String) throws(DrawingError) -> [UInt8] {
        cairo_surface_finish(raw)
        let status = cairo_surface_status(raw)
        guard status == CAIRO_STATUS_SUCCESS else { throw .cairo(String(cString: cairo_status_to_string(status))) }
        let text = Self.renumbered(String(decoding: sink.bytes, as: UTF8.self))
        guard let root = text.firstRange(of: "<svg "), let end = text[root.upperBound...].firstIndex(of: ">") else {
            throw .cairo("an SVG file without a root")
        }
        return Array(
            (text[..<end] + " role=\"img\">\n<title>\(Self.escaped(title))</title>" + text[text.index(after: end)...])
                .utf8)
    }

    /// Cairo counts surfaces over the whole process; the same page is to give the same bytes.
    private static func renumbered(_ text: String) -> String {
        var names: [Substring: String] = [:]
        return text.replacing(/surface[0-9]+/) { match in
            let name = names[match.0] ?? "surface\(names.count + 1)"
            names[match.0] = name
            return name
        }
    }

    /// Words as they stand between the tags of an XML file.
    package static func escaped(_ words: String) -> String {
        words.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            default: result.append(character)
            }
        }
    }
}
