/// 依据: a law and the articles of it on which something rests.
package struct Citation: Sendable, Hashable {
    /// The stem of the law's file.
    package let law: String
    /// The articles as cited, down to the paragraph: `第五十八条第一款`.
    package let articles: [String]
    /// The law is certain, the number of the article is not.
    package let isUnverified: Bool
    package let note: String?

    package init(law: String, articles: [String] = [], isUnverified: Bool = false, note: String? = nil) {
        self.law = law
        self.articles = articles
        self.isUnverified = isUnverified
        self.note = note
    }

    /// Reads `建筑法 第七条、第八条`, and what cannot be misread: `《建筑法》第七条`.
    package init(_ text: String) {
        if let plain = Citation(plain: text) {
            self = plain
            return
        }
        var rest = Substring(text).drop(while: \.isWhitespace)
        if rest.hasPrefix("《"), let end = rest.firstIndex(of: "》") {
            law = String(rest.dropFirst().prefix(upTo: end))
            rest = rest[rest.index(after: end)...]
        } else {
            let end = rest.firstIndex(where: \.isWhitespace) ?? Citation.articleStart(in: rest) ?? rest.endIndex
            law = String(rest[..<end])
            rest = rest[end...]
        }
        articles = rest.split(whereSeparator: \.isWhitespace).flatMap { Citation.articles(String($0)) }
        isUnverified = false
        note = nil
    }

    /// Reads the usual form by its bytes: a name, one space, articles between `、`.
    private init?(plain text: String) {
        var text = text
        let parts = text.withUTF8 { bytes -> (law: String, articles: [String])? in
            guard let space = bytes.firstIndex(of: UInt8(ascii: " ")), space > 0 else { return nil }
            var articles: [String] = []
            var start = space + 1
            for index in bytes.indices where index != space {
                switch bytes[index] {
                // Other spaces and commas, or the first byte of one.
                case 0...0x2C, 0xC2, 0xE1, 0xE2, 0xEF: return nil
                case 0xE3 where bytes[index + 1] == 0x80:
                    // 《 begins with these bytes too, and the ideographic space; `、` separates.
                    guard bytes[index + 2] == 0x81, index > start else { return nil }
                    articles.append(String(decoding: bytes[start..<index], as: UTF8.self))
                    start = index + 3
                default: continue
                }
            }
            guard start < bytes.count else { return nil }
            articles.append(String(decoding: bytes[start...], as: UTF8.self))
            return (String(decoding: bytes[..<space], as: UTF8.self), articles)
        }
        guard let parts else { return nil }
        self.init(law: parts.law, articles: parts.articles)
    }

    /// The articles of a list such as `第七条、第八条`.
    static func articles(_ text: String) -> [String] {
        text.split { "、，,".contains($0) }.map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    }

    /// Where `第七条` begins in `建筑法第七条`.
    private static func articleStart(in text: Substring) -> Substring.Index? {
        var search = text
        while let start = search.firstIndex(of: "第") {
            let behind = search[search.index(after: start)...]
            let number = behind.prefix { "零〇一二三四五六七八九十百千0123456789".contains($0) }
            if start > text.startIndex, !number.isEmpty, behind[number.endIndex...].hasPrefix("条") { return start }
            search = behind
        }
        return nil
    }

    /// The article that a citation such as `第五十八条第一款` means, as laws/ lists it: `第五十八条`.
    package static func articleNumber(of cited: String) -> String {
        // As laws/ lists it already: nothing behind 条, and no digits.
        let sign: [UInt8] = [0xE6, 0x9D, 0xA1]
        if cited.utf8.count <= 24, cited.utf8.suffix(3).elementsEqual(sign),
            !cited.utf8.contains(where: { (0x30...0x39).contains($0) }),
            cited.utf8.count(where: { $0 == sign[1] }) == 1
        {
            return cited
        }
        guard let end = cited.firstIndex(of: "条") else { return cited }
        let head = withChineseNumber(cited[...end])
        let rest = cited[cited.index(after: end)...]
        // 第一百二十条之一 is an article of its own.
        guard rest.hasPrefix("之") else { return head }
        return head + "之" + rest.dropFirst().prefix { "一二三四五六七八九十".contains($0) }
    }

    /// `第8条` as laws/ writes it, `第八条`; anything else unchanged.
    private static func withChineseNumber(_ article: Substring) -> String {
        let digits = article.dropFirst().dropLast()
        guard article.hasPrefix("第"), (1...4).contains(digits.utf8.count), let number = Int(digits), number > 0 else {
            return String(article)
        }
        return "第\(ChineseNumber.text(number))条"
    }
}

/// Numbers in Chinese characters, as laws count their articles.
enum ChineseNumber {
    /// `一百零五` for 105; from 1 to 9999.
    static func text(_ number: Int) -> String {
        let digits = Array("零一二三四五六七八九")
        var text = ""
        var skipped = false
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / unit % 10
            guard digit > 0 else {
                skipped = !text.isEmpty
                continue
            }
            if skipped { text.append("零") }
            skipped = false
            // 十 alone, but 一百一十.
            if !(unit == 10 && digit == 1 && text.isEmpty) { text.append(digits[digit]) }
            text += name
        }
        return text
    }
}
