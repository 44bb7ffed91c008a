/// What a line looks like from its current place on, and the mending of whole values.
extension MendedLine {
    /// Whether it is a line drawn with signs: `————`, `======`.
    var isDivider: Bool {
        let signs = scalars.filter { !$0.properties.isWhitespace }
        // Three hyphens begin a YAML document.
        return signs.count > 3 && signs.allSatisfy { "—－–-=＝_＿*＊~～…·".unicodeScalars.contains($0) }
    }

    /// How many scalars the number of a list as people write it takes, `1.`, `2、`, `（三）`; nil where there is none.
    var numberLength: Int? {
        let numerals = "0123456789０１２３４５６７８９一二三四五六七八九十".unicodeScalars
        let rest = scalars[position...]
        let isBracketed = rest.first == "（" || rest.first == "("
        let digits = rest.dropFirst(isBracketed ? 1 : 0).prefix { numerals.contains($0) }
        guard (1...3).contains(digits.count), digits.endIndex < scalars.count else { return nil }
        let sign = scalars[digits.endIndex]
        guard (isBracketed ? "）)" : ".．、)）").unicodeScalars.contains(sign) else { return nil }
        return digits.endIndex + 1 - position
    }

    /// So many scalars from the current place on.
    func words(_ count: Int) -> String { String(String.UnicodeScalarView(scalars[position...].prefix(count))) }

    /// Where the colon of a plain or quoted key stands that begins here; nil where none does.
    func plainKeyEnd() -> Int? {
        guard let first = current, !"[{}],#|>@%!&*`?".unicodeScalars.contains(first) else { return nil }
        var place = position
        if first == "\"" || first == "'" {
            guard let end = scalars[(position + 1)...].firstIndex(of: first) else { return nil }
            place = end + 1
            while place < scalars.count, scalars[place] == " " { place += 1 }
            guard place < scalars.count, scalars[place] == ":" else { return nil }
        }
        while place < scalars.count {
            if scalars[place] == ":" {
                guard place + 1 < scalars.count, scalars[place + 1] != "\r" else { return place }
                if scalars[place + 1] == " " { return place }
            } else if scalars[place] == "#", place > 0, scalars[place - 1] == " " {
                return nil
            }
            place += 1
        }
        return nil
    }

    /// Whether what stands here begins a block scalar: `|`, `>-`, `|2 # …`.
    var isBlockHeader: Bool {
        let rest = scalars[(position + 1)...].drop { "+-0123456789".unicodeScalars.contains($0) }
        guard let next = rest.first else { return true }
        return next == "\r" || (next == " " && (rest.first { $0 != " " } ?? "#") == "#")
    }

    /// Where the bracket that begins here is closed on its line.
    func matchingBracket() -> Int? {
        var depth = 0
        var quote: Unicode.Scalar?
        var before: Unicode.Scalar = " "
        for place in position..<scalars.count {
            let scalar = scalars[place]
            if let open = quote {
                if scalar == open { quote = nil }
                continue
            }
            switch scalar {
            case "[", "{": depth += 1
            case "]", "}": depth -= 1
            case "\"", "'": if "[{,:".unicodeScalars.contains(before) { quote = scalar }
            case "#": if place > 0, scalars[place - 1] == " " { return nil }
            default: break
            }
            if depth == 0 { return place }
            if scalar != " " { before = scalar }
        }
        return nil
    }

    /// The place behind the last scalar of the value: before white space and a comment at the line's end.
    private var contentEnd: Int {
        let comment = scalars.indices.first { place in
            guard scalars[place] == "#", place > 0, scalars[place - 1] == " " else { return false }
            return place + 1 == scalars.count || scalars[place + 1] == " " || scalars[place + 1] == "\r"
        }
        var end = comment ?? scalars.count
        while end > 0, scalars[end - 1].properties.isWhitespace { end -= 1 }
        return end
    }

    /// Puts `text` behind the value.
    mutating func append(_ text: String) {
        moveTo(contentEnd)
        insert(text)
    }

    /// Puts the value that begins here into single quotation marks.
    mutating func quoteRest() {
        let end = contentEnd
        insert("'")
        doubleQuotes(to: end + 1)
        insert("'")
    }

    /// Exchanges the double quotation marks around the value that begins here for single ones.
    ///
    /// - Parameter end: Where the second one stands.
    mutating func requote(to end: Int) {
        replace("'")
        doubleQuotes(to: end)
        replace("'")
    }

    /// Passes the words up to `end`, in which each single quotation mark is doubled.
    private mutating func doubleQuotes(to end: Int) {
        var end = end
        while position < end {
            guard current == "'" else {
                advance()
                continue
            }
            insert("'")
            advance()
            end += 1
        }
    }

    /// Puts a dash in the place of so many scalars.
    mutating func replaceByDash(_ count: Int) {
        replace("-")
        for _ in 1..<max(count, 2) { replace(" ") }
    }
}
