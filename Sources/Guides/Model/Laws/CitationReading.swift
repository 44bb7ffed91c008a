/// Reads a citation in one text: a law's name, and behind it the places.
struct CitationReading {
    let citation: Citation
    /// Why a part of it means nothing.
    let problem: PlaceReading.Problem?

    init(_ text: String) {
        if let plain = CitationReading.plain(text) {
            (citation, problem) = (plain, nil)
            return
        }
        var rest = Substring(text).drop(while: \.isWhitespace)
        let law: Substring
        if rest.hasPrefix("《"), let end = rest.firstIndex(of: "》") {
            law = rest[rest.index(after: rest.startIndex)..<end]
            rest = CitationReading.withoutEdition(rest[rest.index(after: end)...])
        } else {
            let end = rest.firstIndex(where: \.isWhitespace) ?? CitationReading.placeStart(in: rest) ?? rest.endIndex
            law = CitationReading.withoutEditionBehind(rest[..<end])
            rest = rest[end...]
        }
        let reading = PlaceReading(String(rest.drop(while: \.isWhitespace)))
        citation = Citation(law: String(law), places: reading.places)
        problem = reading.problem
    }

    /// The usual form by its bytes: a name, one space, plain places.
    private static func plain(_ text: String) -> Citation? {
        var text = text
        return text.withUTF8 { bytes in
            // 《 begins with E3 80 8A; a name in such marks is not plain.
            guard let space = bytes.firstIndex(of: UInt8(ascii: " ")), space > 0, bytes[space - 1] != UInt8(ascii: ")"),
                !(bytes[0] == 0xE3 && bytes[1] == 0x80),
                let places = PlainPlaces.read(UnsafeBufferPointer(rebasing: bytes[(space + 1)...]))
            else { return nil }
            let law = String(decoding: bytes[..<space], as: UTF8.self)
            // （2019年修正） behind a name may be a remark.
            return law.utf8.last == 0x89 && law.hasSuffix("）") ? nil : Citation(law: law, places: places)
        }
    }

    /// Where `第七条` or `附件` begins in `建筑法第七条`.
    private static func placeStart(in text: Substring) -> Substring.Index? {
        var search = text
        while let start = search.firstIndex(of: "第") {
            let behind = search[search.index(after: start)...]
            let number = behind.prefix { $0.unicodeScalars.allSatisfy(ChineseNumeral.isNumeral) }
            if start > text.startIndex, !number.isEmpty,
                behind[number.endIndex...].first.map({ "条、至".contains($0) }) == true
            {
                return start
            }
            search = behind
        }
        return nil
    }

    /// `第七条` of `（2019年修正）第七条`: which edition was read is no part of a law's name.
    private static func withoutEdition(_ text: Substring) -> Substring {
        guard let first = text.first, "（(".contains(first), let end = text.firstIndex(where: { "）)".contains($0) }),
            isEdition(text[text.index(after: text.startIndex)..<end])
        else { return text }
        return text[text.index(after: end)...]
    }

    /// `建筑法` of `建筑法（2019年修正）`.
    private static func withoutEditionBehind(_ name: Substring) -> Substring {
        guard let last = name.last, "）)".contains(last), let start = name.lastIndex(where: { "（(".contains($0) }),
            start > name.startIndex, isEdition(name[name.index(after: start)...].dropLast())
        else { return name }
        return name[..<start]
    }

    private static func isEdition(_ remark: Substring) -> Bool {
        remark.contains("年") && ["修正", "修订", "修改", "公布", "施行", "通过", "版", "本"].contains { remark.hasSuffix($0) }
    }
}
