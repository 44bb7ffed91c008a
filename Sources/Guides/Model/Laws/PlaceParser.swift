/// Reads places in every form that people write them; what `PlainPlaces` cannot read comes here.
///
/// Once there is a problem, the rest is left alone.
struct PlaceParser {
    private(set) var places: [LawPlace] = []
    private(set) var problem: PlaceReading.Problem?
    private let text: [Unicode.Scalar]
    private var index = 0

    /// 条, 款, 项, 目, from the outside in.
    private enum Level: Int {
        case article, paragraph, item, subitem
    }

    /// One number, or several before one sign: 第七、九条, 第（一）至（三）项.
    private struct Group {
        let level: Level
        let numbers: [Int]
        /// The numbers that a range goes on behind.
        let followed: Set<Int>
    }

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    mutating func parse() {
        skipSeparators()
        while problem == nil, index < text.count {
            let start = index
            readPlace()
            guard problem == nil else { break }
            if takeRange() { readRangeEnd(from: start) }
            guard problem == nil else { break }
            if places.count > PlaceReading.limit { problem = .tooMany }
            let end = index
            skipSeparators()
            // Whatever stands right behind a place must at least be separated from it.
            if end == index, index < text.count { problem = .junk(rest(from: index)) }
        }
    }

    // MARK: Places

    private mutating func readPlace() {
        if let name = takeName() {
            places.append(LawPlace(.named(name)))
        } else if problem != nil {
            return
        } else if let previous = places.last, take("之") {
            readInserted(behind: previous)
        } else if let group = takeGroup() {
            switch group.level {
            case .article: readArticles(group)
            case .paragraph, .item, .subitem: continueArticle(with: group)
            }
        } else if problem == nil {
            problem = .junk(rest(from: index))
        }
    }

    /// 之二 behind 第一百二十条之一.
    private mutating func readInserted(behind previous: LawPlace) {
        guard case .article(let number, let inserted) = previous.article, inserted > 0, previous.isWhole,
            let next = takeNumber()
        else {
            problem = problem ?? .junk(rest(from: index - 1))
            return
        }
        readParts(of: .article(number, inserted: next))
    }

    private mutating func readArticles(_ group: Group) {
        guard group.numbers.count == 1 else {
            places += group.numbers.map { LawPlace(.article($0), isFollowed: group.followed.contains($0)) }
            return
        }
        if take("之") {
            guard let inserted = takeNumber() else {
                places.append(LawPlace(.article(group.numbers[0])))
                problem = problem ?? .junk(rest(from: index - 1))
                return
            }
            readParts(of: .article(group.numbers[0], inserted: inserted))
        } else {
            readParts(of: .article(group.numbers[0]))
        }
    }

    /// What follows an article directly: 第一款第（四）项, （四）.
    private mutating func readParts(of article: ArticleNumber) {
        var paragraph: Int?
        var item: Int?
        while index < text.count {
            let start = index
            guard let group = takeGroup(isPart: true) else { break }
            switch group.level {
            case .paragraph where paragraph == nil && item == nil:
                guard group.numbers.count == 1 else {
                    places += group.numbers.map { LawPlace(article, paragraph: $0) }
                    return
                }
                paragraph = group.numbers[0]
            case .item where item == nil:
                guard group.numbers.count == 1 else {
                    places += group.numbers.map { LawPlace(article, paragraph: paragraph, item: $0) }
                    return
                }
                item = group.numbers[0]
            case .subitem where item != nil:
                places += group.numbers.map { LawPlace(article, paragraph: paragraph, item: item, subitem: $0) }
                return
            default:
                places.append(LawPlace(article, paragraph: paragraph, item: item))
                problem = .junk(rest(from: start))
                return
            }
        }
        places.append(LawPlace(article, paragraph: paragraph, item: item))
    }

    /// 第二款 behind 第八条第一款、; 第101项 where there is no article.
    private mutating func continueArticle(with group: Group) {
        let previous = places.last
        switch (group.level, previous) {
        case (.item, nil):
            places += group.numbers.map { LawPlace(.entry($0)) }
        case (.item, let previous?):
            if case .entry = previous.article {
                places += group.numbers.map { LawPlace(.entry($0)) }
            } else if previous.item != nil {
                places += group.numbers.map { LawPlace(previous.article, paragraph: previous.paragraph, item: $0) }
            } else {
                problem = .noArticle(PlaceParser.words(group))
            }
        case (.paragraph, let previous?) where previous.paragraph != nil:
            guard group.numbers.count == 1, let paragraph = group.numbers.first else {
                places += group.numbers.map { LawPlace(previous.article, paragraph: $0) }
                return
            }
            readItems(of: previous.article, paragraph: paragraph)
        case (.subitem, let previous?) where previous.subitem != nil:
            places += group.numbers.map {
                LawPlace(previous.article, paragraph: previous.paragraph, item: previous.item, subitem: $0)
            }
        default:
            problem = .noArticle(PlaceParser.words(group))
        }
    }

