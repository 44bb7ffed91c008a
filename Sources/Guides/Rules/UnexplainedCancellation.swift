package import Diagnostics

/// An item is cancelled and 取消 does not say since when and why, or 取消 stands in an item that is not, or says another day
/// than 计划取消日期.
package enum UnexplainedCancellation: ItemRule {
    package static let name = "unexplained-cancellation"
    package static let severity = Severity.error
    package static let manual = """
        取消的事项，要写明从哪天起不再办、为什么、现在看哪个指南：印出去的卡还会有人扫，他们看到的就是这些话。以后才取消的，事项状态写“在用”，写上“计划取消日期”，原因和接替可以先写在“取消”里。

        错误：
            事项状态: 取消
        正确：
            事项状态: 取消
            取消: {日期: 2026-11-01, 原因: 并入施工许可，一起办理。, 接替: 施工许可}
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        let standing = item.standing
        let isCancelled = standing.word == .cancelled
        if isCancelled, !file.has("取消") {
            let date = standing.end == nil ? "日期: 〔待填〕, " : ""
            return [
                finding(
                    "事项状态是“取消”，请加上一行：取消: {\(date)原因: 〔待填〕, 接替: 〔待填〕}；没有接替的指南，就不写“接替”", at: file.place("事项状态"))
            ]
        }
        guard let cancellation = standing.cancellation else { return [] }
        if !isCancelled, standing.end == nil {
            return [
                finding(
                    "写了“取消”，事项状态却是“\(standing.word.rawValue)”：已经取消的，状态写“取消”；以后才取消的，写上“计划取消日期”；不取消的，删去“取消”",
                    at: file.place("事项状态"), notes: [.init("“取消”写在这里", at: file.place("取消"))])
            ]
        }
        guard let date = cancellation.date else {
            guard standing.end == nil, file.text("取消", "日期") == nil else { return [] }
            return [finding("“取消”里请加上“日期”：从哪天起不再办", at: file.place("取消"))]
        }
        guard let end = standing.end, end != date else { return [] }
        return [
            finding(
                "这里写\(date.chinese)取消，“计划取消日期”却是\(end.chinese)，请改成一样，或删去一个", at: file.place("取消", "日期"),
                notes: [.init("“计划取消日期”写在这里", at: file.place("计划取消日期"))])
        ]
    }
}
