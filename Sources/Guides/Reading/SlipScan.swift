internal import Diagnostics

/// Slips of the pen in YAML's own signs, found line by line without parsing, and the text with them mended.
///
/// YAML itself stops at the first and says something about "block mappings"; or worse, it reads `名称：甲` as one word.
/// The mended text is read instead, so that one slip does not hide the other mistakes of the file. It is never written
/// back: what a clerk meant is for the clerk to say.
struct SlipScan {
    var diagnostics: [Diagnostic] = []
    /// The mended text.
    var text: String { lines.map(\.text).joined(separator: "\n") }

    let file: String
    /// The lines as they were written.
    let source: [Substring]
    /// The mended lines so far.
    private(set) var lines: [MendedLine] = []
    /// The brackets that are open, outermost first.
    var brackets: [OpenBracket] = []
    /// The quotation mark of a value that goes on over several lines.
    var openQuote: Unicode.Scalar?
    /// The lines that were mended by a guess: where a bracket or a quotation ends that nobody closed, how deep a tab
    /// indents, what a line without a key belongs to.
    ///
    /// What stands there may be meant otherwise.
    var guesses: [ClosedRange<Int>] = []
    /// The line that was begun last with a key or a dash: how its values go on depends on it.
    var entry = Entry(column: -1, hasValue: false)

    /// A bracket that waits for its fellow.
    struct OpenBracket {
        let scalar: Unicode.Scalar
        let place: SourceLocation
        /// The column of the key or dash of its line: what stands there again begins something new.
        let column: Int

        /// The bracket that closes it.
        var closing: Unicode.Scalar { scalar == "[" ? "]" : "}" }
    }

    /// The key or the list element that a line begins.
    struct Entry {
        /// Where it begins, from 0: the key behind the dashes of a list, or else the dash; -1 before the first.
        let column: Int
        /// Whether something stands behind it on its line.
        let hasValue: Bool
    }

    init(_ text: String, file: String) {
        self.file = file
        source = text.split(separator: "\n", omittingEmptySubsequences: false)
        var block: Int?
        var isBlockReported = false
        for (index, line) in source.enumerated() {
            var mended = MendedLine(line, number: index + 1)
            let indent = mended.scalars.prefix { $0 == " " }.count
            if let outer = block {
                // The words of a block scalar are nobody's syntax.
                if mended.isBlank || indent > outer {
                    lines.append(mended)
                    continue
                }
                if !SlipScan.beginsEntry(line), mended.scalars.first != "#" {
                    // Words that belong to the block and are not indented: said once for the block.
                    if !isBlockReported { diagnostics.append(WrongIndentation.inBlock(at: mended.place(in: file))) }
                    isBlockReported = true
                    mended.insert(String(repeating: " ", count: outer + 2 - indent))
                    lines.append(mended)
                    continue
                }
            }
            (block, isBlockReported) = (nil, false)
            mend(&mended)
            if openQuote == nil, brackets.isEmpty, mended.opensBlock { block = indent }
            lines.append(mended)
        }
    }

    /// Where a place of the mended text stood in the original.
    func original(_ mark: MarkedNode.Mark) -> MarkedNode.Mark {
        let line = Int(mark.line)
        guard lines.indices.contains(line - 1) else { return mark }
        return MarkedNode.Mark(line: line, column: lines[line - 1].originalColumn(Int(mark.column)))
    }

    private mutating func mend(_ line: inout MendedLine) {
        if let quote = openQuote {
            // The rest of a quotation over several lines; what stands behind its end is left alone.
            if SlipScan.closes(line.scalars[...], quote) { openQuote = nil }
            return
        }
        if brackets.isEmpty {
            mendIndentation(&line)
            if line.isBlank || line.current == "#" || mendComment(&line) { return }
            var dash: Int?
            var column = line.originalColumn(line.position + 1) - 1
            while mendDash(&line) {
                dash = column
                column = line.originalColumn(line.position + 1) - 1
            }
            if mendKey(&line) || passKey(&line) {
                entry = Entry(column: column, hasValue: !(line.current == nil || line.current == "#"))
            } else if let dash {
                entry = Entry(column: dash, hasValue: true)
            } else if mendStray(&line) || entry.hasValue {
                // What goes on with the value above is words.
                return
            } else {
                entry = Entry(column: entry.column, hasValue: true)
            }
            if mendValue(&line) { return }
        }
        mendBrackets(&line)
        closeBrackets(&line)
    }

    /// The next line that is neither blank nor a comment, and its indentation.
    func contentLine(behind number: Int) -> (line: Substring, column: Int)? {
        for line in source.dropFirst(number) {
            guard let first = line.unicodeScalars.firstIndex(where: { $0 != " " && $0 != "\r" }) else { continue }
            if line.unicodeScalars[first] == "#" { continue }
            return (line, line.unicodeScalars.distance(from: line.startIndex, to: first))
        }
        return nil
    }

    /// Whether something new begins with the line behind `number`, in the column or left of it.
    func endsEntry(in column: Int, behind number: Int) -> Bool {
        guard let next = contentLine(behind: number) else { return true }
        return next.column <= column && SlipScan.beginsEntry(next.line)
    }

    /// Whether a line begins with a dash, a key or a mark of YAML's.
    static func beginsEntry(_ line: Substring) -> Bool {
        var mended = MendedLine(line, number: 1)
        mended.skipSpaces()
        guard let first = mended.current else { return false }
        if "-－".unicodeScalars.contains(first), mended.peek(1) == " " || mended.peek(1) == nil { return true }
        if first == "-", mended.peek(1) == "-", mended.peek(2) == "-" { return true }
        if let key = mended.key(from: 0) {
            let colon = mended.peek(key.unicodeScalars.count)
            if let colon, colon == ":" || LookAlikes.colons.contains(colon) { return true }
        }
        return mended.plainKeyEnd() != nil
    }
}