    /// 第（一）项 directly behind a 款 that continues an article.
    private mutating func readItems(of article: ArticleNumber, paragraph: Int) {
        guard index < text.count, let group = takeGroup(isPart: true) else {
            places.append(LawPlace(article, paragraph: paragraph))
            return
        }
        guard group.level == .item else {
            problem = .noArticle(PlaceParser.words(group))
            return
        }
        places += group.numbers.map { LawPlace(article, paragraph: paragraph, item: $0) }
    }

    // MARK: Ranges

    /// 第九条 behind 第七条至: everything between, of the same level and in the same article.
    private mutating func readRangeEnd(from start: Int) {
        guard let first = places.last, let group = takeGroup(), group.numbers.count == 1, let end = group.numbers.first
        else {
            problem = problem ?? .range(rest(from: start))
            return
        }
        // 第七条至第九条第二款, 第七条至第九条之一: the ends are not of one kind.
        let isAtEnd = index == text.count || isSeparator(text[index])
        func numbers(_ first: Int?) -> Range<Int> {
            guard let first, first < end, end - first < PlaceReading.limit else { return 0..<0 }
            return (first + 1)..<(end + 1)
        }
        var between: [LawPlace] = []
        switch (group.level, first.article) {
        case (.article, .article(let number, 0)) where first.isWhole:
            between = numbers(number).map { LawPlace(.article($0), isFollowed: $0 < end) }
            if !between.isEmpty { places[places.count - 1] = LawPlace(first.article, isFollowed: true) }
        case (.paragraph, _) where first.item == nil:
            between = numbers(first.paragraph).map { LawPlace(first.article, paragraph: $0) }
        case (.item, .entry(let number)):
            between = numbers(number).map { LawPlace(.entry($0)) }
        case (.item, _) where first.subitem == nil:
            between = numbers(first.item).map { LawPlace(first.article, paragraph: first.paragraph, item: $0) }
        default:
            break
        }
        guard isAtEnd, !between.isEmpty else {
            problem = .range(rest(from: start))
            return
        }
        places += between
    }

    // MARK: Groups and numbers

    /// A number, or several, and the sign of their level; nil, and nothing taken, where there is none.
    ///
    /// - Parameter isPart: Directly behind an article, where a bare number would be junk.
    private mutating func takeGroup(isPart: Bool = false) -> Group? {
        let start = index
        let hasOrdinal = take("第")
        guard hasOrdinal || !isPart || isBracket(at: index), var number = takeNumber() else {
            if problem == nil { index = start }
            return nil
        }
        var numbers = [number]
        var followed: Set<Int> = []
        while true {
            if let level = takeLevel() { return Group(level: level, numbers: numbers, followed: followed) }
            let mark = index
            let isRange = takeRange()
            let goesOn = isRange || takeListMark()
            if goesOn { _ = take("第") }
            guard goesOn, isNumberStart(at: index), let next = takeNumber() else {
                guard problem == nil else { return nil }
                index = mark
                break
            }
            if isRange {
                guard number < next, next - number < PlaceReading.limit else {
                    problem = .range(rest(from: start))
                    return nil
                }
                followed.formUnion(number..<next)
                numbers += (number + 1)...next
            } else {
                numbers.append(next)
            }
            number = next
            guard numbers.count <= PlaceReading.limit else {
                problem = .tooMany
                return nil
            }
        }
        // Numbers without a sign: （四） is an item, 8 an article; 第八 may be anything.
        if isBracket(at: hasOrdinal ? start + 1 : start) {
            if numbers.allSatisfy({ $0 < 100 }) { return Group(level: .item, numbers: numbers, followed: followed) }
            problem = .junk(rest(from: start))
            return nil
        }
        guard !hasOrdinal, !isPart else {
            problem = .number(
                String(String.UnicodeScalarView(text[start..<index])),
                maybe: numbers.count == 1 ? ["第\(ChineseNumeral.text(number))条"] : [])
            return nil
        }
        return Group(level: .article, numbers: numbers, followed: followed)
    }

