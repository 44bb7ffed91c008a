/// A text with placeholders in braces: `咨询 {电话}`.
struct Template: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case words(String)
        case placeholder(Placeholder)
    }

    let parts: [Part]
    /// The parts of each of the design's own lines.
    private let lines: [[Part]]
    /// What stands in braces and is no placeholder.
    let unknown: [String]

    init(_ text: String) {
        var parts: [Part] = [], unknown: [String] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
            let name = String(rest[rest.index(after: open)..<close])
            if let placeholder = Placeholder(rawValue: name) {
                parts.append(.placeholder(placeholder))
            } else {
                unknown.append(name)
            }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.words(String(rest))) }
        self.parts = parts
        lines = Self.lines(of: parts)
        self.unknown = unknown
    }

    /// Whether the text is the same on all cards of a site.
    var isStatic: Bool {
        parts.allSatisfy { part in
            if case .placeholder(let placeholder) = part { placeholder.isOfSite } else { true }
        }
    }

    /// The words for a card.
    ///
    /// A line in which every placeholder is empty falls out, so that no label stands without its value.
    func filled(from content: CardContent) -> String {
        if parts.count == 1, case .placeholder(let placeholder) = parts[0] { return content[placeholder] }
        return lines.compactMap { line in
            let values = line.map { part in
                switch part {
                case .words(let words): (text: words, isValue: false)
                case .placeholder(let placeholder): (text: content[placeholder], isValue: true)
                }
            }
            let given = values.filter(\.isValue)
            guard given.isEmpty || given.contains(where: { !$0.text.isEmpty }) else { return nil }
            return values.map(\.text).joined()
        }.joined(separator: "\n")
    }

    private static func lines(of parts: [Part]) -> [[Part]] {
        var lines: [[Part]] = [[]]
        for part in parts {
            guard case .words(let words) = part else {
                lines[lines.count - 1].append(part)
                continue
            }
            for (number, piece) in words.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if number > 0 { lines.append([]) }
                if !piece.isEmpty { lines[lines.count - 1].append(.words(String(piece))) }
            }
        }
        return lines
    }
}

/// What a design may leave open for each card to fill in.
package enum Placeholder: String, Sendable, CaseIterable {
    // Of the site: the same on every card.
    case site = "网站"
    case authority = "单位"
    case region = "地区"
    case hotline = "电话"
    case complaints = "监督电话"
    case host = "网址"
    case office = "地址"
    case hall = "大厅"
    case officeHours = "办公时间"
    case promise = "承诺"
    case field1 = "领域1", field2 = "领域2", field3 = "领域3", field4 = "领域4", field5 = "领域5", field6 = "领域6"
    // Of the guide or its card.
    case title = "标题"
    case subtitle = "副题"
    case fullName = "全称"
    case summary = "简介"
    case field = "领域"
    case code = "卡号"
    case edition = "版次"
    case entry1 = "条目1", entry2 = "条目2", entry3 = "条目3", entry4 = "条目4"
    case note1 = "说明1", note2 = "说明2", note3 = "说明3", note4 = "说明4"
    case promisedTime = "承诺时限"
    case shortestTime = "最短时间"
    case statutoryTime = "法定时限"
    case fee = "收费"
    case counter = "窗口"
    case audience = "服务对象"
    case conditionsHeading = "条件标题"
    case conditions = "受理条件"
    case materials = "申请材料"
    case steps = "办理流程"
    case basis = "实施依据"
    case result = "办理结果"
    case sample = "示例说明"

    /// Whether all cards of a site have the same words for it.
    var isOfSite: Bool {
        switch self {
        case .site, .authority, .region, .hotline, .complaints, .host, .office, .hall, .officeHours, .promise, .field1,
            .field2, .field3, .field4, .field5, .field6, .sample:
            true
        default: false
        }
    }
}
