internal import Markup

/// Titles whose lines break between words, as far as that can be told without a dictionary.
///
/// A browser breaks Chinese behind any character. Kept whole is what reads wrong when it is torn: numbers with their units,
/// such as 2024—2027年, with the brackets around them, for a line may otherwise begin with one; in headings also the words
/// of which the titles of laws and official documents are made.
enum TitleWords {
    /// A title in a list.
    static func inList(_ title: String) -> [Markup] { markup(title, words: [state]) }

    /// A title as the heading of a page.
    static func inHeading(_ title: String) -> [Markup] {
        // What stands behind the name of the state is the law's short name.
        if title.hasPrefix(state), title.count <= state.count + most {
            return [Components.whole(state), Components.whole(String(title.dropFirst(state.count)))]
        }
        return markup(title, words: official)
    }

    private static let state = "中华人民共和国"

    /// So many characters fit on one line of a phone in the size of a heading.
    private static let most = 11

    /// A longer word stands before a shorter one with which it begins.
    private static let official = [
        state, "国务院办公厅", "国务院", "人民政府", "办公厅", "办公室", "委员会", "关于", "印发", "的通知", "的提示", "的提醒",
        "的意见", "的决定", "的公告", "实施方案", "工作方案", "行动方案", "行动计划", "实施意见", "指导意见", "实施办法", "管理办法", "管理规定", "暂行规定", "实施细则",
        "若干措施", "高质量发展", "危险化学品", "房地产", "房屋建筑", "基础设施", "投资项目",
        "低风险",
    ]

    private static func markup(_ title: String, words: [String]) -> [Markup] {
        let characters = Array(title)
        var parts: [Markup] = []
        var plain = ""
        var place = 0
        while place < characters.count {
            let length = number(characters, at: place) ?? word(characters, at: place, words)
            guard let length else {
                plain.append(characters[place])
                place += 1
                continue
            }
            if !plain.isEmpty { parts.append(.text(plain)) }
            plain = ""
            parts.append(Components.whole(String(characters[place..<place + length])))
            place += length
        }
        if !plain.isEmpty { parts.append(.text(plain)) }
        return parts
    }

    /// The length of a number with its unit, and of brackets around the two.
    private static func number(_ characters: [Character], at start: Int) -> Int? {
        func run(_ from: Int, _ set: String) -> Int {
            characters[from...].prefix { set.contains($0) }.count
        }
        var end = start + run(start, opening)
        guard end < characters.count, characters[end].isASCII, characters[end].isNumber else { return nil }
        // The middle of a number is no beginning.
        if start > 0, end == start, characters[start - 1].isASCII, characters[start - 1].isNumber { return nil }
        let digits = characters[end...].prefix { $0.isASCII && $0.isNumber }.count
        end += run(end, numbers)
        let units = run(end, units)
        guard units > 0 || end - start > digits + run(start, opening) else { return nil }
        end += units
        end += run(end, closing)
        return end - start
    }

    private static let opening = "（〔《“"
    private static let closing = "）〕》”"
    private static let numbers = "0123456789.—–-～~"
    private static let units = "年月日号条项个版本次期"

    /// The length of a word, with what may not stand apart from it: a line begins with no closing and ends with no opening
    /// bracket.
    private static func word(_ characters: [Character], at start: Int, _ words: [String]) -> Int? {
        let begin = start + characters[start...].prefix { opening.contains($0) }.count
        for word in words where characters[begin...].starts(with: word) {
            let end = begin + word.count
            return end - start + characters[end...].prefix { closing.contains($0) || $0 == "，" || $0 == "、" }.count
        }
        return nil
    }
}
