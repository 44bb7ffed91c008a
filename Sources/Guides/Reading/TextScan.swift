internal import Diagnostics

/// Goes once over a file's bytes and stops only where a rule about characters or words may have something to say.
///
/// A tree of thousands of files has hundreds of megabytes of common Chinese: those three bytes are passed at once.
struct TextScan {
    private(set) var diagnostics: [Diagnostic] = []
    /// The `#` that stand behind a space and before something else: perhaps no comment was meant.
    private(set) var hashes: [Place] = []
    /// Where marks of a template stand that nobody has filled in.
    private(set) var marks: [Place] = []

    /// A place in the text while it is gone over.
    struct Place {
        let line: Int
        /// Indices into the bytes: of the line's first byte, and of the place itself.
        let lineStart: Int
        let index: Int
        /// From 1, in Unicode scalars.
        let column: Int

        init(line: Int, lineStart: Int, index: Int, _ bytes: Bytes) {
            self.line = line
            self.lineStart = lineStart
            self.index = index
            column = (lineStart..<index).reduce(1) { bytes[$1] & 0xC0 == 0x80 ? $0 : $0 + 1 }
        }

        func location(in file: String) -> SourceLocation { SourceLocation(file: file, line: line, column: column) }
    }

    init(_ text: String, file: String) {
        var text = text
        text.withUTF8 { bytes in
            TextScan.kinds.withUnsafeBufferPointer { scan(Bytes(bytes), Cursor(bytes: bytes, kinds: $0), file) }
        }
    }

    /// The bytes; behind them stand zeros without an end.
    struct Bytes {
        private let buffer: UnsafeBufferPointer<UInt8>

        init(_ buffer: UnsafeBufferPointer<UInt8>) { self.buffer = buffer }

        var count: Int { buffer.count }

        subscript(index: Int) -> UInt8 { index < buffer.count && index >= 0 ? buffer[index] : 0 }

        func hasPrefix(_ word: StaticString, at index: Int) -> Bool {
            guard index + word.utf8CodeUnitCount <= buffer.count else { return false }
            return word.withUTF8Buffer { $0.elementsEqual(buffer[index..<(index + $0.count)]) }
        }

