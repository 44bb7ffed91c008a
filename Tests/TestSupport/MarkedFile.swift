package import Guides

/// A file of a kind with every key filled, made from its shape, so that a new key cannot be forgotten: each value says
/// under which key it stands.
package struct MarkedFile: Sendable {
    /// One value of the file.
    package struct Value: Sendable, Hashable {
        /// The keys from the top of the file down to it, `办理结果.送达时限.时限`.
        package let path: String
        /// What pages must say; nil where it is one of few values, which may stand anywhere.
        package let onPage: String?
        /// What the JSON document must say; nil likewise.
        package let inData: String?
        /// Where its key, or one above it, says that it is shown.
        package let fate: Fate
        /// A key of the same record in whose presence it is not shown.
        fileprivate let rival: String?

        package static func == (left: Value, right: Value) -> Bool { left.path == right.path }
        package func hash(into hasher: inout Hasher) { hasher.combine(path) }
    }

    /// What must become of a value.
    package enum Fate: Sendable {
        case page, card, data, hidden
    }

    /// The file, as JSON, which is YAML.
    package let text: String
    package let values: [Value]

    /// - Parameters:
    ///   - looked: The value that is looked at: what says the same more exactly is left out.
    ///   - isAltered: Whether it is another one than usual.
    package init(_ kind: FileKind, lookingAt looked: Value? = nil, isAltered: Bool = false) {
        var marker = Marker(looked: looked, isAltered: isAltered)
        text = marker.record(kind.shape, path: [], fate: .page)
        values = marker.values
    }
}

/// Fills shapes, numbering what it fills in.
private struct Marker {
    let looked: MarkedFile.Value?
    let isAltered: Bool
    var values: [MarkedFile.Value] = []

    mutating func record(_ shape: RecordShape, path: [String], fate: MarkedFile.Fate) -> String {
        var members: [String] = []
        for field in shape.fields {
            let place = path + [field.key]
            var (fate, rival): (MarkedFile.Fate, String?) = (fate, nil)
            switch field.shown {
            case .hidden: fate = .hidden
            case .data: if fate != .hidden { fate = .data }
            case .byPage(.card, _): if fate == .page { fate = .card }
            case .byPage(_, let other): rival = other
            case .undeclared, .fact, .lead, .bracket, .line, .mark, .link: break
            }
            let text = value(field.shape, of: shape.name, path: place, fate: fate, rival: rival)
            // What outshines the value is left out, but keeps its number.
            if let looked, looked.rival == field.key, looked.path == joined(path + [looked.key]) { continue }
            members.append("\"\(field.key)\": \(text)")
        }
        return "{" + members.joined(separator: ", ") + "}"
    }

    private func joined(_ path: [String]) -> String { path.joined(separator: ".") }

    private mutating func value(
        _ shape: Shape, of record: String, path: [String], fate: MarkedFile.Fate, rival: String?
    ) -> String {
        switch shape {
        case .list(let element, let least):
            // A flow ends somewhere, and a roadmap has more than one item.
            let more = Sample.more["\(record).\(path.last ?? "")"].map { [$0] } ?? []
            let first = value(element, of: record, path: path, fate: fate, rival: rival)
            let repeated = [String](repeating: first, count: max(1, least))
            return "[" + (repeated + more).joined(separator: ", ") + "]"
        case .oneOrMore(let element):
            return "[" + value(element, of: record, path: path, fate: fate, rival: rival) + "]"
        case .textOrRecord(let inner), .record(let inner): return self.record(inner, path: path, fate: fate)
        case .citation: return shape.record.map { self.record($0, path: path, fate: fate) } ?? "\"\""
        case .mapping:
            let text = single(.text, of: record, path: path, fate: fate, rival: rival)
            return "{\(text): \"\(Sample.lastStep)\"}"
        default: return single(shape, of: record, path: path, fate: fate, rival: rival)
        }
    }

    private mutating func single(
        _ shape: Shape, of record: String, path: [String], fate: MarkedFile.Fate, rival: String?
    ) -> String {
        let place = joined(path)
        let sample = Sample(shape, of: "\(record).\(path.last ?? "")", number: values.count)
        values.append(
            MarkedFile.Value(path: place, onPage: sample.onPage, inData: sample.inData, fate: fate, rival: rival))
        return "\"\(isAltered && place == looked?.path ? sample.other : sample.text)\""
    }
}

extension MarkedFile.Value {
    fileprivate var key: String { path.split(separator: ".").last.map { String($0) } ?? "" }
}

/// A valid value of a shape, and another one.
private struct Sample {
    static let lastStep = "末环"

    /// What stands in a list besides the marked element.
    static let more = [
        "事项.办理流程": "{\"环节\": \"末环\", \"办理人\": \"末人\", \"角色\": \"窗口\"}",
        "阶段.事项": "{\"事项\": \"乙事项\"}",
    ]

    let text: String
    let other: String
    var onPage: String?
    var inData: String?

