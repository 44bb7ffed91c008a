/// The places that nearly all citations name, read by their bytes: whole articles and their 款 between `、`.
enum PlainPlaces {
    /// Nil for whatever is not written in that form, which says nothing about whether it is right.
    static func read(_ text: String) -> [LawPlace]? {
        var text = text
        return text.withUTF8 { read($0) }
    }

    static func read(_ bytes: Bytes) -> [LawPlace]? {
        var cursor = Cursor(rest: bytes[...])
        var places: [LawPlace] = []
        repeat {
            guard let number = cursor.number(before: Sign.article) else { return nil }
            var paragraph: Int?
            if cursor.next == Sign.ordinal {
                guard let number = cursor.number(before: Sign.paragraph) else { return nil }
                paragraph = number
            }
            guard places.count < PlaceReading.limit else { return nil }
            places.append(LawPlace(.article(number), paragraph: paragraph))
        } while cursor.take(Sign.listMark)
        return cursor.rest.isEmpty ? places : nil
    }

    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// The three bytes of a character as one number.
    private enum Sign {
        static let ordinal: UInt32 = 0xE7ACAC  // 第
        static let article: UInt32 = 0xE69DA1  // 条
        static let paragraph: UInt32 = 0xE6ACBE  // 款
        static let listMark: UInt32 = 0xE38081  // 、

        /// The character; nil where the bytes are something else than one of three bytes.
        static func scalar(_ sign: UInt32) -> Unicode.Scalar? {
            guard sign >> 20 == 0xE else { return nil }
            return Unicode.Scalar((sign >> 16 & 0xF) << 12 | (sign >> 8 & 0x3F) << 6 | sign & 0x3F)
        }
    }

    private struct Cursor {
        var rest: Slice<Bytes>

        var next: UInt32? { Cursor.sign(at: rest.startIndex, in: rest) }

        private static func sign(at index: Int, in rest: Slice<Bytes>) -> UInt32? {
            guard index + 2 < rest.endIndex else { return nil }
            return UInt32(rest[index]) << 16 | UInt32(rest[index + 1]) << 8 | UInt32(rest[index + 2])
        }

        mutating func take(_ sign: UInt32) -> Bool {
            guard next == sign else { return false }
            rest = rest.dropFirst(3)
            return true
        }

        /// 第, a number as laws write it, and the sign behind it.
        mutating func number(before sign: UInt32) -> Int? {
            guard take(Sign.ordinal) else { return nil }
            // 一千二百四十二 at most.
            let start = rest.startIndex
            var end = start
            while let next = Cursor.sign(at: end, in: rest), next != sign {
                guard end - start < 24, let scalar = Sign.scalar(next), ChineseNumeral.isNumeral(scalar) else {
                    return nil
                }
                end += 3
            }
            let scalars = stride(from: start, to: end, by: 3).lazy.compactMap { [rest] index in
                Cursor.sign(at: index, in: rest).flatMap(Sign.scalar)
            }
            guard end > start, case .value(let number) = ChineseNumeral.reading(scalars) else { return nil }
            rest = rest[end...]
            return take(sign) ? number : nil
        }
    }
}
