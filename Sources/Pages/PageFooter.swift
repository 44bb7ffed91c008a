internal import Guides
internal import Markup

/// The foot of every page: who runs it, and in one quiet line what on it is sample data.
enum PageFooter {
    static func markup(_ site: Site) -> Markup {
        var lines = ["\(site.authority)主办"]
        if site.isSample { lines.append(site.sampleNote ?? "承诺时限、窗口等为示例。") }
        lines.append("本站只统计扫码次数，不使用Cookie，不收集个人信息。")
        return .tag("footer", lines.map { .tag("p", [:], $0) })
    }
}
