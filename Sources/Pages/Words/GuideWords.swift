internal import Flowcharts
internal import Guides

/// What the pages of items and roadmaps say.
enum GuideWords {
    // The four answers.
    static let bring = "带什么"
    static let cost = "多少钱"
    static let place = "去哪办"
    static let duration = "多久"
    static let nothingToBring = "不用材料"
    static let charged = "收费"
    static let free = "不收费"
    static let online = "网上办"
    static let atCounter = "到窗口办"
    static let noVisit = "不用到现场"
    static let alsoAt = "也可到"
    static let noStatutoryTime = "法律没有规定时限"

    static let paperUnit = "份"
    static func materials(_ papers: PaperCount) -> String { "\(span(papers)) 份材料" }
    static let onlyIfCase = "视情况"
    static func atMost(_ count: Int, _ unit: String) -> String { "最多 \(count) \(unit)" }
    static func exemptPapers(_ papers: PaperCount, _ unit: String) -> String {
        (papers.least == 0 && papers.most > 0 ? atMost(papers.most, unit) : "\(span(papers)) \(unit)") + exempt
    }
    /// `4`, or `4—7` where it depends on the case.
    static func span(_ papers: PaperCount) -> String {
        papers.least == papers.most ? "\(papers.most)" : "\(papers.least)—\(papers.most)"
    }
    static func visits(_ count: Int) -> String { "到场 \(count) 次" }
    static func by(_ law: String) -> String { "依\(law)" }
    static func statutory(_ limit: TimeLimit) -> String { "法定 \(limit)" }
    static func from(_ start: String) -> String { "（\(start)起）" }
    static func audience(_ kinds: [String]) -> String { "谁可以办：\(kinds.joined(separator: Words.listMark))" }

    /// 服务对象 as people say it.
    static func plainAudience(_ kind: String) -> String {
        switch kind {
        case "自然人": "个人"
        case "企业法人", "非法人企业": "企业"
        case "事业法人": "事业单位"
        case "社会组织法人": "社会组织"
        case "行政机关": "机关"
        default: kind
        }
    }

    // The day on which it is decided.
    /// What happens today, by what the promise is counted from: 受理 is the office's act, not the applicant's.
    ///
    /// - Parameter opening: The day on which the office works next; today's where it works today.
    static func today(_ today: CalendarDate, opening: CalendarDate, start: String?) -> String {
        let act = start.map { $0 == "受理" ? "提交并受理" : $0.hasPrefix("收到") ? "提交" : $0 } ?? "提交"
        guard opening > today else { return "今天（\(Words.day(today))）\(act)" }
        return "今天不上班，\(day(opening, inYearOf: today))\(act)"
    }
    static func latest(_ date: CalendarDate, inYearOf today: CalendarDate) -> String {
        "最迟\u{A0}\(day(date, inYearOf: today))"
    }
    private static func day(_ date: CalendarDate, inYearOf today: CalendarDate) -> String {
        "\(date.year == today.year ? "" : "\(date.year)年")\(Words.day(date))"
    }
    static let decided = "办结"
    static let sampleTime = "按示例的承诺时限算"
    static func beyondCalendar(_ year: Int) -> String { "\(year)年放假安排还没有收录，只按周末和元旦算，安排公布后以安排为准" }
    static let withoutUncounted = "有的环节\(FlowchartWords.uncounted)，要另加时间"

    // 流程图.
    static let legend = "图例"
    static let asideLegend = FlowchartWords.aside
    static let asText = "文字版流程"
    static let textBelow = "文字版在图下面"
    static let endsHere = "到此结束"
    static let nextStep = "下一步："
    static let noChart = "流程图暂时画不出来，流程写在下面，内容是全的。"
    static let asPicture = "看流程图（可左右滑动）"
    static func flowTitle(_ name: String) -> String { "\(name)的办理流程图，\(textBelow)" }
    static func branch(_ condition: String) -> String { "\(condition)，转到：" }
    static func person(_ person: String, _ actor: String) -> String { person == actor ? person : "\(person)（\(actor)）" }

    // 服务指南: its headings stand with the keys.
    static let offered = "支持"
    static let notOffered = "不支持"

