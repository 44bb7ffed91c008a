/// Anything that has a code and a page of its own.
///
/// Indirect, so that a table of many is copied by one reference each.
package indirect enum Guide: Sendable {
    case item(Item)
    case roadmap(Roadmap)
    case policy(Policy)
    case notice(Notice)
    /// All fields at once: what the general card opens.
    case overview(Site)

    /// 总览: the name by which a card opens the overview.
    package static let overviewStem = "总览"
}

/// What all guides say of themselves, whatever kind they are.
package protocol GuideContent: Sendable {
    /// The kind of the file that says it.
    static var kind: FileKind { get }
    /// The name by which other files refer to it.
    var stem: String { get }
    /// Nil where it has no code: in a tree with errors, or where no card opens it.
    var code: ShortCode? { get }
    var name: String { get }
    /// 曾用名: what it was called on older cards.
    var formerNames: [FormerName] { get }
    /// 核对; nil where it says nothing of its own that could grow old.
    var checked: Review? { get }
    /// Everything that its file says, for facts and data.
    var written: GuideRecord { get }
    /// The fields (领域) that it says it belongs to.
    var ownFields: [String] { get }
}

extension GuideContent {
    package var ownFields: [String] { [] }
}

extension Item: GuideContent {
    package static var kind: FileKind { .item }
    package var checked: Review? { review }
}

extension Roadmap: GuideContent {
    package static var kind: FileKind { .roadmap }
    package var checked: Review? { review }
    package var ownFields: [String] { fields }
}

extension Policy: GuideContent {
    package static var kind: FileKind { .policy }
    package var checked: Review? { review }
    package var ownFields: [String] { fields }
}

extension Notice: GuideContent {
    package static var kind: FileKind { .notice }
    package var checked: Review? { review }
    package var ownFields: [String] { fields }
}

extension Site: GuideContent {
    /// The stem of site.yaml itself.
    package static let fileStem = "site"

    package static var kind: FileKind { .site }
    package var stem: String { Guide.overviewStem }
    package var checked: Review? { nil }
}

extension Guide {
    package var content: any GuideContent {
        switch self {
        case .item(let item): item
        case .roadmap(let roadmap): roadmap
        case .policy(let policy): policy
        case .notice(let notice): notice
        case .overview(let site): site
        }
    }

    package var kind: FileKind { type(of: content).kind }
    package var stem: String { content.stem }
    package var code: ShortCode? { content.code }
    package var name: String { content.name }
    package var review: Review? { content.checked }
    package var written: GuideRecord { content.written }

    /// What kind of guide it is, for people: 事项, 全流程, 总览.
    package var category: String { kind.category }

    package var item: Item? { if case .item(let item) = self { item } else { nil } }
    package var roadmap: Roadmap? { if case .roadmap(let roadmap) = self { roadmap } else { nil } }
    package var policy: Policy? { if case .policy(let policy) = self { policy } else { nil } }
    package var notice: Notice? { if case .notice(let notice) = self { notice } else { nil } }
    package var overview: Site? { if case .overview(let site) = self { site } else { nil } }
}

extension FileKind {
    /// What its guides are called: by its shape, but site.yaml makes the overview.
    package var category: String { self == .site ? Guide.overviewStem : shape.name }
}
