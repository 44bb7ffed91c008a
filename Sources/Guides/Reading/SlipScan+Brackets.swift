internal import Diagnostics

/// Inside `[…]` and `{…}`, and where they are full-width.
extension SlipScan {
    mutating func mendBrackets(_ line: inout MendedLine) {
        line.skipSpaces()
        if brackets.isEmpty {
            guard let scalar = line.current, scalar == "[" || scalar == "{" || LookAlikes.brackets[scalar] != nil else {
                return
            }
            // 【注意】 may begin a sentence: only brackets that also close the line are YAML's, and those that never close.
            if scalar != "[" && scalar != "{" {
                guard !line.isMark, let last = line.last else { return }
                let isClosed = LookAlikes.brackets[last] != nil || last == "]" || last == "}"
                guard isClosed || (scalar == "【" && !line.scalars.contains("】")) else { return }
            }
        }
        var quote: Unicode.Scalar?
        var isAtStart = true
        while let scalar = line.current {
            if let open = quote {
                if scalar == open { quote = nil }
                line.advance()
                continue
            }
            if line.isMark {
                line.advance(by: UnfilledTemplate.mark.unicodeScalars.count)
                isAtStart = false
                continue
            }
            if isAtStart, scalar == "\"" || scalar == "'" { quote = scalar }
            if let usual = LookAlikes.brackets[scalar], isAtStart || !"〔〕".unicodeScalars.contains(scalar) {
                diagnostics.append(
                    FullWidthPunctuation.bracket(Character(scalar), Character(usual), at: line.place(in: file)))
                count(usual, line)
                line.replace(String(usual))
                isAtStart = usual == "[" || usual == "{"
                continue
            }
            if isAtStart, line.key(from: 0) != nil, mendKey(&line) {
                line.skipSpaces()
                isAtStart = line.current.map { "\"'[{".unicodeScalars.contains($0) } ?? false
                continue
            }
            if separates(scalar, line) {
                diagnostics.append(
                    FullWidthPunctuation.comma(
                        Character(scalar), inBraces: brackets.last?.scalar == "{", at: line.place(in: file)))
                line.replace(", ")
                isAtStart = true
                continue
            }
            if brackets.last?.scalar == "{", scalar == ":", line.peek(1) == " " {
                mendColon(&line)
                continue
            }
            if scalar == "#", line.position > 0, line.previous == " " {
                guard let next = line.peek(1), next != " ", next != "\r" else { return }
                // What stands behind it, a closing bracket too, is a comment to YAML.
                diagnostics.append(YAMLSyntax.hashInBrackets(at: line.place(in: file)))
                line.replace("＃")
                continue
            }
            if mendFellow(scalar, &line) { continue }
            count(scalar, line)
            if scalar != " " { isAtStart = scalar == "[" || scalar == "{" || scalar == "," }
            line.advance()
            if brackets.isEmpty { return }
        }
    }

    /// Whether a full-width sign here stands where a comma belongs.
    private func separates(_ scalar: Unicode.Scalar, _ line: MendedLine) -> Bool {
        if scalar == "，" { return line.behindComma() }
        guard scalar == "；" || scalar == ";" || scalar == "、", brackets.last?.scalar == "{" else { return false }
        // `{名称: 登记表；材料形式: 纸质}`
        var next = line
        next.advance()
        next.skipSpaces()
        guard let key = next.key(from: 0), let colon = next.peek(key.unicodeScalars.count) else { return false }
        return colon == ":" || LookAlikes.colons.contains(colon)
    }

    /// A second colon in a value, as in `{答: 标准如下: 每本3元}`.
    ///
    /// One behind a key that is none of ours is not meant.
    private mutating func mendColon(_ line: inout MendedLine) {
        let before = line.scalars[..<line.position].reversed().prefix { !"{,".unicodeScalars.contains($0) }
        guard before.contains(":") else { return line.advance() }
        diagnostics.append(YAMLSyntax.colonInValue(at: line.place(in: file)))
        line.replace("：")
    }

    /// Whether a bracket closed that is of the other kind than the open one.
    private mutating func mendFellow(_ scalar: Unicode.Scalar, _ line: inout MendedLine) -> Bool {
        guard scalar == "]" || scalar == "}", let open = brackets.last, open.closing != scalar else { return false }
        // `{依据: [甲, 乙}`: the inner one was forgotten, the outer one closes here.
        if brackets.dropLast().last?.closing == scalar {
            diagnostics.append(
                YAMLSyntax.unclosed(Character(open.scalar), String(open.closing), on: nil, at: open.place))
            guesses.append(open.place.line...line.number)
            brackets.removeLast()
            line.insert(String(open.closing))
            return true
        }
        diagnostics.append(
            YAMLSyntax.otherBracket(Character(open.closing), Character(open.scalar), at: line.place(in: file)))
        guesses.append(open.place.line...line.number)
        brackets.removeLast()
        line.replace(String(open.closing))
        return true
    }

    /// At a line's end: brackets that never close are closed here.
    mutating func closeBrackets(_ line: inout MendedLine) {
        guard let outer = brackets.first, endsEntry(in: outer.column, behind: line.number),
            !closesLater(behind: line.number)
        else { return }
        let closing = String(String.UnicodeScalarView(brackets.reversed().map(\.closing)))
        let elsewhere = outer.place.line == line.number ? nil : line.number
        diagnostics.append(YAMLSyntax.unclosed(Character(outer.scalar), closing, on: elsewhere, at: outer.place))
        guesses.append(outer.place.line...line.number)
        brackets = []
        line.append(closing)
    }

    /// Whether the open brackets are all closed further down, so that the lines between stand inside them.
    private func closesLater(behind number: Int) -> Bool {
        var depth = brackets.count
        // No list in brackets is that long.
        for line in source.dropFirst(number).prefix(100) {
            for scalar in line.unicodeScalars {
                switch scalar {
                case "[", "{": depth += 1
                case "]", "}": depth -= 1
                default: break
                }
                if depth == 0 { return true }
            }
        }
        return false
    }

    private mutating func count(_ scalar: Unicode.Scalar, _ line: MendedLine) {
        switch scalar {
        case "[", "{":
            let column = brackets.last?.column ?? max(entry.column, 0)
            brackets.append(OpenBracket(scalar: scalar, place: line.place(in: file), column: column))
        case "]", "}":
            _ = brackets.popLast()
        default: break
        }
    }
}

extension LookAlikes {
    /// Signs that look like a colon.
    static let colons: Set<Unicode.Scalar> = ["：", "﹕", "∶", "︰", "ː"]

    /// Full-width brackets and the ones that YAML knows.
    static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
        "【": "[", "】": "]", "［": "[", "］": "]", "〔": "[", "〕": "]", "｛": "{", "｝": "}",
    ]
}