        /// The scalar that begins at an index, and how many bytes it takes.
        func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
            let length =
                switch buffer[index] {
                case ..<0x80: 1
                case 0xC0..<0xE0: 2
                case 0xE0..<0xF0: 3
                default: 4
                }
            guard index + length <= buffer.count else { return nil }
            let words = String(decoding: buffer[index..<(index + length)], as: UTF8.self)
            return words.unicodeScalars.first.map { ($0, length) }
        }
    }

    private mutating func scan(_ bytes: Bytes, _ start: Cursor, _ file: String) {
        var cursor = start
        // Of each line only the first finding of a rule: a paragraph copied from a PDF may have hundreds.
        var told: (line: Int, rules: Set<String>) = (1, [])
        while cursor.moveToSuspect() {
            let (line, lineStart, index) = (cursor.line, cursor.lineStart, cursor.index)
            if told.line != line { told = (line, []) }
            func place() -> Place { Place(line: line, lineStart: lineStart, index: index, bytes) }
            let (what, length) = TextScan.look(at: index, bytes)
            switch what {
            case .nothing: break
            case .hash: hashes.append(place())
            case .mark: if !TextScan.isInComment(index, lineStart, bytes) { marks.append(place()) }
            case .rare(let scalar):
                if let advice = LookAlikes.advice(for: scalar), told.rules.insert(LookAlikeCharacter.name).inserted {
                    diagnostics.append(LookAlikeCharacter.finding(advice, at: place().location(in: file)))
                } else if LookAlikes.isOddSpace(scalar), !TextScan.isInComment(index, lineStart, bytes),
                    !TextScan.isIndentation(index, lineStart, bytes), told.rules.insert(OddSpace.name).inserted
                {
                    diagnostics.append(OddSpace.finding(scalar, at: place().location(in: file)))
                }
            case .placeholder(let words):
                if !TextScan.isInComment(index, lineStart, bytes), told.rules.insert(PlaceholderText.name).inserted {
                    diagnostics.append(PlaceholderText.shown(words, at: place().location(in: file)))
                }
            case .digits(let number):
                if let finding = TextScan.personal(number, index, lineStart, bytes, { place().location(in: file) }),
                    told.rules.insert(finding.rule).inserted
                {
                    diagnostics.append(finding)
                }
            }
            cursor.index += length
        }
    }

    /// Where the scan stands: it passes what is common without a closer look.
    private struct Cursor {
        let bytes: UnsafeBufferPointer<UInt8>
        let kinds: UnsafeBufferPointer<Kind>
        var line = 1
        var lineStart = 0
        var index = 0

        init(bytes: UnsafeBufferPointer<UInt8>, kinds: UnsafeBufferPointer<Kind>) {
            self.bytes = bytes
            self.kinds = kinds
        }

        /// Moves to the next byte of which a rule may have something to say; false at the end.
        mutating func moveToSuspect() -> Bool {
            var (line, lineStart, index) = (line, lineStart, index)
            defer { (self.line, self.lineStart, self.index) = (line, lineStart, index) }
            while index < bytes.count {
                switch kinds[Int(bytes[index])] {
                case .passed: index += 1
                case .common: index += 3
                case .lineBreak:
                    index += 1
                    (line, lineStart) = (line + 1, index)
                case .digit:
                    var end = index + 1
                    while end < bytes.count, 0x30...0x39 ~= bytes[end] { end += 1 }
                    // Nobody's number has another length.
                    let length = end - index
                    if length == 11 || length == 17 || length == 18 { return true }
                    index = end
                case .suspect:
                    guard isCommonSign(at: index) else { return true }
                    index += 3
                }
            }
            return false
        }

        /// What most of the suspect bytes begin, and `look` passes as well: 叶 and its neighbours, quotes, commas, stops.
        private func isCommonSign(at index: Int) -> Bool {
            guard index + 2 < bytes.count else { return false }
            let (second, third) = (bytes[index + 1], bytes[index + 2])
            return switch bytes[index] {
            case 0xE5: second != 0xBE
            case 0xE2: second == 0x80 && 0x90...0xA7 ~= third
            case 0xE3: second == 0x80 && third != 0x80 && third != 0x94
            case 0xEF: second == 0xBC && third != 0x9F
            default: false
            }
        }
    }

    private static func personal(
        _ number: String, _ index: Int, _ lineStart: Int, _ bytes: Bytes, _ place: () -> SourceLocation
    ) -> Diagnostic? {
        guard !isInComment(index, lineStart, bytes), !isInAddress(index, lineStart, bytes) else { return nil }
        if IdentityNumber.isOne(number) { return IdentityNumber.finding(at: place()) }
        if MobileNumber.isOne(number), !MobileNumber.isUnderPhoneKey(index, lineStart, bytes) {
            return MobileNumber.inText(number, at: place())
        }
        return nil
    }

    // MARK: Single bytes

    private enum Kind: UInt8 { case passed, common, lineBreak, digit, suspect }

    /// What is to be done about a byte with which a scalar begins.
    private static let kinds: [Kind] = (0...255).map { byte in
        switch byte {
        case 0x0A: .lineBreak
        case 0x30...0x39: .digit
        case 0x23, 0x58, 0x78: .suspect
        // E4 to E9 begin the common characters; E5 BE 85 is 待.
        case 0xE5: .suspect
        case 0xE4, 0xE6...0xE9: .common
        case 0xC2, 0xCD, 0xD8, 0xE1...0xE3, 0xEE...0xF7: .suspect
        default: .passed
        }
    }

    private enum Suspect {
        case nothing, hash, mark
        case rare(Unicode.Scalar)
        case placeholder(String)
        case digits(String)
    }

    /// What stands at an index, and how many bytes it takes.
    private static func look(at index: Int, _ bytes: Bytes) -> (Suspect, length: Int) {
        let byte = bytes[index]
        switch byte {
        case 0x23:
            let (before, next) = (bytes[index - 1], bytes[index + 1])
            let isHash = (before == 0x20 || before == 0x09) && next > 0x20 && next != 0x23
            return (isHash ? .hash : .nothing, 1)
        case 0x30...0x39: return digits(at: index, bytes)
        case 0x58, 0x78:
            guard bytes[index + 1] == byte, bytes[index + 2] == byte else { return (.nothing, 1) }
            var end = index + 3
            while bytes[end] == byte { end += 1 }
            // Within a word of letters it is none.
            let isAlone = !isWordByte(bytes[index - 1]) && !isWordByte(bytes[end])
            return (
                isAlone ? .placeholder(String(repeating: byte == 0x58 ? "X" : "x", count: 3)) : .nothing, end - index
            )
        case 0xE5:
            guard bytes[index + 1] == 0xBE, bytes[index + 2] == 0x85 else { return (.nothing, 3) }
            for word in PlaceholderText.words where bytes.hasPrefix(word, at: index) {
                return (.placeholder("\(word)"), word.utf8CodeUnitCount)
            }
            return (.nothing, 3)
        case 0xE2:
            // Quotes and dashes (U+2010 to U+2027) are common.
            if bytes[index + 1] == 0x80, (0x90...0xA7).contains(bytes[index + 2]) { return (.nothing, 3) }
        case 0xE3:
            if bytes[index + 1] == 0x80, bytes[index + 2] == 0x94 {
                let isMark = bytes.hasPrefix(UnfilledTemplate.bytes, at: index)
                return isMark ? (.mark, UnfilledTemplate.bytes.utf8CodeUnitCount) : (.nothing, 3)
            }
            let isRare = bytes[index + 1] == 0x80 ? bytes[index + 2] == 0x80 : bytes[index + 1] == 0x85
            guard isRare else { return (.nothing, 3) }
        case 0xEF where bytes[index + 1] == 0xBC:
            // U+FF00 to U+FF3F are full-width signs; U+FF1F is ？.
            guard bytes[index + 2] == 0x9F, bytes.hasPrefix("？？？", at: index) else { return (.nothing, 3) }
            return (.placeholder("？？？"), 9)
        default: break
        }
        guard let (scalar, length) = bytes.scalar(at: index) else { return (.nothing, 1) }
        return (.rare(scalar), length)
    }

    /// A run of digits, with the X that may end an identity number.
    private static func digits(at index: Int, _ bytes: Bytes) -> (Suspect, length: Int) {
        var end = index
        while (0x30...0x39).contains(bytes[end]) { end += 1 }
        let length = end - index
        guard length == 11 || length == 17 || length == 18, !isWordByte(bytes[index - 1]) else {
            return (.nothing, length)
        }
        let hasX = length == 17 && (bytes[end] == 0x58 || bytes[end] == 0x78)
        let whole = hasX ? end + 1 : end
        guard !isWordByte(bytes[whole]), length != 17 || hasX else { return (.nothing, length) }
        let text = String(decoding: (index..<whole).map { bytes[$0] }, as: UTF8.self)
        return (.digits(text), whole - index)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
        default: false
        }
    }

    // MARK: What stands around a place

    /// Whether a `#` before it, at the line's start or behind a space and outside of quotation marks, makes it a comment.
    static func isInComment(_ index: Int, _ lineStart: Int, _ bytes: Bytes) -> Bool {
        var quote: UInt8?
        var before = UInt8(ascii: " ")
        for place in lineStart..<index {
            let byte = bytes[place]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x23, place == lineStart || bytes[place - 1] == 0x20 {
                return true
            } else if byte == 0x22 || byte == 0x27, [0x20, 0x5B, 0x7B, 0x2C].contains(before) {
                quote = byte
            }
            before = byte
        }
        return false
    }

    /// Whether it stands in quotation marks that begin on its line.
    static func isQuoted(_ place: Place, _ bytes: Bytes) -> Bool {
        var quote: UInt8?
        var before = UInt8(ascii: " ")
        for index in place.lineStart..<place.index {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x22 || byte == 0x27, [0x20, 0x5B, 0x7B, 0x2C].contains(before) {
                quote = byte
            }
            before = byte
        }
        return quote != nil
    }

    /// Whether it stands in an address of the web.
    private static func isInAddress(_ index: Int, _ lineStart: Int, _ bytes: Bytes) -> Bool {
        var start = index
        while start > lineStart, bytes[start - 1] > 0x20, bytes[start - 1] < 0x80 { start -= 1 }
        return (start..<index).contains { bytes.hasPrefix("://", at: $0) }
    }

    /// Whether nothing but spaces stand before it: what is wrong with indentation is said elsewhere, and a paragraph may
    /// begin with two wide spaces.
    private static func isIndentation(_ index: Int, _ lineStart: Int, _ bytes: Bytes) -> Bool {
        var place = lineStart
        while place < index {
            guard bytes[place] == 0x20 || bytes.hasPrefix("\u{3000}", at: place) else { return false }
            place += bytes[place] == 0x20 ? 1 : 3
        }
        return true
    }
}
