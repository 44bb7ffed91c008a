internal import Guides

/// A guide as data: what its file says under the same Chinese names, as its shape describes it, with the names of laws
/// and guides resolved.
struct GuideDocument {
    let guidebook: Guidebook

    func json(_ guide: Guide, code: ShortCode) -> JSONText {
        var members: [(String, JSONText)] = [
            ("$schema", .string(guidebook.site.baseURL + GuideSchema.path)),
            ("短码", .string(code.text)), ("网址", .string(guidebook.address(of: code))),
            ("名称", .string(guide.name)), ("类别", .string(guide.category)),
        ]
        members += self.members(guide.written, guide.kind.shape).filter { !GuideDocument.head.contains($0.0) }
        if case .item(let item) = guide {
            members.append((GuideDocument.state, .string(StateText.word(guidebook.state(of: item)))))
        }
        if case .policy(let policy) = guide {
            members.append((GuideDocument.state, .string(StateText.word(guidebook.standing(of: policy)))))
        }
        if case .overview = guide { members.append((GuideDocument.roadmaps, .array(roadmaps))) }
        return .object(members)
    }

    /// What stands at the head of every document, whatever the file says under these names.
    static let head = ["$schema", "短码", "网址", "名称", "类别"]

    /// What an item or policy is today, whatever its file says for which day.
    static let state = "当前状态"

    /// What of a citation is no longer in its law today.
    static let deleted = "已删去"

    /// The overview's list of all roadmaps.
    static let roadmaps = "全流程"

    private var roadmaps: [JSONText] {
        guidebook.roadmaps.values.sorted { $0.name < $1.name }.map {
            .record(["名称": .string($0.name), "短码": .text($0.code?.text), "领域": .texts($0.fields)])
        }
    }

    private func members(_ record: GuideRecord, _ shape: RecordShape) -> [(String, JSONText)] {
        record.fields(of: shape).filter(\.field.shown.isPublished).map {
            ($0.field.key, json($0.value, $0.field.shape))
        }
    }

    private func json(_ value: GuideValue, _ shape: Shape) -> JSONText {
        if case .citation = shape { return value.citation.map(citation) ?? .object([]) }
        return switch (value, shape) {
        case (.text(let text), _): single(text, shape)
        case (.list(let elements), .list(let element, _)), (.list(let elements), .oneOrMore(let element)):
            .array(elements.map { json($0, element) })
        case (.list(let elements), _): .array(elements.map { json($0, shape) })
        case (.record(let record), _): .object(shape.record.map { members(record, $0) } ?? [])
        case (.mapping(let pairs), _): .object(pairs.map { ($0.key, .string($0.value)) })
        }
    }

    private func single(_ text: String, _ shape: Shape) -> JSONText {
        switch shape {
        case .paragraphs: .texts(GuideValue.text(text).paragraphs)
        case .integer: Int(text).map(JSONText.number) ?? .string(text)
        case .yesNo: .bool(text == "是")
        case .date: .string(CalendarDate(text).map(\.description) ?? text)
        case .timeLimit: .string(TimeLimit(text).map(\.description) ?? text)
        case .reference(let kind): reference(text, kind)
        case .oneOrMore(let element): .array([single(text, element)])
        default: .string(text)
        }
    }

    private func reference(_ name: String, _ kind: ReferenceKind) -> JSONText {
        switch kind {
        case .law: .string(guidebook.laws[name]?.name ?? name)
        case .field, .hall: .string(name)
        case .item: item(name)
        case .roadmap: link(guidebook.roadmaps[name].map(Guide.roadmap), name)
        case .guide: link(guidebook.guide(named: name), name)
        }
    }

    /// An item that somebody refers to, with what it is today: its code also where it is gone, for it says why.
    private func item(_ name: String) -> JSONText {
        let item = guidebook.items[name]
        let written = item ?? guidebook.asWritten.items[name]
        let state = item.map { StateText.word(guidebook.state(of: $0)) } ?? written.map { _ in StateText.gone }
        return .record([
            "名称": .string(written?.name ?? name), "短码": .text(written?.code?.text), GuideDocument.state: .text(state),
        ])
    }

    /// Another guide, with what it is today where it is an item.
    private func link(_ guide: Guide?, _ name: String) -> JSONText {
        if guide == nil, guidebook.asWritten.items[name] != nil { return item(name) }
        if guide?.item != nil { return item(name) }
        return .record(["名称": .string(guide?.name ?? name), "短码": .text(guide?.code?.text)])
    }

    private func citation(_ citation: Citation) -> JSONText {
        let deleted = deletedArticles(citation)
        return .record([
            "法规": .string(guidebook.laws[citation.law]?.name ?? citation.law), "条款": .texts(citation.articles),
            "待核": citation.isUnverified ? true : nil, "说明": .text(citation.note),
            GuideDocument.deleted: deleted.isEmpty ? nil : .texts(deleted),
        ])
    }

    /// The articles of a citation that a later law has deleted by the guidebook's day.
    private func deletedArticles(_ citation: Citation) -> [String] {
        guard let day = guidebook.day, let law = guidebook.laws[citation.law] else { return [] }
        return law.articles.filter { article in
            article.deletion(on: day) != nil && citation.places.contains { $0.isIn(article.number) }
        }.map(\.number.description)
    }
}
