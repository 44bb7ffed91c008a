package import Diagnostics

/// The same article stands in a law's file twice, and nothing says which of the two is right on which day.
package enum DuplicateArticle: FileRule {
    package static let name = "duplicate-article"
    package static let severity = Severity.error
    package static let manual = """
        同一条写了两次，不知道哪一个是对的。是同一段话的，删去一个；是修改前后的两种条文的，在后来的一个写上“修改日期”（从哪天起施行），到那天页面自动换。

        错误：
            - {条: 第八条, 内容: 应当自收到申请之日起十五日内颁发。}
            - {条: 第八条, 内容: 应当自收到申请之日起七日内颁发。}
        正确：
            - {条: 第八条, 内容: 应当自收到申请之日起十五日内颁发。}
            - {条: 第八条, 修改日期: 2019-04-23, 内容: 应当自收到申请之日起七日内颁发。}
        """

    private struct Key: Hashable {
        let number: ArticleNumber
        let from: CalendarDate?
    }

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        guard file.kind == .law else { return [] }
        var first: [Key: SourceLocation] = [:]
        return (file.root?["条款"]?.elements ?? []).compactMap { record in
            guard let node = record["条"], let number = node.text.flatMap({ ArticleNumber($0) }) else { return nil }
            let from = record["修改日期"]?.text.flatMap { CalendarDate($0) }
            let place = node.mark.location(in: file.path)
            guard let other = first.updateValue(place, forKey: Key(number: number, from: from)) else { return nil }
            first[Key(number: number, from: from)] = other
            let day = from.map { "自\($0.chinese)起的" } ?? ""
            return finding(
                "\(day)\(number)已经写过一次，请删去一个；是修改后的条文的，写上不同的“修改日期”", at: place,
                notes: [.init("第一次写在这里", at: other)])
        }
    }
}
