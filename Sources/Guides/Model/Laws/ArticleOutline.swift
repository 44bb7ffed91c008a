/// The 款, 项 and 目 of an article's words: a line is a 款, one that begins with （一） a 项, one with a digit a 目.
struct ArticleOutline {
    /// What one line of the words is.
    private struct Line {
        /// From 1.
        let paragraph: Int
        let item: Int?
        let subitem: Int?
    }

    private let lines: [Line]

    init(_ text: [String]) {
        var lines: [Line] = []
        var paragraph = 0
        var item: Int?
        for line in text {
            if let number = ArticleOutline.itemNumber(line) {
                item = number
                // Words that begin with a list belong to the first 款.
                paragraph = max(paragraph, 1)
                lines.append(Line(paragraph: paragraph, item: number, subitem: nil))
            } else if item != nil, let number = ArticleOutline.subitemNumber(line) {
                lines.append(Line(paragraph: paragraph, item: item, subitem: number))
            } else {
                paragraph += 1
                item = nil
                lines.append(Line(paragraph: paragraph, item: nil, subitem: nil))
            }
        }
        self.lines = lines
    }

    /// 4 of `（四）已经确定建筑施工企业`.
    private static func itemNumber(_ line: String) -> Int? {
        var scalars = line.unicodeScalars[...]
        guard let open = scalars.popFirst(), open == "（" || open == "(" else { return nil }
        let number = scalars.prefix(while: ChineseNumeral.isNumeral)
        guard !number.isEmpty, let close = scalars.dropFirst(number.count).first, close == "）" || close == ")",
            case .value(let value) = ChineseNumeral.reading(number)
        else { return nil }
        return value
    }

    /// 1 of `1.排放口位置`, `1．`, `1、`.
    private static func subitemNumber(_ line: String) -> Int? {
        let number = line.unicodeScalars.prefix {
            (0x30...0x39).contains($0.value) || (0xFF10...0xFF19).contains($0.value)
        }
        guard !number.isEmpty, let mark = line.unicodeScalars.dropFirst(number.count).first,
            ".．、".unicodeScalars.contains(mark), case .value(let value) = ChineseNumeral.reading(number)
        else { return nil }
        return value
    }

    /// The lines that a place means, by index; empty for the whole article and where there is no such place.
    func lines(of place: LawPlace) -> [Int] {
        guard !place.isWhole else { return [] }
        return lines.indices.filter { index in
            let line = lines[index]
            return (place.paragraph.map { $0 == line.paragraph } ?? true)
                && (place.item.map { $0 == line.item } ?? true)
                && (place.subitem.map { $0 == line.subitem } ?? true)
        }
    }

    /// Why a place does not exist, as the end of a sentence that begins with the article; nil where it does.
    func problem(with place: LawPlace) -> String? {
        if let paragraph = place.paragraph, paragraph > paragraphs {
            return "只有\(paragraphs)款，没有第\(ChineseNumeral.text(paragraph))款"
        }
        guard let item = place.item else { return nil }
        let owners = Set(lines.filter { $0.item == item }.map(\.paragraph))
            .filter { place.paragraph == nil || place.paragraph == $0 }.sorted()
        let within = place.paragraph.map { "第\(ChineseNumeral.text($0))款" } ?? ""
        let wanted = "第（\(ChineseNumeral.text(item))）项"
        guard let owner = owners.first else {
            let count = lines.filter { place.paragraph == nil || place.paragraph == $0.paragraph }.compactMap(\.item)
                .max()
            return within + (count.map { "只有\($0)项，没有\(wanted)" } ?? "没有分项，没有\(wanted)")
        }
        guard owners.count == 1 else {
            let names = owners.map { "第\(ChineseNumeral.text($0))款" }.joined(separator: "、")
            return "的\(names)都有\(wanted)，请写明是第几款"
        }
        guard let subitem = place.subitem else { return nil }
        let subitems = lines.filter { $0.paragraph == owner && $0.item == item }.compactMap(\.subitem)
        guard !subitems.contains(subitem) else { return nil }
        return within + wanted + (subitems.max().map { "只有\($0)目，没有第\(subitem)目" } ?? "没有分目")
    }

    private var paragraphs: Int { lines.last?.paragraph ?? 0 }
}