    init(_ shape: Shape, of key: String, number: Int) {
        let digits = String(String(number + 10_000).dropFirst())
        if let (text, other) = Sample.known[key] {
            (self.text, self.other) = (text, other)
            return
        }
        switch shape {
        case .integer(let range):
            (text, other) = (String(range.lowerBound + 1), String(range.lowerBound + 2))
        case .yesNo: (text, other) = ("是", "否")
        case .date:
            let day = CalendarDate(daysSinceEpoch: 22_280 + number)
            (text, other) = (day.description, CalendarDate(daysSinceEpoch: 24_000 + number).description)
            (onPage, inData) = (day.chinese, day.description)
        case .timeLimit:
            (text, other) = ("\(100 + number)日", "\(1100 + number)日")
            (onPage, inData) = ("\(100 + number) 日", "\(100 + number) 日")
        case .code:
            let code = ShortCode(ordinal: 700_000 + number)
            (text, other) = (code?.text ?? "", ShortCode(ordinal: 710_000 + number)?.text ?? "")
            (onPage, inData) = (code?.grouped, code?.text)
        case .phone: (text, other) = ("0537-300\(digits)", "0537-400\(digits)")
        case .url:
            (text, other) = ("https://m\(digits).example.gov.cn", "https://n\(digits).example.gov.cn")
            (onPage, inData) = ("m\(digits).example.gov.cn", text)
        case .colour: (text, other) = ("#1D4F91", "#5F3B82")
        case .identifier(let identifier):
            text = Sample.identifiers[identifier]?.0 ?? ""
            other = Sample.identifiers[identifier]?.1 ?? ""
            (onPage, inData) = (text, text)
        case .choice(let list): (text, other) = (list.values[0], list.values[1])
        case .reference(let kind):
            let stem =
                switch kind {
                case .law: "法"
                case .hall: "厅"
                case .field: "领域"
                case .roadmap: "全流程"
                case .item, .guide: "事项"
                }
            (text, other) = ("甲" + stem, (kind == .item ? "丙" : "乙") + stem)
        default: (text, other) = ("标记\(digits)", "改记\(digits)")
        }
        if case .phone = shape { (onPage, inData) = (text, text) }
        if case .text = shape { (onPage, inData) = (text, text) }
        if case .paragraphs = shape { (onPage, inData) = (text, text) }
    }

    /// Values that mean something to the page beyond their words.
    static let known = [
        "依据.条款": ("第一条", "第二条"), "曾用依据.条款": ("第一条", "第二条"),
        "办理流程.下一步": (lastStep, "结束"), "前置.事项": ("乙事项", "丙事项"),
        // Begun long ago, and to be paused and cancelled on days to come.
        "事项.计划生效日期": ("2020-02-02", "2020-02-03"), "事项.事项状态": ("暂停", "在用"),
    ]

    /// Well-formed, with right check characters.
    static let identifiers: [Identifier: (String, String)] = [
        .base: ("442199806003", "442199806004"),
        .implementation: ("12441500196720244T3442199806003", "12441500196720244T3442199806004"),
        .business: ("12441500196720244T344219980600301", "12441500196720244T344219980600302"),
        .creditCode: ("12441500196720244T", "11370800004312345H"),
    ]
}

/// A small tree around a marked file.
package enum MarkedGuides {
    /// The stem of the marked file, where its kind has names of its own.
    package static let stem = "标记"

    /// The guides: two or three of everything that can be referred to, and the marked file among them.
    package static func guidebook(_ kind: FileKind, _ marked: MarkedFile) -> Guidebook? {
        var texts: [(FileKind, String, String)] = [
            (.law, "甲法", law("甲法")), (.law, "乙法", law("乙法")), (.item, "甲事项", item("甲事项", 1)),
            (.item, "乙事项", item("乙事项", 2)), (.item, "丙事项", item("丙事项", 3)), (.notice, "甲通知", notice),
            (.card, "甲卡", "打开: 甲事项\n标题: 甲\n版本日期: 2026-11-01\n"),
        ]
        if kind != .site { texts.append((.site, "site", site)) }
        texts.append((kind, kind.fileName.map { String($0.prefix { $0 != "." }) } ?? stem, marked.text))
        return Guidebook(
            GuideTree(
                files: texts.map { kind, stem, text in
                    GuideFile(kind: kind, stem: stem, path: "\(kind)/\(stem).yaml", bytes: Array(text.utf8))
                }))
    }

    private static let review = "核对: {日期: 2026-11-01, 状态: 示例}\n下次核对: 2027-05-01\n"

    private static let site = """
        {名称: 一卡通, 网址: "https://example.gov.cn", 短码: \(code(9)), 主管单位: 某局, 地区: 某市, 示例数据: 否,
        咨询电话: 0537-1234567, 政务大厅: [{名称: 甲厅, 地址: 甲路}, {名称: 乙厅, 地址: 乙路}],
        领域: [{名称: 甲领域, 颜色: "#A3322B"}, {名称: 乙领域, 颜色: "#1D4F91"}]}
        """

    private static let notice = """
        短码: \(code(8))
        名称: 甲通知
        发布机关: 某局
        发布日期: 2026-11-01
        领域: [甲领域]
        内容: 正文
        \(review)
        """

    private static func code(_ number: Int) -> String { ShortCode(ordinal: 500 + number)?.text ?? "" }

    private static func law(_ name: String) -> String {
        """
        名称: \(name)
        效力级别: 法律
        状态: 现行有效
        条款: [{条: 第一条, 内容: \(name)的第一条。}, {条: 第二条, 内容: \(name)的第二条。}]
        \(review)
        """
    }

    private static func item(_ name: String, _ number: Int) -> String {
        """
        短码: \(code(number))
        名称: \(name)
        简介: 一句话。
        事项类型: 行政许可
        实施主体: 某局
        实施主体性质: 法定机关
        行使层级: [市级]
        事项状态: 在用
        事项版本: 1
        设定依据: [甲法 第一条]
        服务对象: [企业法人]
        办件类型: 承诺件
        办理形式: [窗口办理]
        到办事现场次数: 1
        法定办结时限: {时限: 7日}
        承诺办结时限: {时限: 1个工作日}
        受理条件: [有图纸]
        申请材料: []
        办理流程: [{环节: 受理, 办理人: 窗口, 角色: 窗口}]
        是否收费: 否
        办理地点: [{大厅: 甲厅}]
        办理结果: {名称: 批文, 类型: 批文}
        常见问题: [{问: 几天, 答: 一天}]
        \(review)
        """
    }
}
