internal import Guides

/// What pages say of items that nobody can apply for now, and of guides that are over or not out yet.
enum StateWords {
    // In lists and on roadmaps.
    static let paused = "暂停办理"
    static let cancelled = "已取消"
    static let retired = "已停用"
    static func startsOn(_ date: CalendarDate) -> String { "\(date.chinese)起办理" }
    static func pausedUntil(_ date: CalendarDate?) -> String { date.map { "暂停到\($0.chinese)" } ?? paused }

    // The banner on an item's page.
    static let notYet = "还没有开始办理"
    static func pausedFrom(_ date: CalendarDate) -> String { "\(date.chinese)起暂停办理" }
    static func endsOn(_ date: CalendarDate) -> String { "\(date.chinese)起不再办理" }
    static func pauseDates(_ since: CalendarDate?, _ until: CalendarDate?) -> String {
        let start = since.map { "\($0.chinese)起暂停" } ?? "现在暂停"
        return until.map { "\(start)，到\($0.chinese)为止。" } ?? "\(start)，什么时候恢复还没有定。"
    }
    static func resumesOn(_ date: CalendarDate) -> String { "\(date.chinese)恢复办理。" }
    static func reason(_ reason: String) -> String { "原因：\(reason)" }
    static let cannotApply = "现在不能申请，请先不要到窗口来。材料可以先准备，能申请以后以本页为准。"
    static let askFirst = "在那以前照常办理。急着办的，请先打电话问。"
    static let call = "有事请打电话："
    static let readInstead = "以后请看："

    // In the place of the promised day.
    static let when = "什么时候能办"
    static let whenUnknown = "恢复时间未定"
    static func resumes(_ date: CalendarDate) -> String { "\(date.chinese)恢复" }
    static let noneBefore = "在这以前不能申请"
    static let afterwards = "恢复后"
    static let whenDecided = "什么时候办结"
    static let callFirst = "请先打电话问"
    static func mayComeTooLate(_ what: String) -> String { "\(what)，不一定能在那以前办完" }

    // On a roadmap.
    static func blocked(_ count: Int) -> String { "有\(count)个事项现在不能申请" }
    static func line(_ item: String, _ state: String) -> String { "\(item)：\(state)" }
    static let othersGoOn = "其他事项照常办理。"
    static func shortestOnce(_ items: [String]) -> String {
        "“\(items.joined(separator: "”“"))”能申请以后，审批最快这么久，不含准备材料和施工"
    }
    static func notCounted(_ items: [String]) -> String {
        "“\(items.joined(separator: "”“"))”现在不能申请，要等多久没有算在里面。"
    }

    // What codes open that open no guide.
    static let itemCancelled = "这个事项已经取消"
    static func cancelledOn(_ name: String, _ date: CalendarDate?) -> String {
        "“\(name)”\(date.map { "自\($0.chinese)起" } ?? "已经")取消，不再办理。"
    }
    static let askWhy = "为什么、现在怎么办，请打电话问。"
    static let awaited = "这份内容还没有发布"
    static let awaitedBefore = "您的卡片是真的。卡号"
    static func awaitedBehind(_ date: CalendarDate) -> String {
        "的内容将于\(date.chinese)发布。到那天再扫一次，同一张卡会打开它。"
    }
}
