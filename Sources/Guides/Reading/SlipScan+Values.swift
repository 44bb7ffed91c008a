internal import Diagnostics

/// What a value begins with: quotation marks, and signs that mean something to YAML.
extension SlipScan {
    /// Looks at the value at the current place; whether the line is done with.
    mutating func mendValue(_ line: inout MendedLine) -> Bool {
        line.skipSpaces()
        guard let first = line.current else { return true }
        switch first {
        case "\"", "'":
            return mendQuotes(first, &line)
        case "[", "{":
            guard let end = line.matchingBracket() else { return false }
            let rest = line.scalars[(end + 1)...].drop { $0 == " " }
            guard let next = rest.first, next != "#", next != "\r", next != ":" else { return false }
            if rest.allSatisfy({ "]} ".unicodeScalars.contains($0) }) {
                line.moveTo(rest.startIndex)
                diagnostics.append(YAMLSyntax.needlessBracket(Character(next), at: line.place(in: file)))
                while line.current != nil { line.replace(" ") }
                return true
            }
            forbid(first, &line)
            return true
        case "!", "%", "@", "`", ",", "]", "}":
            forbid(first, &line)
        case "&", "*":
            // A name that YAML takes for one is the business of another rule.
            guard let next = line.peek(1), next.value > 0x7F || next == " " || next == "*" else { return true }
            forbid(first, &line)
        case "|", ">":
            if !line.isBlockHeader { forbid(first, &line) }
        case "?":
            if line.peek(1) == " " { forbid(first, &line) }
        case "#":
            return true
        default:
            return false
        }
        return true
    }

    private mutating func forbid(_ first: Unicode.Scalar, _ line: inout MendedLine) {
        diagnostics.append(YAMLSyntax.forbiddenStart(Character(first), at: line.place(in: file)))
        line.quoteRest()
    }

    /// A quotation that does not end, that has words behind its end, or a backslash that means something else in it.
    private mutating func mendQuotes(_ quote: Unicode.Scalar, _ line: inout MendedLine) -> Bool {
        let place = line.place(in: file)
        guard let end = SlipScan.end(of: line.scalars[(line.position + 1)...], quote) else {
            guard isUnclosed(quote, line) else {
                openQuote = quote
                return true
            }
            // `"甲”`: the second mark is Chinese.
            if let last = line.last, last == "”" || last == "“" || last == "＂" || last == "’" {
                diagnostics.append(YAMLSyntax.wideQuote(Character(quote), Character(last), at: place))
            } else {
                diagnostics.append(YAMLSyntax.unclosedQuote(Character(quote), at: place))
                guesses.append(line.number...line.number)
            }
            line.append(String(quote))
            return true
        }
        let rest = line.scalars[(end + 1)...].drop { $0 == " " }
        if rest.first == ":" {
            // A key in quotation marks.
            line.moveTo(rest.startIndex + 1)
            entry = Entry(column: entry.column, hasValue: true)
            return mendValue(&line)
        }
        if quote == "\"", let escape = SlipScan.unknownEscape(in: line.scalars[(line.position + 1)..<end]) {
            let start = line.position
            line.moveTo(escape)
            diagnostics.append(YAMLSyntax.backslash(at: line.place(in: file)))
            line.moveTo(start)
            line.requote(to: end)
            return true
        }
        if let next = rest.first, next != "#", next != "\r" {
            diagnostics.append(YAMLSyntax.wordsBehindQuote(at: place))
            line.quoteRest()
        }
        return true
    }

    /// Whether the quotation that begins here ends nowhere: before its end something else begins.
    private func isUnclosed(_ quote: Unicode.Scalar, _ line: MendedLine) -> Bool {
        let column = max(entry.column, 0)
        for (index, next) in source.enumerated().dropFirst(line.number) {
            guard let first = next.unicodeScalars.firstIndex(where: { $0 != " " && $0 != "\r" }) else { continue }
            let indent = next.unicodeScalars.distance(from: next.startIndex, to: first)
            if indent <= column, SlipScan.beginsEntry(next) { return true }
            if SlipScan.closes(Array(next.unicodeScalars)[...], quote) { return false }
            // No value is that long.
            if index > line.number + 200 { return true }
        }
        return true
    }

    static func closes(_ scalars: ArraySlice<Unicode.Scalar>, _ quote: Unicode.Scalar) -> Bool {
        end(of: scalars, quote) != nil
    }

    /// Where a quotation ends whose words begin with `scalars`; nil where it goes on.
    private static func end(of scalars: ArraySlice<Unicode.Scalar>, _ quote: Unicode.Scalar) -> Int? {
        var index = scalars.startIndex
        while index < scalars.endIndex {
            if quote == "\"", scalars[index] == "\\" {
                index += 2
                continue
            }
            if scalars[index] == quote {
                // Two in a row stand for one inside single ones.
                guard quote == "'", index + 1 < scalars.endIndex, scalars[index + 1] == quote else { return index }
                index += 1
            }
            index += 1
        }
        return nil
    }

    /// The backslash in double quotation marks behind which YAML knows no such sign.
    private static func unknownEscape(in scalars: ArraySlice<Unicode.Scalar>) -> Int? {
        var index = scalars.startIndex
        while index < scalars.endIndex {
            guard scalars[index] == "\\" else {
                index += 1
                continue
            }
            guard index + 1 < scalars.endIndex else { return index }
            let sign = scalars[index + 1]
            let digits: Int
            switch sign {
            case "x": digits = 2
            case "u": digits = 4
            case "U": digits = 8
            case _ where "0abtnvfre \"/\\N_LP".unicodeScalars.contains(sign): digits = 0
            default: return index
            }
            let number = scalars[(index + 2)...].prefix(digits)
            guard number.count == digits, number.allSatisfy({ $0.properties.isASCIIHexDigit }) else { return index }
            index += 2 + digits
        }
        return nil
    }
}
