/// What will be different by itself on a day to come: an item that pauses, resumes, begins or ends, a guide that comes
/// out, is over or is retired.
package struct ComingChange: Sendable, Hashable, Encodable {
    /// ISO 8601; nil for a pause whose end nobody knows yet.
    package let date: String?
    /// 事项, 全流程, 政策, 通知 or 总览.
    package let kind: String
    /// The stem of the guide.
    package let name: String
    /// What happens, in words.
    package let change: String

    /// All within so many days, by date, and every pause that goes on, whenever it ends.
    package static func all(in guidebook: Guidebook, from today: CalendarDate, days: Int) -> [ComingChange] {
        let written = guidebook.asWritten
        let last = today.daysSinceEpoch.addingReportingOverflow(days)
        let horizon = last.overflow ? Int.max : last.partialValue
        func isSoon(_ date: CalendarDate?) -> Bool {
            date.map { $0 > today && $0.daysSinceEpoch <= horizon } ?? false
        }
        var found: [ComingChange] = []
        for item in written.items.values where !item.standing.isConstant {
            for turn in item.standing.turns where isSoon(turn.day) {
                found.append(ComingChange(turn.day, .item(item), words(turn.state)))
            }
            if case .paused(let pause) = item.state(on: today),
                pause.until.map({ $0.daysSinceEpoch >= horizon }) ?? true
            {
                found.append(
                    ComingChange(pause.resumes, .item(item), pause.until == nil ? "正在暂停，还没有写到哪天为止" : "正在暂停，恢复办理"))
            }
        }
        for notice in written.notices.values {
            if isSoon(notice.published) { found.append(ComingChange(notice.published, .notice(notice), "发布")) }
            let over = notice.expires?.adding(days: 1)
            if isSoon(over) { found.append(ComingChange(over, .notice(notice), "到期")) }
        }
        for policy in written.policies.values {
            if isSoon(policy.published) { found.append(ComingChange(policy.published, .policy(policy), "公布")) }
            if isSoon(policy.effective) { found.append(ComingChange(policy.effective, .policy(policy), "施行")) }
            let over = policy.state == .repealed ? nil : policy.expires?.adding(days: 1)
            if isSoon(over) { found.append(ComingChange(over, .policy(policy), "到期")) }
        }
        for retirement in written.retired.values where isSoon(retirement.date) {
            guard let guide = written.guide(for: retirement.code) else { continue }
            found.append(ComingChange(retirement.date, guide, "停用，扫码看到退役说明"))
        }
        return found.sorted { ($0.date ?? "9", $0.kind, $0.name) < ($1.date ?? "9", $1.kind, $1.name) }
    }

    private init(_ date: CalendarDate?, _ guide: Guide, _ change: String) {
        self.date = date?.description
        kind = guide.category
        name = guide.stem
        self.change = change
    }

    private static func words(_ state: ItemState) -> String {
        switch state {
        case .inUse: "开始或恢复办理"
        case .paused(let pause): "暂停办理\(pause.until.map { "，到\($0.chinese)为止" } ?? "")"
        case .notYet: "还不能办理"
        case .cancelled: "取消，扫码看到取消说明"
        }
    }
}
