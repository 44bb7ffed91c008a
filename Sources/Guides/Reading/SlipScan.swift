internal import Diagnostics

/// Slips of the pen in YAML's own signs, found line by line without parsing, and the text with them mended.
///
/// YAML itself stops at the first and says something about "block mappings"; or worse, it reads `名称：甲` as one word.
/// The mended text is read instead, so that one slip does not hide the other mistakes of the file. It is never written
/// back: what a clerk meant is for the clerk to say.
struct SlipScan {
    private(set) var diagnostics: [Diagnostic] = []
    /// The mended text.
    var text: String { lines.map(\.text).joined(separator: "\n") }

    private let file: String
    private var lines: [MendedLine] = []
    /// Brackets that are open at the start of a line.
    private var flowDepth = 0

    init(_ text: String, file: String) {
        self.file = file
        var block: Int?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var mended = MendedLine(line, number: index + 1)
            let indent = mended.scalars.prefix { $0 == " " }.count
            // The words of a block scalar are nobody's syntax.
            if let outer = block, mended.isBlank || indent > outer {
                lines.append(mended)
                continue
            }
            block = nil
            mend(&mended)
            if mended.opensBlock { block = indent }
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
        if flowDepth == 0 {
            mendIndentation(&line)
            if line.isBlank || line.current == "#" { return }
            if line.current == "＃" {
                diagnostics.append(FullWidthPunctuation.hash(at: line.place(in: file)))
                line.replace("#")
                return
            }
            while mendDash(&line) {}
            mendKey(&line)
        }
        mendFlow(&line)
    }

    private mutating func mendIndentation(_ line: inout MendedLine) {
        var isReported = false
        while let scalar = line.current, scalar.properties.isWhitespace || scalar == "\u{FEFF}", scalar != "\r" {
            if scalar == "\t" {
                if !isReported { diagnostics.append(TabCharacter.finding(at: line.place(in: file))) }
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

    /// Whether a dash stood here; the line then goes on behind it.
    private mutating func mendDash(_ line: inout MendedLine) -> Bool {
        guard let scalar = line.current else { return false }
        let isDash = scalar == "-"
        guard isDash || "－—–•·●".unicodeScalars.contains(scalar) else { return false }
        let behind = line.peek(1)
        let startsKey = line.key(from: 1) != nil
        if isDash, behind == " " {
            line.advance()
            line.skipSpaces()
            return true
        }
        guard startsKey || (!isDash && behind == " ") else { return false }
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

    /// `键：值` or `键:值` at the current place.
    private mutating func mendKey(_ line: inout MendedLine) {
        guard let key = line.key(from: 0) else { return }
        line.advance(by: key.unicodeScalars.count)
        let afterKey = line.position
        while let scalar = line.current, scalar == " " || scalar == "\u{3000}" { line.advance() }
        guard let colon = line.current else { return }
        if colon == ":" {
            mendSpace(behind: key, &line)
        } else if LookAlikes.colons.contains(colon) {
            diagnostics.append(FullWidthPunctuation.colon(key, at: line.place(in: file)))
            let next = line.peek(1)
            line.replace(next == nil || next == " " || next == "\r" ? ":" : ": ")
            line.replaceWideSpaces()
        } else if line.position > afterKey, colon != "\r", colon != "#", colon != ",", colon != "}" {
            line.moveTo(afterKey)
            diagnostics.append(MissingSpace.noColon(key, at: line.place(in: file)))
            line.insert(":")
            line.replaceWideSpaces()
        }
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

    /// Inside `[…]` and `{…}`, and where they are full-width.
    private mutating func mendFlow(_ line: inout MendedLine) {
        line.skipSpaces()
        if flowDepth == 0 {
            guard let scalar = line.current, scalar == "[" || scalar == "{" || LookAlikes.brackets[scalar] != nil else {
                return
            }
            // 【注意】 may begin a sentence: only brackets that also close the line are YAML's.
            if scalar != "[" && scalar != "{" {
                guard let last = line.last, LookAlikes.brackets[last] != nil || last == "]" || last == "}" else {
                    return
                }
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
            if isAtStart, scalar == "\"" || scalar == "'" { quote = scalar }
            if let usual = LookAlikes.brackets[scalar] {
                diagnostics.append(
                    FullWidthPunctuation.bracket(Character(scalar), Character(usual), at: line.place(in: file)))
                count(usual)
                line.replace(String(usual))
                isAtStart = usual == "[" || usual == "{"
                continue
            }
            if isAtStart, line.key(from: 0) != nil {
                mendKey(&line)
                isAtStart = false
                line.skipSpaces()
                if let next = line.current { isAtStart = next == "\"" || next == "'" }
                continue
            }
            if scalar == "，", line.behindComma() {
                diagnostics.append(FullWidthPunctuation.comma("，", at: line.place(in: file)))
                line.replace(", ")
                isAtStart = true
                continue
            }
            if flowDepth > 0, scalar == "#", line.position > 0, line.previous == " " { return }
            count(scalar)
            if scalar != " " { isAtStart = scalar == "[" || scalar == "{" || scalar == "," }
            line.advance()
            if flowDepth == 0 { return }
        }
    }

    private mutating func count(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "[", "{": flowDepth += 1
        case "]", "}": flowDepth = max(0, flowDepth - 1)
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
