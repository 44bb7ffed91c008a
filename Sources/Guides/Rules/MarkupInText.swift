package import Diagnostics

/// Words hold tags or entities of HTML, as they come along when they are copied from a web page's source: pages show all
/// words as they are written.
package enum MarkupInText: FileRule {
    package static let name = "markup-in-text"
    package static let severity = Severity.warning
    package static let manual = """
        这里有网页的标记（如<br>、&nbsp;），多半是从网页源代码复制来的。页面照原样显示文字，申请人会看到这些符号。\
        换行请用“|”另起一行写，空格直接写，其余标记删去。

        错误：
            答: 先备案。<br>再核准。
        正确：
            答: |
              先备案。
              再核准。
        """

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        // Nearly no file has these signs at all.
        guard file.text.hasByte("<") || file.text.hasByte("&"), let root = file.root else { return [] }
        var found: [Diagnostic] = []
        var waiting = [root]
        while let node = waiting.popLast() {
            switch node.content {
            case .scalar(let text):
                if let markup = markup(in: text) {
                    found.append(
                        finding("“\(markup)”是网页的标记，页面上会照原样显示，请删去；要换行就另起一行写", at: node.mark.location(in: file.path)))
                }
            case .sequence(let elements): waiting += elements
            case .mapping(let entries): waiting += entries.map(\.value)
            }
        }
        return found
    }

    private static let tags: Set<String> = [
        "a", "b", "br", "div", "em", "font", "h1", "h2", "h3", "h4", "hr", "i", "img", "li", "ol", "p", "script",
        "span",
        "strong", "style", "sub", "sup", "table", "tbody", "td", "th", "tr", "u", "ul",
    ]
    private static let entities = [
        "&nbsp;", "&lt;", "&gt;", "&amp;", "&quot;", "&#", "&ldquo;", "&rdquo;", "&mdash;", "&middot;",
    ]

    /// The first tag or entity in a text, as it stands there.
    private static func markup(in text: String) -> String? {
        guard text.hasByte("<") || text.hasByte("&") else { return nil }
        for start in text.indices where text[start] == "<" {
            let inside = text[text.index(after: start)...].drop { $0 == "/" }
            let name = inside.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
            guard tags.contains(name.lowercased()), let end = inside.firstIndex(of: ">"),
                text.distance(from: start, to: end) < 200
            else { continue }
            // More than a name is an attribute or the end of an empty element.
            guard name.endIndex == end || inside[name.endIndex] == " " || inside[name.endIndex] == "/" else { continue }
            return String(text[start...end].prefix(20))
        }
        return entities.first { text.contains($0) }
    }
}
