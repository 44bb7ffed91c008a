internal import Diagnostics

/// What a line begins with: its indentation, dashes and key.
extension SlipScan {
    mutating func mendIndentation(_ line: inout MendedLine) {
        var isReported = false
        while let scalar = line.current, scalar.properties.isWhitespace || scalar == "\u{FEFF}", scalar != "\r" {
            if scalar == "\t" {
                if !isReported {
                    diagnostics.append(TabCharacter.finding(at: line.place(in: file)))
                    guesses.append(line.number...line.number)
                }
                isReported = true
                line.replace("  ")
            } else if scalar != " " {
                if !isReported { diagnostics.append(FullWidthPunctuation.space(at: line.place(in: file))) }
                isReported = true
                line.replace(scalar == "\u{3000}" ? "  " : " ")
            } else {
                line.advance()
            }
        }
    }

    /// Whether the line is meant as a comment, by another sign than YAML's: `＃ …`, `// …`, `————`.
    mutating func mendComment(_ line: inout MendedLine) -> Bool {
        let place = line.place(in: file)
        if line.current == "＃" {
            diagnostics.append(FullWidthPunctuation.hash(at: place))
            line.replace("#")
            return true
        }
        if line.current == "/", line.peek(1) == "/" {
            diagnostics.append(YAMLSyntax.slashes(at: place))
        } else if line.isDivider {
            diagnostics.append(YAMLSyntax.divider(at: place))
        } else {
            return false
        }
        line.insert("# ")
        return true
    }

    /// Whether a dash stood here; the line then goes on behind it.
    mutating func mendDash(_ line: inout MendedLine) -> Bool {
        guard let scalar = line.current else { return false }
        let isDash = scalar == "-"
        guard isDash || "－—–•·●".unicodeScalars.contains(scalar) else { return false }
        let behind = line.peek(1)
        if isDash, behind == " " {
            line.advance()
            line.skipSpaces()
            return true
        }
        let startsKey = line.key(from: 1) != nil
        // `-特种设备` where a list is due.
        let startsWord = isDash && !entry.hasValue && (behind?.value ?? 0) > 0x7F
        guard startsKey || startsWord || (!isDash && behind == " ") else { return false }
        if isDash {
            diagnostics.append(MissingSpace.behindDash(at: line.place(in: file)))
            line.advance()
            line.insert(" ")
        } else {
            diagnostics.append(FullWidthPunctuation.dash(Character(scalar), at: line.place(in: file)))
            line.replace(behind == " " ? "-" : "- ")
            line.skipSpaces()
        }
        return true
    }

    /// `键：值`, `键:值` or `键=值` at the current place; whether a key of ours with its colon, or what is meant for one,
    /// stood here.
    mutating func mendKey(_ line: inout MendedLine) -> Bool {
        guard let key = line.key(from: 0) else { return false }
        let start = line.position
        line.advance(by: key.unicodeScalars.count)
        let afterKey = line.position
        while let scalar = line.current, scalar == " " || scalar == "\u{3000}" { line.advance() }
        if let colon = line.current {
            if colon == ":" {
                mendSpace(behind: key, &line)
                line.skipSpaces()
                return true
            }
            if LookAlikes.colons.contains(colon) {
                diagnostics.append(FullWidthPunctuation.colon(key, at: line.place(in: file)))
            } else if colon == "=" || colon == "＝" {
                diagnostics.append(YAMLSyntax.equalsSign(key, at: line.place(in: file)))
            } else if line.position > afterKey, !"\r#,}".unicodeScalars.contains(colon) {
                line.moveTo(afterKey)
                diagnostics.append(MissingSpace.noColon(key, at: line.place(in: file)))
                line.insert(":")
                line.replaceWideSpaces()
                return true
            } else {
                line.moveTo(start)
                return false
            }
            let next = line.peek(1)
            line.replace(next == nil || next == " " || next == "\r" ? ":" : ": ")
            line.replaceWideSpaces()
            return true
        }
        line.moveTo(start)
        return false
    }

    private mutating func mendSpace(behind key: String, _ line: inout MendedLine) {
        line.advance()
        guard let next = line.current, next != " ", next != "\r" else { return }
        if next == "\u{3000}" || next == "\u{A0}" {
            diagnostics.append(FullWidthPunctuation.space(at: line.place(in: file)))
            line.replace(" ")
            line.replaceWideSpaces()
        } else if next != "\t" {
            diagnostics.append(MissingSpace.behindColon(key, at: line.place(in: file)))
            line.insert(" ")
        }
    }

    /// Passes a key that is none of ours, and its colon; false where there is none.
    func passKey(_ line: inout MendedLine) -> Bool {
        guard let end = line.plainKeyEnd() else { return false }
        line.moveTo(end + 1)
        line.skipSpaces()
        return true
    }

    /// Whether the line can be no part of the file: it has no key, no dash, and stands too far left to go on with the value
    /// above.
    mutating func mendStray(_ line: inout MendedLine) -> Bool {
        let place = line.place(in: file)
        if !entry.hasValue, let length = line.numberLength {
            diagnostics.append(YAMLSyntax.numberedList(line.words(length), at: place))
            line.replaceByDash(length)
            // The next number goes on with the list.
            entry = Entry(column: entry.column, hasValue: false)
            return true
        }
        guard line.position <= max(entry.column, 0), let first = line.current else { return false }
        // Brackets, quotes and signs have words of their own.
        guard first.value > 0x7F || first.properties.isAlphabetic || first.properties.numericType != nil else {
            return false
        }
        diagnostics.append(YAMLSyntax.strayLine(at: place))
        guesses.append(line.number...line.number)
        line.insert("# ")
        return true
    }
}
