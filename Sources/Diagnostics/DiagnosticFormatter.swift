/// Prints findings as compilers do: place, message and rule on one line, then the source line and a caret.
///
/// ```text
/// guides/items/施工许可.yaml:31:1: 错误：未知的键“承诺时限”，是否想写“承诺办结时限”？ [unknown-key]
///     承诺时限: 1个工作日
///     ^
/// ```
package struct DiagnosticFormatter: Sendable {
    /// Whether severity, rule and caret are coloured with ANSI escapes; only for terminals.
    package var usesColor: Bool
    /// Gives a file's text, for the quoted line; nil where it cannot be read any more.
    private let text: @Sendable (_ file: String) -> String?

    package init(usesColor: Bool = false, text: @escaping @Sendable (_ file: String) -> String?) {
        self.usesColor = usesColor
        self.text = text
    }

    /// The report, sorted by place, each finding followed by a line break.
    ///
    /// - Parameter limit: How many findings are shown; all where nil. Where there are more, errors come before
    ///   warnings, so that no warning hides an error; those shown are again sorted by place.
    package func report(_ diagnostics: [Diagnostic], limit: Int? = nil) -> String {
        var lines: [String: [Substring]] = [:]
        var report = ""
        for diagnostic in DiagnosticFormatter.shown(diagnostics, limit: limit) {
            let style = diagnostic.severity == .error ? "1;31" : "1;33"
            report += "\(diagnostic.location.description.visible): "
            report += colored("\(diagnostic.severity.label)：", style)
            report += "\(diagnostic.message.visible) " + colored("[\(diagnostic.rule)]", "2") + "\n"
            report += excerpt(at: diagnostic.location, caching: &lines)
            for note in diagnostic.notes {
                report += "\(note.location.description.visible): " + colored("说明：", "1;36")
                report += note.message.visible + "\n"
                report += excerpt(at: note.location, caching: &lines)
            }
        }
        return report
    }

    /// The line under the report: `发现3个错误、2个警告（只显示了前2个，加--all显示全部）`.
    package static func summary(_ diagnostics: [Diagnostic], limit: Int? = nil) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count - errors
        guard !diagnostics.isEmpty else { return "没有发现问题" }
        let counts = [errors > 0 ? "\(errors)个错误" : nil, warnings > 0 ? "\(warnings)个警告" : nil]
        let found = "发现" + counts.compactMap(\.self).joined(separator: "、")
        guard let limit, diagnostics.count > limit else { return found }
        return found + "（只显示了\(limit)个，加--all显示全部）"
    }

    private static func shown(_ diagnostics: [Diagnostic], limit: Int?) -> [Diagnostic] {
        guard let limit, diagnostics.count > limit else { return diagnostics.sorted() }
        return errorsFirst(diagnostics).prefix(max(0, limit)).sorted()
    }

    private static func errorsFirst(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        let sorted = diagnostics.sorted()
        return sorted.filter { $0.severity == .error } + sorted.filter { $0.severity != .error }
    }

    /// How many findings a report may show so that it fits a screen; at least one.
    ///
    /// - Parameters:
    ///   - rows: The lines that are free for the report.
    ///   - columns: The cells of a line, behind which terminals break it.
    package static func limit(_ diagnostics: [Diagnostic], fitting rows: Int, columns: Int) -> Int {
        var left = rows
        for (count, diagnostic) in errorsFirst(diagnostics).enumerated() {
            left -= height(diagnostic, columns)
            if left < 0 { return max(1, count) }
        }
        return diagnostics.count
    }

    /// The lines that a finding takes, its notes too.
    private static func height(_ diagnostic: Diagnostic, _ columns: Int) -> Int {
        func height(_ text: String, at location: SourceLocation) -> Int {
            let width = text.unicodeScalars.reduce(0) { $0 + $1.displayWidth }
            return max(1, (width + columns - 1) / max(1, columns)) + (location.line > 0 ? 2 : 0)
        }
        let head = "\(diagnostic.location): \(diagnostic.severity.label)：\(diagnostic.message) [\(diagnostic.rule)]"
        return diagnostic.notes.reduce(height(head, at: diagnostic.location)) {
            $0 + height("\($1.location): 说明：\($1.message)", at: $1.location)
        }
    }

    private func colored(_ text: String, _ style: String) -> String {
        usesColor ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
    }

    private func excerpt(at location: SourceLocation, caching cache: inout [String: [Substring]]) -> String {
        guard location.line > 0 else { return "" }
        let fileLines: [Substring]
        if let known = cache[location.file] {
            fileLines = known
        } else {
            fileLines = text(location.file).map(DiagnosticFormatter.lines) ?? []
            // Findings come file by file; a report about thousands of files must not hold them all.
            if cache.count >= DiagnosticFormatter.cachedFiles { cache.removeAll() }
            cache[location.file] = fileLines
        }
        guard fileLines.indices.contains(location.line - 1) else { return "" }
        return DiagnosticFormatter.excerpt(line: fileLines[location.line - 1], column: location.column) {
            colored($0, "1;32")
        }
    }

    /// How many files' lines are kept: the one at hand, and those at which notes point.
    private static let cachedFiles = 16

    private static func lines(of text: String) -> [Substring] {
        guard text.utf8.contains(UInt8(ascii: "\r")) else {
            return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
                Substring($0)
            }
        }
        // "\r\n" is one character; a form feed, say, ends no line.
        return text.split(omittingEmptySubsequences: false) { ["\n", "\r", "\r\n"].contains($0) }
    }

    /// The source line, cut to about 100 cells around the column, and a caret under it that stays aligned under wide
    /// characters: a wide character is answered by an ideographic space, which terminals draw equally wide.
    static func excerpt(line: Substring, column: Int, caretStyle: (String) -> String = { $0 }) -> String {
        let scalars = Array(line.unicodeScalars)
        let place = min(max(column - 1, 0), scalars.count)
        // A line of thousands of characters would push its caret off the screen.
        let start = place > 60 ? place - 40 : 0
        let end = min(scalars.count, max(start + 100, place + 1))
        var shown = String.UnicodeScalarView(scalars[start..<end].map(DiagnosticFormatter.printable))
        var padding = ""
        for scalar in scalars[start..<place] {
            let width = DiagnosticFormatter.printable(scalar).displayWidth
            padding += width == 2 ? "\u{3000}" : String(repeating: " ", count: width)
        }
        if start > 0 {
            shown.insert(contentsOf: "… ".unicodeScalars, at: shown.startIndex)
            padding = "  " + padding
        }
        if end < scalars.count { shown.append(contentsOf: " …".unicodeScalars) }
        return "    \(String(shown))\n    \(padding)\(caretStyle("^"))\n"
    }

    /// What stands for a scalar in a quoted line: a file must not be able to move the cursor or colour the screen.
    private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar == "\u{3000}" { return scalar }
        if scalar.properties.isWhitespace { return " " }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
            scalar.displayWidth == 0 ? scalar : "\u{FFFD}"
        default: scalar
        }
    }
}
