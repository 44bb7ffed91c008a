internal import Guides
internal import Markup

/// How a kind of guide appears to readers: its page, what that is made from, by what it is found, its files.
///
/// Each kind says it in the file of its page.
protocol GuideView {
    func page(_ context: SiteContext, _ reading: Reading) -> PageContent

    /// Adds what its page is made from, beyond the site, the day and the cards, to a page's digest.
    func add(_ inputs: PageInputs, to digest: inout InputDigest)

    /// By what it is found, and the line that a search shows below its name; nil where every page leads to it anyway.
    func searched(in guidebook: Guidebook) -> (terms: [SearchIndex.Term], note: String)?

    /// The questions on its page.
    var asked: [Situation] { get }

    /// Its materials as a table; nil where it has none.
    func materialsTable(in guidebook: Guidebook) -> MaterialsTable?

    /// Its chart as a file of its own; nil where it has none.
    func chart(in context: SiteContext) -> ChartFile?
}

extension GuideView {
    var asked: [Situation] { [] }
    func materialsTable(in guidebook: Guidebook) -> MaterialsTable? { nil }
    func chart(in context: SiteContext) -> ChartFile? { nil }
}

/// A chart with the style that it needs when it stands alone.
struct ChartFile {
    let picture: Markup
    let style: StaticString
    /// Nil for the site's own.
    var colour: Guides.Colour?
}

extension Guide {
    /// The one place where pages tell kinds of guides apart.
    var view: any GuideView {
        switch self {
        case .item(let item): item
        case .roadmap(let roadmap): roadmap
        case .policy(let policy): policy
        case .notice(let notice): notice
        case .overview(let site): site
        }
    }
}
