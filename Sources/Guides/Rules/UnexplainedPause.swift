package import Diagnostics

/// An item is paused and 暂停 does not say since when and why, or 暂停 stands in an item that is not paused.
package enum UnexplainedPause: ItemRule {
    package static let name = "unexplained-pause"
    package static let severity = Severity.error
    package static let manual = """
        暂停办理的事项，要写明从哪天起、到哪天止、为什么：页面上会写给申请人看。“止”是暂停的最后一天，还不知道就不写。恢复以后，状态改成“在用”，删去“暂停”。

        错误：
            事项状态: 暂停
        正确：
            事项状态: 暂停
            暂停: {起: 2026-11-01, 止: 2026-12-31, 原因: 系统升级，暂时不能受理。}
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        let isPaused = item.standing.word == .paused
        guard isPaused != file.has("暂停") else { return [] }
        if isPaused {
            return [
                finding(
                    "事项状态是“暂停”，请加上一行：暂停: {起: 〔待填〕, 止: 〔待填〕, 原因: 〔待填〕}；还不知道到哪天，就不写“止”",
                    at: file.place("事项状态"))
            ]
        }
        return [
            finding(
                "写了“暂停”，事项状态却是“\(item.standing.word.rawValue)”：在暂停的，状态写“暂停”；已经恢复的，删去“暂停”", at: file.place("事项状态"),
                notes: [.init("“暂停”写在这里", at: file.place("暂停"))])
        ]
    }
}
