/// What becomes of a key's value: where people read it, and in which words.
///
/// Said once, at the key itself: the facts of pages, the JSON document with its schema and the handbook's table of keys
/// come from it.
package enum Shown: Sendable {
    /// Nobody has said it yet, which a test reports for every key of a guide file.
    case undeclared
    /// A row of the guide's facts: its group, its heading, and the words of its value.
    case fact(FactGroup, String, FactWords = FactWords())
    /// One of the words with which a record begins.
    case lead
    /// In brackets behind them, with words before and after.
    case bracket(before: String = "", after: String = "")
    /// A quiet line below them, with words before it.
    case line(String = "")
    /// A short word in a frame behind them, where the value is 是.
    case mark(String)
    /// A link below them that says these words; without words it is the record's own first words.
    case link(String = "")
    /// Drawn by hand at that place; not where another key of the same record says the same more exactly.
    case byPage(ShownPlace, unless: String? = nil)
    /// In the JSON document only, and why.
    case data(String)
    /// Nowhere, and why.
    case hidden(String)
}

/// The groups of a guide's facts, in the order in which pages show them.
package enum FactGroup: String, Sendable, CaseIterable {
    /// What else it is called, and what it is about.
    case names
    /// Who may apply, and when.
    case applicant
    /// In which ways one applies.
    case channel
    case online
    case visit
    /// 承诺 before 法定: it is what one may count on.
    case promise
    case time
    case cost
    /// What the applicant gets.
    case outcome
    /// 是否支持…: in two rows, what is offered and what is not.
    case service
    case office
    case examination
    case rights
    /// Codes and the like, which hardly anybody needs: folded.
    case background
    /// What a policy or law is as a document.
    case document

    /// The heading under which a folded group stands; nil for groups that stand open.
    package var foldedUnder: String? { self == .background ? "编码、版本和权力来源" : nil }
}

/// How a fact says what has no words of its own.
package struct FactWords: Sendable {
    /// 是 and 否.
    package var yes = "能"
    package var no = "不能"
    /// A number of 0.
    package var zero: String?
    /// What stands behind a number.
    package var unit = ""
    /// A list as bullets: its elements are sentences.
    package var isBulleted = false
    /// Where 否 says something; nil for everywhere.
    ///
    /// That a free item takes no payment online means nothing.
    package var noMatters: FactCondition?

    package init() {}

    package static func answer(yes: String, no: String) -> FactWords {
        var words = FactWords()
        (words.yes, words.no) = (yes, no)
        return words
    }

    package static func count(zero: String? = nil, unit: String) -> FactWords {
        var words = FactWords()
        (words.zero, words.unit) = (zero, unit)
        return words
    }

    /// The same words, with 否 said only where another key of the file has a value, or has it in its list.
    package func withNo(where key: String, has value: String) -> FactWords {
        var words = self
        words.noMatters = FactCondition(key: key, value: value)
        return words
    }

    package static var bulleted: FactWords {
        var words = FactWords()
        words.isBulleted = true
        return words
    }
}

/// What another key of the same file must say for a fact to mean something.
package struct FactCondition: Sendable, Hashable {
    package let key: String
    package let value: String

    /// Whether a record says so.
    package func holds(in record: GuideRecord, of shape: RecordShape) -> Bool {
        switch record.value(key, of: shape) {
        case .text(let text): text == value
        case .list(let elements): elements.contains { $0.text == value }
        default: false
        }
    }
}

/// A place that draws its values by hand, as the handbook calls it.
package enum ShownPlace: String, Sendable, CaseIterable {
    case head = "页首"
    case flow = "审批流程图"
    case guide = "服务指南"
    case materials = "申请材料"
    case basis = "实施依据"
    case contact = "联系"
    case interpretation = "解读"
    case text = "正文"
    case footer = "页脚"
    case home = "首页和领域页"
    case address = "网址"
    case articles = "法规的页面"
    case gone = "停用短码的页面"
    case waiting = "预留短码的页面"
    case card = "印在卡上"
}

extension Shown {
    /// Whether the value is among a guide's facts.
    package var isFact: Bool { if case .fact = self { true } else { false } }

    /// Whether the value is in the JSON document.
    package var isPublished: Bool { if case .hidden = self { false } else { true } }

    /// Where one finds the value, for those who write it.
    var place: String {
        switch self {
        case .undeclared: ""
        case .fact(.service, let heading, let words):
            "服务指南：支持或不支持“\(heading)”"
                + (words.noMatters.map { "；“否”只在“\($0.key)”有“\($0.value)”时写出" } ?? "")
        case .fact(.document, let heading, _): "文件信息：\(heading)"
        case .fact(let group, let heading, _):
            "服务指南：\(group.foldedUnder.map { "\($0)（折叠）：" } ?? "")\(heading)"
        case .lead, .bracket, .line(""): "和这一项一起"
        case .line(let words): "这一项下面：\(words)"
        case .mark(let words): "这一项后面：\(words)"
        case .link(let words): words.isEmpty ? "这一项的链接" : "链接：\(words)"
        case .byPage(let place, let other): place.rawValue + (other.map { "（没写“\($0)”时）" } ?? "")
        case .data(let reason): "页面上不显示，只在数据（JSON）里：\(reason)"
        case .hidden(let reason): "页面上不显示：\(reason)"
        }
    }
}
