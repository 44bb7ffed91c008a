internal import Diagnostics

/// Reads the YAML that guide files are really written in, byte by byte, straight into marked nodes.
///
/// Block mappings and lists, one-line scalars, one-line `[…]` and `{…}`, quotes without escapes and `|` blocks: nine tenths
/// of a tree are nothing else, and libyaml with Yams' node tree takes most of the time that a check takes. Whatever is
/// outside of that subset, and whatever looks like a mistake, is left to Yams, which has the words for it: `read` answers
/// with a tree only where Yams would give the same one without a complaint.
struct PlainYAML {
    /// Thrown at the first sign of anything else; it never leaves this file.
    struct Unusual: Error {}

    typealias Mark = MarkedNode.Mark

    /// No guide nests deeper.
    static let depthLimit = 12

    let bytes: Bytes
    /// The place of the next byte.
    var position = 0
    /// Where the present line starts, and its number from 1.
    var lineStart = 0
    var line = 1
    /// The last place whose column was asked for, and that column: columns count scalars, and are asked for in order.
    var known = (position: 0, column: 1)
    var depth = 0
    var nodes = 0

    /// The tree of `text`, a mapping; nil where the text is not plain enough.
    ///
    /// - Parameter isSurveyed: Whether it is known that `ByteSurvey` finds nothing in it.
    static func read(_ text: String, isSurveyed: Bool = false) -> MarkedNode? {
        var text = text
        return text.withUTF8 { bytes -> MarkedNode? in
            guard bytes.last == UInt8(ascii: "\n"),
                isSurveyed || ByteSurvey.isPlain(bytes) || !hasForbiddenBytes(bytes)
            else { return nil }
            var reader = PlainYAML(bytes: bytes)
            return try? reader.document()
        }
    }

    /// Tabs, control characters, line breaks other than `\n` and what else libyaml's reader refuses or treats on its own.
    private static func hasForbiddenBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for (index, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x7F || suspects(byte) {
            switch byte {
            case 0x0A: continue
            case 0..<0x20, 0x7F: return true
            case 0xC2: if bytes[index + 1] < 0xA0 { return true }
            // U+2028 and U+2029.
            case 0xE2: if bytes[index + 1] == 0x80, bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 { return true }
            // U+FEFF, U+FFFE and U+FFFF.
            case 0xEF:
                let (second, third) = (bytes[index + 1], bytes[index + 2])
                if (second == 0xBB && third == 0xBF) || (second == 0xBF && third >= 0xBE) { return true }
            default: continue
            }
        }
        return false
    }

