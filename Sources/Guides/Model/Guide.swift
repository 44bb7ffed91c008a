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

    package var name: String {
        switch self {
        case .item(let item): item.name
        case .roadmap(let roadmap): roadmap.name
        case .policy(let policy): policy.name
        case .notice(let notice): notice.name
        case .overview(let site): site.name
        }
    }

    package var code: ShortCode? {
        switch self {
        case .item(let item): item.code
        case .roadmap(let roadmap): roadmap.code
        case .policy(let policy): policy.code
        case .notice(let notice): notice.code
        case .overview(let site): site.code
        }
    }

    /// Nil for the overview, which says nothing of its own that could grow old.
    package var review: Review? {
        switch self {
        case .item(let item): item.review
        case .roadmap(let roadmap): roadmap.review
        case .policy(let policy): policy.review
        case .notice(let notice): notice.review
        case .overview: nil
        }
    }

    /// What its file says, and the kind of the file: the overview is what site.yaml says.
    package var written: (kind: FileKind, values: GuideRecord) {
        switch self {
        case .item(let item): (.item, item.written)
        case .roadmap(let roadmap): (.roadmap, roadmap.written)
        case .policy(let policy): (.policy, policy.written)
        case .notice(let notice): (.notice, notice.written)
        case .overview(let site): (.site, site.written)
        }
    }

    /// 总览: the name by which a card opens the overview.
    package static let overviewStem = "总览"
}
