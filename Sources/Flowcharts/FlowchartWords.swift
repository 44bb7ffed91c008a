internal import Guides

/// The words that charts say of their own; everything else in them comes from guide files.
package enum FlowchartWords {
    /// Of a step whose days the office does not count: they come on top of what it promises.
    package static let uncounted = "不算在承诺时限里"
    /// Why a step stands in a dashed box.
    package static let aside = "视情况，或者\(uncounted)"
    static let immediate = "当场办"
    /// Nobody promises a number of days: what charts and pages say of an item.
    package static let noPromise = "没有承诺天数"
    static let comma = "，"
    /// Of items that nobody can apply for now: in the place of their time, and below their name.
    static let paused = "暂停办理"
    static let notYet = "还没有开始"
    static func pausedUntil(_ date: CalendarDate) -> String { "暂停到\(date.chinese)" }
    static func startsOn(_ date: CalendarDate) -> String { "\(date.chinese)起办理" }
    static let listMark = "、"
    /// What a text is, for the message that a character has no glyph.
    static let flowchart = "流程图"

    static func onlyIf(_ conditions: [String]) -> String { "仅当：\(conditions.joined(separator: listMark))" }
    static func depends(_ conditions: [String]) -> String { "视情况：\(conditions.joined(separator: listMark))" }
    /// Over alternatives, and between them.
    static let oneOf = "看项目属于哪种，办其中一项"
    static let or = "或者"
    static func suits(_ conditions: [String]) -> String { conditions.joined(separator: listMark) }
    static func lead(_ body: String) -> String { "\(body)牵头" }

    // What the marks of charts on paper mean.
    static let applicantsStep = "底色框：申请人办"
    static let asideStep = "虚线框：\(aside)"
    static let criticalItem = "圆点：在最长的一条路上，决定最短时间"
    static let dependingItem = "虚线框：视情况办"
    static let groupedItems = "底色框：可同时办，或办其中一项"

    static func code(_ code: String) -> String { "卡号 \(code)" }
    static func legend(_ marks: [String?]) -> String { marks.compactMap(\.self).joined(separator: "　") }
}