    /// Whether a forbidden character of several bytes may begin with this one.
    private static func suspects(_ byte: UInt8) -> Bool { byte == 0xC2 || byte == 0xE2 || byte == 0xEF }

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = Bytes(buffer: bytes)
    }

    /// The text's bytes, which end with a line break; behind them stand line breaks without an end, so that nothing is ever
    /// read from beyond.
    struct Bytes {
        fileprivate let buffer: UnsafeBufferPointer<UInt8>

        var count: Int { buffer.count }

        subscript(place: Int) -> UInt8 { place < buffer.count ? buffer[place] : UInt8(ascii: "\n") }

        subscript(places: Range<Int>) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(rebasing: buffer[places.clamped(to: 0..<buffer.count)])
        }
    }

    private mutating func document() throws(Unusual) -> MarkedNode {
        guard let indent = try nextLine(), indent == 0 else { throw Unusual() }
        let root = try mapping(indent: 0)
        guard try nextLine() == nil else { throw Unusual() }
        return root
    }

    // MARK: Lines

    /// Moves to the first content of the next line that has any, at the start of a line, and gives its indentation; nil at
    /// the end of the text.
    ///
    /// Stands where it stood, if that is content already.
    mutating func nextLine() throws(Unusual) -> Int? {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: " ") {
                position += 1
            } else if byte == UInt8(ascii: "\n") {
                breakLine()
            } else if byte == UInt8(ascii: "#"), isFirstInLine {
                skipLine()
            } else {
                guard isFirstInLine else { throw Unusual() }
                let indent = position - lineStart
                // Document marks and directives.
                if indent == 0, byte == UInt8(ascii: "%") || startsWithThree(byte) { throw Unusual() }
                return indent
            }
        }
        return nil
    }

    /// Whether only spaces stand before the present place.
    private var isFirstInLine: Bool {
        var place = position
        while place > lineStart {
            place -= 1
            if bytes[place] != UInt8(ascii: " ") { return false }
        }
        return true
    }

    private func startsWithThree(_ byte: UInt8) -> Bool {
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."), position + 2 < bytes.count else { return false }
        return bytes[position + 1] == byte && bytes[position + 2] == byte
    }

    mutating func breakLine() {
        position += 1
        lineStart = position
        line += 1
        known = (position, 1)
    }

    mutating func skipLine() {
        while bytes[position] != UInt8(ascii: "\n") { position += 1 }
        breakLine()
    }

    /// Passes spaces and a comment to the line's end.
    mutating func endLine() throws(Unusual) {
        skipSpaces()
        switch bytes[position] {
        case UInt8(ascii: "\n"): breakLine()
        case UInt8(ascii: "#") where position > 0 && bytes[position - 1] == UInt8(ascii: " "): skipLine()
        default: throw Unusual()
        }
    }

    mutating func skipSpaces() {
        while bytes[position] == UInt8(ascii: " ") { position += 1 }
    }

    /// The present place; only asked for from left to right in a line.
    mutating func mark() -> Mark {
        var column = known.column
        for place in known.position..<position where bytes[place] & 0xC0 != 0x80 { column += 1 }
        known = (position, column)
        return Mark(line: line, column: column)
    }

    mutating func node(_ content: MarkedNode.Content, at mark: Mark, isQuoted: Bool = false) throws(Unusual)
        -> MarkedNode
    {
        nodes += 1
        guard nodes <= YAMLReading.nodeLimit else { throw Unusual() }
        return MarkedNode(content, at: mark, isQuoted: isQuoted)
    }

    // MARK: Blocks

    /// The mapping whose first key stands here, in the column behind `indent`.
    private mutating func mapping(indent: Int) throws(Unusual) -> MarkedNode {
        try deeper()
        defer { depth -= 1 }
        var entries: [MarkedNode.Entry] = []
        var keys = SeenKeys()
        entries.reserveCapacity(8)
        let start = mark()
        repeat {
            let place = mark()
            guard let key = plainKey() else { throw Unusual() }
            try keys.insert(key, into: entries)
            nodes += 1
            entries.append(.init(key: key, keyMark: place, value: try value(behindKeyAt: indent)))
        } while try continues(indent)
        return try node(.mapping(entries), at: start)
    }

    /// The list whose first dash stands here.
    private mutating func sequence(indent: Int) throws(Unusual) -> MarkedNode {
        try deeper()
        defer { depth -= 1 }
        var elements: [MarkedNode] = []
        let start = mark()
        repeat {
            guard isDash else {
                // A key behind a list in its own column goes on with the mapping around it.
                if !elements.isEmpty { break }
                throw Unusual()
            }
            position += 1
            skipSpaces()
            elements.append(try element(behindDashAt: indent))
        } while try continues(indent)
        return try node(.sequence(elements), at: start)
    }

    private mutating func element(behindDashAt indent: Int) throws(Unusual) -> MarkedNode {
        let byte = bytes[position]
        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "#") { return try block(below: indent, orDashesAt: nil) }
        let start = position
        if plainKey() != nil {
            position = start
            return try mapping(indent: start - lineStart)
        }
        position = start
        return try scalarOrFlow(indent: indent)
    }

    /// What stands behind `key:`.
    private mutating func value(behindKeyAt indent: Int) throws(Unusual) -> MarkedNode {
        skipSpaces()
        let byte = bytes[position]
        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "#") {
            return try block(below: indent, orDashesAt: indent)
        }
        return try scalarOrFlow(indent: indent)
    }

    /// A mapping or a list on the following lines, deeper than `indent`; a list may also stand right at `dashes`.
    private mutating func block(below indent: Int, orDashesAt dashes: Int?) throws(Unusual) -> MarkedNode {
        try endLine()
        guard let inner = try nextLine() else { throw Unusual() }
        if isDash, inner > indent || inner == dashes { return try sequence(indent: inner) }
        guard inner > indent else { throw Unusual() }
        return try mapping(indent: inner)
    }

    /// Whether the next line goes on in the column of `indent`; one further right belongs to nothing.
    private mutating func continues(_ indent: Int) throws(Unusual) -> Bool {
        guard let next = try nextLine(), next >= indent else { return false }
        guard next == indent else { throw Unusual() }
        return true
    }

    private var isDash: Bool {
        bytes[position] == UInt8(ascii: "-")
            && (bytes[position + 1] == UInt8(ascii: " ") || bytes[position + 1] == UInt8(ascii: "\n"))
    }

    /// The keys of a mapping so far.
    ///
    /// Yams has the words for one that stands twice, and for too many.
    struct SeenKeys {
        /// Those of a mapping that has more than a glance takes in.
        private var many: Set<ByteKey> = []

        /// - Parameter entries: Those that stand before the key.
        mutating func insert(_ key: String, into entries: [MarkedNode.Entry]) throws(Unusual) {
            if entries.count < 24 {
                guard !entries.contains(where: { $0.key.hasSameBytes(as: key) }) else { throw Unusual() }
                return
            }
            if many.isEmpty { many = Set(entries.map { ByteKey($0.key) }) }
            guard entries.count < YAMLReading.keyLimit, many.insert(ByteKey(key)).inserted else { throw Unusual() }
        }
    }

    mutating func deeper() throws(Unusual) {
        depth += 1
        guard depth <= PlainYAML.depthLimit else { throw Unusual() }
    }

    /// A key here and the colon behind it; nil, somewhere behind the start, where none of the plainest kind stands here.
    mutating func plainKey() -> String? {
        let start = position
        while position - start < 120 {
            switch bytes[position] {
            case 0x80..., UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                position += 1
            case UInt8(ascii: ":"):
                let end = position
                position += 1
                guard end > start, bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\n") else {
                    return nil
                }
                let key = words(start..<end)
                // A key that means nothing to YAML.
                return key.hasSameBytes(as: "null") || key.hasSameBytes(as: "Null") || key.hasSameBytes(as: "NULL")
                    ? nil : key
            default: return nil
            }
        }
        return nil
    }

    /// The words of a range; those that guide files use again and again are made once.
    func words(_ range: Range<Int>) -> String {
        let part = bytes[range]
        return KnownWords.shared.word(part) ?? String(decoding: part, as: UTF8.self)
    }
}