    /// A number, in brackets or not; a problem where it is none.
    private mutating func takeNumber() -> Int? {
        let start = index
        let isBracketed = isBracket(at: index)
        if isBracketed { index += 1 }
        let digits = index
        while index < text.count, ChineseNumeral.isNumeral(text[index]) { index += 1 }
        guard index > digits else {
            index = start
            return nil
        }
        let number = text[digits..<index]
        if isBracketed {
            guard index < text.count, text[index] == "）" || text[index] == ")" else {
                problem = .junk(rest(from: start))
                return nil
            }
            index += 1
        }
        switch ChineseNumeral.reading(number) {
        case .value(let value): return value
        case .unclear(let maybe):
            let sign = index < text.count && "条款项目".unicodeScalars.contains(text[index]) ? String(text[index]) : ""
            problem = .number(
                "\(String(String.UnicodeScalarView(number)))\(sign)",
                maybe: maybe.map { "\(ChineseNumeral.text($0))\(sign)" })
            return nil
        }
    }

    private mutating func takeLevel() -> Level? {
        guard index < text.count else { return nil }
        let level: Level
        switch text[index] {
        case "条": level = .article
        case "款": level = .paragraph
        case "项": level = .item
        case "目": level = .subitem
        default: return nil
        }
        index += 1
        return level
    }

    // MARK: Names

    /// 附则, 附件一, 第二章: parts of a law that are no articles; nil, and nothing taken, where there is none.
    private mutating func takeName() -> String? {
        guard index < text.count else { return nil }
        let start = index
        if ["附", "序", "表", "图"].contains(text[index]) || startsWith("总则") {
            while index < text.count, !isSeparator(text[index]), text[index] != "条" { index += 1 }
            guard index == text.count || isSeparator(text[index]) else {
                index = start
                return nil
            }
        } else {
            while take("第") {
                let (before, digits) = (index - 1, index)
                while index < text.count, ChineseNumeral.isNumeral(text[index]) { index += 1 }
                guard index > digits, take("编") || take("分编") || take("章") || take("节") || take("部分") || take("号")
                else {
                    // 第三章第八条: articles are counted through all chapters.
                    if before > start { problem = .junk(String(String.UnicodeScalarView(text[start..<before]))) }
                    index = start
                    return nil
                }
            }
        }
        return index > start ? String(String.UnicodeScalarView(text[start..<index])) : nil
    }

    // MARK: Signs

    private mutating func take(_ word: String) -> Bool {
        guard startsWith(word) else { return false }
        index += word.unicodeScalars.count
        return true
    }

    private func startsWith(_ word: String) -> Bool { text[index...].starts(with: word.unicodeScalars) }

    private mutating func takeRange() -> Bool {
        let start = index
        while index < text.count, text[index].properties.isWhitespace { index += 1 }
        while index < text.count, "至到—–－-~～―".unicodeScalars.contains(text[index]) { index += 1 }
        let isTaken = index > start && !text[start..<index].allSatisfy(\.properties.isWhitespace)
        if isTaken {
            while index < text.count, text[index].properties.isWhitespace { index += 1 }
        } else {
            index = start
        }
        return isTaken
    }

    private mutating func takeListMark() -> Bool {
        let start = index
        skipSeparators()
        return index > start
    }

    private mutating func skipSeparators() {
        while index < text.count, isSeparator(text[index]) { index += 1 }
    }

    /// 、 ， ； and spaces; 和, 及, 与, 以 of 以及.
    private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        "、，,；;和及与".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace
            || (scalar == "以" && startsWith("以及"))
    }

    private func isBracket(at index: Int) -> Bool {
        text.indices.contains(index) && (text[index] == "（" || text[index] == "(")
    }

    private func isNumberStart(at index: Int) -> Bool {
        text.indices.contains(index) && (ChineseNumeral.isNumeral(text[index]) || isBracket(at: index))
    }

    private func rest(from start: Int) -> String {
        String(String.UnicodeScalarView(text[min(start, text.count)...]))
    }

    private static func words(_ group: Group) -> String {
        let number = group.numbers.first ?? 1
        return switch group.level {
        case .article: "第\(ChineseNumeral.text(number))条"
        case .paragraph: "第\(ChineseNumeral.text(number))款"
        case .item: "第（\(ChineseNumeral.text(number))）项"
        case .subitem: "第\(number)目"
        }
    }
}