    // 申请材料.
    static let noMaterials = "不需要提交材料。"
    static let exempt = "免交"
    static let later = "可后补"
    static let optional = "非必要"
    static let depends = "如适用"
    /// What the short words behind the names of materials mean; only those that occur are explained.
    static let exemptMeaning = "标“免交”的，窗口自己查，不用带。"
    static let laterMeaning = "标“可后补”的，可以先受理，后补交。"
    static let optionalMeaning = "标“非必要”的，有就交，没有也能办。"
    static let dependsMeaning = "标“如适用”的，属于所写的情况才要。"
    static let blankForm = "空白表格"
    static let filledSample = "填写样本"
    static let ticksStay = "打的勾只存在这部手机里。"
    static let table = "表格（CSV）"
    /// The script puts the numbers in for # and /.
    static let ready = "已备好 # 样，共 / 样"
    static let yourSituation = "您属于哪种情况？"
    static let projectSituation = "项目属于哪种情况？"
    static let situationHint = "回答后只列要用的，不确定的可以不选。"
    static func originals(_ count: Int) -> String { "原件\(count)份" }
    static func copies(_ count: Int) -> String { "复印件\(count)份" }
    static func left(_ count: Int) -> String { "已按您的情况略去 \(count) 份。" }
    static let showAll = "看全部"
}

/// What the pages of roadmaps say beyond that.
enum RoadmapWords {
    static let shortest = "审批最快这么久，不含准备材料和施工"
    static let howMany = "办哪些"
    static let mostlyOnline = "多数网上办"
    static let othersFree = "其他不收费"
    static func forWhom(_ audience: String) -> String { "给谁看：\(audience)" }
    static func items(_ count: Int) -> String { "必办 \(count) 项" }
    static func itemsNote(_ conditional: Int) -> String {
        (conditional > 0 ? "另有 \(conditional) 项看项目情况。" : "") + "先办什么、哪些同时办，看下面的图"
    }
    static let paperUnit = "种"
    /// Where it is a span, short: the heading above says what is counted, and a tile on a phone is narrow.
    static func materials(_ papers: PaperCount) -> String {
        "\(GuideWords.span(papers)) \(paperUnit)\(papers.least == papers.most ? "材料" : "")"
    }
    static func charged(_ count: Int) -> String { "\(count) 项收费" }
    static let chartHint = "圆点连成的是用时最长的主线；虚线框起来的几项同时办，或者选一项办；点事项看详情。"
    static func lead(_ body: String) -> String { "牵头：\(body)" }
    static let shortestTime = "最短时间"
    static let mainLine = "主线"
    static let conditionalItems = "视情况办理"
    static let itemGuides = "各事项的指南"
    static let itemGuidesHint = "点流程图或文字版里的事项。"
    static let basisHint = "先后顺序依据的条文在这里，点条号展开。各事项依据的法规在后面，点开看条文。"
    static let itemBasis = "各事项还依据"
    static func furtherArticles(_ numbers: [String]) -> String { "各事项还依据\(numbers.joined(separator: Words.listMark))" }
    static func chartTitle(_ name: String) -> String { "\(name)的流程图，\(GuideWords.textBelow)" }
    static let shortestNote = "主线上各事项的承诺时限相加。自己准备材料、施工、\(FlowchartWords.uncounted)的环节和看情况才办的事项，时间都不在里面。"
    static func countedAs(_ conditions: [String]) -> String { "按“\(conditions.joined(separator: "”“"))”算。" }
    static let chosenItems = "选一项办"
    static let charges = "收费"
    static func either(_ items: [String]) -> String { items.joined(separator: "，或者") }
    static func oneOf(_ others: [String]) -> String { "和\(others.joined(separator: Words.listMark))，只办其中一项" }
    static func onlyFor(_ conditions: [String]) -> String { "哪些项目要：\(conditions.joined(separator: "，或者"))" }
    static func stage(_ number: Int, _ name: String) -> String { "第\(ChineseNumeral.ordinal(number))阶段 \(name)" }
    static func promised(_ limit: TimeLimit) -> String {
        switch limit {
        case .immediate: "当场办"
        case .none: FlowchartWords.noPromise
        case .span: "承诺 \(Words.time(limit))"
        }
    }
    static func before(_ items: [String], isConditional: Bool) -> String {
        "先办好\(items.joined(separator: "，或者"))\(isConditional ? "（要办的话）" : "")。"
    }
    static func alsoItems(_ answer: String, _ items: [String]) -> String {
        "选“\(answer)”的，办\(items.joined(separator: Words.listMark))"
    }
    static func merged(_ count: Int) -> String {
        "从头到尾共\(count)种，同样的材料只列一次，按第一次用到的阶段列出。"
    }
    static func kinds(_ count: Int) -> String { " \(count)种" }
    static func usedIn(_ items: [String]) -> String { "用于：\(some(items))" }
    static func handedIn(_ items: [String]) -> String { "以后还用于：\(some(items))" }
    /// The items by name; of many only the first, since nobody reads a list of twenty.
    private static func some(_ items: [String]) -> String {
        items.count <= 5
            ? items.joined(separator: Words.listMark)
            : "\(items.prefix(3).joined(separator: Words.listMark))等\(items.count)项"
    }
    static let handedInBefore = "前面阶段已交过"
    static let partOf = "在这些全流程里"
}
