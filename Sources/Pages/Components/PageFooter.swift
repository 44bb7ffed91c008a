internal import Guides
internal import Markup

/// The foot of every page: who runs it, and in one quiet line what on it is sample data.
enum PageFooter {
    static func markup(_ site: Site) -> Markup {
        var lines = [SiteWords.runBy(site.authority)]
        if site.isSample { lines.append(site.sampleNote ?? SiteWords.sampleNote) }
        lines.append(SiteWords.privacy)
        return .tag("footer", lines.map { .tag("p", [:], $0) })
    }
}
