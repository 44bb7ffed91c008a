/// Scalars and what stands in brackets.
extension PlainYAML {
    /// One line's value, or a `|` block; stands at the start of a line afterwards.
    mutating func scalarOrFlow(indent: Int) throws(Unusual) -> MarkedNode {
        if bytes[position] == UInt8(ascii: "|") { return try literal(indent: indent) }
        let value = try isFlowStart ? flow() : scalar(inFlow: false)
        try endLine()
        return value
    }

    private var isFlowStart: Bool { bytes[position] == UInt8(ascii: "[") || bytes[position] == UInt8(ascii: "{") }

    private mutating func scalar(inFlow: Bool) throws(Unusual) -> MarkedNode {
        let byte = bytes[position]
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return try quoted(byte) }
        return try plain(inFlow: inFlow)
    }

    /// Quotes that close in their line and hold no escapes.
    private mutating func quoted(_ quote: UInt8) throws(Unusual) -> MarkedNode {
        let mark = mark()
        position += 1
        let start = position
        while bytes[position] != quote {
            guard bytes[position] != UInt8(ascii: "\n"), bytes[position] != UInt8(ascii: "\\") else { throw Unusual() }
            position += 1
        }
        let text = words(start..<position)
        position += 1
        // `''` inside single quotes is one of them.
        guard bytes[position] != quote else { throw Unusual() }
        return try node(.scalar(text), at: mark, isQuoted: true)
    }

    /// Words without quotes, to the end of the line or, in brackets, of the element.
    private mutating func plain(inFlow: Bool) throws(Unusual) -> MarkedNode {
        let mark = mark()
        let start = position
        guard PlainYAML.mayBegin(bytes[start]) else { throw Unusual() }
        var end = start
        scan: while true {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\n"):
                if inFlow { throw Unusual() }
                break scan
            case UInt8(ascii: " "):
                if bytes[position + 1] == UInt8(ascii: "#") {
                    if inFlow { throw Unusual() }
                    break scan
                }
                position += 1
                continue
            case UInt8(ascii: ":"):
                guard PlainYAML.mayFollowColon(bytes[position + 1]) else { throw Unusual() }
            case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
                if inFlow { break scan }
            case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "?"):
                if inFlow { throw Unusual() }
            default: break
            }
            position += 1
            end = position
        }
        var text = words(start..<end)
        if end - start <= 4, ["~", "null", "Null", "NULL"].contains(text) { text = "" }
        return try node(.scalar(text), at: mark)
    }

    /// Letters, digits and everything that is not ASCII; of signs only those that mean nothing to YAML.
    private static func mayBegin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x80..., UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "("), UInt8(ascii: "/"),
            UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func mayFollowColon(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x80..., UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"):
            true
        default: false
        }
    }

    /// `|` and the indented lines below it, with one line break at the end.
    private mutating func literal(indent: Int) throws(Unusual) -> MarkedNode {
        let mark = mark()
        position += 1
        guard bytes[position] == UInt8(ascii: "\n") else { throw Unusual() }
        breakLine()
        skipSpaces()
        let inner = position - lineStart
        guard position < bytes.count, inner > indent, bytes[position] != UInt8(ascii: "\n") else { throw Unusual() }
        var text: [UInt8] = []
        var emptyLines = 0
        while true {
            // Stands behind `inner` spaces, before words.
            let start = position
            while bytes[position] != UInt8(ascii: "\n") { position += 1 }
            for _ in 0..<emptyLines { text.append(UInt8(ascii: "\n")) }
            text += bytes[start..<(position + 1)]
            breakLine()
            emptyLines = 0
            while true {
                guard position < bytes.count else {
                    return try node(.scalar(String(decoding: text, as: UTF8.self)), at: mark, isQuoted: true)
                }
                while position - lineStart < inner, bytes[position] == UInt8(ascii: " ") { position += 1 }
                guard bytes[position] == UInt8(ascii: "\n") else { break }
                breakLine()
                emptyLines += 1
            }
            if position - lineStart == inner {
                // A line of nothing but spaces would be words.
                let words = position
                skipSpaces()
                if bytes[position] == UInt8(ascii: "\n") { throw Unusual() }
                position = words
                continue
            }
            guard position - lineStart <= indent else { throw Unusual() }
            position = lineStart
            return try node(.scalar(String(decoding: text, as: UTF8.self)), at: mark, isQuoted: true)
        }
    }

    // MARK: Brackets

    private mutating func flow() throws(Unusual) -> MarkedNode {
        try deeper()
        defer { depth -= 1 }
        let mark = mark()
        let isList = bytes[position] == UInt8(ascii: "[")
        let close = isList ? UInt8(ascii: "]") : UInt8(ascii: "}")
        position += 1
        skipSpaces()
        var elements: [MarkedNode] = []
        var entries: [MarkedNode.Entry] = []
        var keys = SeenKeys()
        while bytes[position] != close {
            if isList {
                elements.append(try flowValue())
            } else {
                let place = self.mark()
                guard let key = plainKey(), bytes[position] == UInt8(ascii: " ") else { throw Unusual() }
                try keys.insert(key, into: entries)
                nodes += 1
                skipSpaces()
                entries.append(.init(key: key, keyMark: place, value: try flowValue()))
            }
            skipSpaces()
            if bytes[position] == UInt8(ascii: ",") {
                position += 1
                skipSpaces()
                // `[甲, ]`
                guard bytes[position] != close else { throw Unusual() }
            } else if bytes[position] != close {
                throw Unusual()
            }
        }
        position += 1
        return try node(isList ? .sequence(elements) : .mapping(entries), at: mark)
    }

    private mutating func flowValue() throws(Unusual) -> MarkedNode {
        try isFlowStart ? flow() : scalar(inFlow: true)
    }
}
