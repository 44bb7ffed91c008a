package import Diagnostics

/// On the ordinary way through a flow, an application is decided before it is accepted, or handed over before it is decided
/// (行政许可法 第三十二条 to 第四十四条: 受理, 审查, 决定, 送达).
package enum StepsOutOfOrder: ItemRule {
    package static let name = "steps-out-of-order"
    package static let severity = Severity.warning
    package static let manual = """
        环节的先后反了：先受理，再审查、决定，最后送达。环节按先后写，下一步不是下一项的用“下一步”。

        错误：
            办理流程: [{环节: 决定}, {环节: 受理}, {环节: 送达}]
        正确：
            办理流程: [{环节: 受理}, {环节: 决定}, {环节: 送达}]
        """

    /// In the order of the law.
    private static let order = ["受理", "审查", "决定", "送达"]

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        var latest: (rank: Int, index: Int)?
        return item.steps.mainPath.compactMap { index -> Diagnostic? in
            let name = item.steps[index].name
            // 受理决定 and the like say nothing about the order.
            let ranks = order.indices.filter { name.hasBytes(of: order[$0]) }
            guard ranks.count == 1, let rank = ranks.first else { return nil }
            guard let before = latest, before.rank > rank else {
                latest = (rank, index)
                return nil
            }
            return finding(
                "“\(name)”排在“\(item.steps[before.index].name)”后面，先后反了，请调换",
                at: file.place("办理流程", .record(index), "环节"),
                notes: [.init("排在前面的写在这里", at: file.place("办理流程", .record(before.index), "环节"))])
        }
    }
}
