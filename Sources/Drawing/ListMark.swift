/// The bullet, box or number with which an entry of a list begins.
enum ListMark {
    private static let bullets: Set<Character> = ["·", "•", "□", "○", "◇"]

    /// The mark with the spaces around it, as in `□ 申请表` or `12. 受理`; nil where a paragraph is no entry.
    static func prefix(of paragraph: Substring) -> Substring? {
        let start = paragraph.firstIndex { $0 != "　" && $0 != " " } ?? paragraph.endIndex
        var end = start
        if end < paragraph.endIndex, bullets.contains(paragraph[end]) {
            end = paragraph.index(after: end)
        } else {
            while end < paragraph.endIndex, paragraph[end].isASCII, paragraph[end].isNumber {
                end = paragraph.index(after: end)
            }
            guard end > start, end < paragraph.endIndex, paragraph[end] == "." else { return nil }
            end = paragraph.index(after: end)
        }
        guard end < paragraph.endIndex, paragraph[end] == " " else { return nil }
        return paragraph[...end]
    }
}
