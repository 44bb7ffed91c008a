package import Diagnostics

/// 计划取消日期 comes soon or has come, and the files still speak of the item as in use.
package enum PlannedCancellation: DatedRule {
    package static let name = "planned-cancellation"
    package static let severity = Severity.warning
    package static let manual = """
        计划取消的日子快到了，或者已经到了。到那天，事项的页面自动换成取消说明，全流程里自动不再列出它。提前写好原因和接替；过了那天，把状态改成“取消”，从全流程和卡里删去它。

        错误：
            事项状态: 在用
            计划取消日期: 2026-11-20（今天是2026-11-23）
        正确：
            事项状态: 取消
            取消: {日期: 2026-11-20, 原因: 并入施工许可，一起办理。, 接替: 施工许可}
        """

    /// How many days ahead it is said.
    static let horizon = 30

    /// An item that ends on a day, and the place where its file says so.
    private struct Ending {
        let file: GuideFile
        let date: CalendarDate
        let place: SourceLocation
    }

    package static let keys: [KeptKey] = ["事项状态", "计划取消日期", "取消"]

    package static func check(_ tree: GuideTree, today: CalendarDate) -> [Diagnostic] {
        let ending = tree.files(of: .item).compactMap { file -> Ending? in
            guard let end = file.date("计划取消日期"), end.value.daysSinceEpoch <= today.daysSinceEpoch + horizon,
                file.text("事项状态") != ItemStanding.Word.cancelled.rawValue
            else { return nil }
            return Ending(file: file, date: end.value, place: end.place)
        }
        let early = tree.files(of: .item).compactMap { PlannedCancellation.early($0, today) }
        guard !ending.isEmpty else { return early }
        var naming: [String: [SourceLocation]] = [:]
        let stems = Set(ending.map(\.file.stem))
        for file in tree.files where file.kind == .roadmap || file.kind == .card {
            for reference in file.references where reference.kind == .item || reference.kind == .guide {
                // Where a file names it first is enough: a roadmap names it as what comes before others too.
                guard stems.contains(reference.name), naming[reference.name]?.last?.file != file.path else { continue }
                naming[reference.name, default: []].append(reference.mark.location(in: file.path))
            }
        }
        return early
            + ending.map { ending in
                let (file, date, place) = (ending.file, ending.date, ending.place)
                let notes = (naming[file.stem] ?? []).map { Diagnostic.Note("这里还指着它", at: $0) }
                let reason = file.text("取消", "原因") == nil ? "；请写明原因：取消: {原因: 〔待填〕, 接替: 〔待填〕}" : ""
                let left = date.daysSinceEpoch - today.daysSinceEpoch
                let message =
                    left > 0
                    ? "\(date.chinese)起取消，还有\(left)天，到那天页面自动换成取消说明"
                    : "已于\(date.chinese)取消，扫码看到的是取消说明：请把事项状态改成“取消”，从全流程和卡里删去它"
                return finding(message + reason, at: place, notes: notes)
            }
    }

    /// 事项状态 says 取消 before its day.
    private static func early(_ file: GuideFile, _ today: CalendarDate) -> Diagnostic? {
        guard file.text("事项状态") == ItemStanding.Word.cancelled.rawValue, let date = file.date("取消", "日期"),
            date.value > today
        else { return nil }
        return finding("\(date.value.chinese)才取消，在那以前照常办理：请把事项状态写成“在用”，把日期写进“计划取消日期”", at: date.place)
    }
}
