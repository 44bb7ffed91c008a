package import Diagnostics

/// The last day of a pause has passed: the item is in use again, and its 事项状态 does not say so.
package enum EndedPause: DatedRule {
    package static let name = "ended-pause"
    package static let severity = Severity.warning
    package static let manual = """
        暂停的最后一天已经过了，页面从第二天起自动按“在用”显示。请把状态改过来；还没有恢复的，改“止”。

        错误：
            事项状态: 暂停
            暂停: {起: 2026-09-01, 止: 2026-10-31, 原因: 系统升级。}（今天是2026-11-23）
        正确：
            事项状态: 在用
        """

    package static let keys: [KeptKey] = ["事项状态", "暂停.止"]

    package static func check(_ tree: GuideTree, today: CalendarDate) -> [Diagnostic] {
        tree.files(of: .item).compactMap { file in
            guard let end = file.date("暂停", "止"), end.value < today,
                file.text("事项状态") == ItemStanding.Word.paused.rawValue
            else { return nil }
            return finding(
                "暂停到\(end.value.chinese)为止，已经过了，页面已经按“在用”显示：请把事项状态改成“在用”，删去“暂停”；还没有恢复的，改“止”", at: end.place)
        }
    }
}
