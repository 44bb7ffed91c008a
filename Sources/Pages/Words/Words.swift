internal import Guides

/// The words of the interface that occur on more than one kind of page, so that the same thing is always called the
/// same.
///
/// All Chinese words that pages say stand in this folder; everything else comes from guide files.
enum Words {
    static let flowchart = "审批流程图"
    static let guide = "服务指南"
    static let materials = "申请材料"
    static let basis = "实施依据"
    static let policies = "政策和通知"
    static let contact = "联系"
    static let onThisPage = "本页内容"
    static let safety = "本页不收费，不索要密码或验证码。"
    static let unverifiedArticle = "条款待核"
    static let unverified = "待核"
    static let sample = "示例"
    static let largePrint = "大字版"
    static let normalPrint = "标准字"
    static let immediate = "当场办结"
    static let yes = "是"
    static let no = "否"
    static let unsure = "还不确定"
    static let apply = "按我的情况列"
    static let questions = "常见问题"
    static let basisLabel = "依据："
    /// Between short facts in a line; it never begins one.
    static let dot = "\u{A0}· "
    static let home = "回到首页"

    /// Between things in a list: 、.
    static let listMark = "、"
    static let comma = "，"
    static let colon = "："
    static let fullStop = "。"
    static let semicolon = "；"

    static func brackets(_ text: String) -> String { "（\(text)）" }
    static func law(_ name: String) -> String { "《\(name)》" }
    static func onlyIf(_ conditions: [String]) -> String { "仅当：\(conditions.joined(separator: listMark))" }

    /// A time limit whose number and unit stay on one line.
    static func time(_ limit: TimeLimit) -> String { limit.description.replacing(" ", with: "\u{A0}") }

    /// `11月23日 周一`.
    static func day(_ date: CalendarDate) -> String {
        // 1970-01-01 was a Thursday.
        let weekdays = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
        let weekday = weekdays[((date.daysSinceEpoch + 3) % 7 + 7) % 7]
        return "\(date.month)月\(date.day)日\u{A0}\(weekday)"
    }
}

/// Values of guide files that pages must tell apart.
enum KnownValue {
    static let electronic = "电子"
    static let electronicFile = "电子件"
    static let atCounter = "窗口办理"
    static let otherKind = "其他"
}

/// Keys of guide files that may be samples and that pages draw by hand.
enum KnownKey {
    static let inquiry = "咨询方式"
    static let complaint = "监督投诉方式"
    static let phone = "咨询电话"
    static let complaintPhone = "监督投诉电话"
    static let address = "网址"
    static let hallAddress = "地址"
    static let counters = "办理地点"
    static let visits = "到办事现场次数"
}

/// A section of a page and its place in the bar.
package enum Section: String, Sendable, CaseIterable {
    case flow, guide, materials, basis, policies, contact

    /// The heading.
    var title: String {
        switch self {
        case .flow: Words.flowchart
        case .guide: Words.guide
        case .materials: Words.materials
        case .basis: Words.basis
        case .policies: Words.policies
        case .contact: Words.contact
        }
    }

    /// The two or three characters in the bar.
    var short: String {
        switch self {
        case .flow: "流程图"
        case .guide: "指南"
        case .materials: "材料"
        case .basis: "依据"
        case .policies: "政策"
        case .contact: "联系"
        }
    }
}
