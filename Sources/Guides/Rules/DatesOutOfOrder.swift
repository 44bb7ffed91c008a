package import Diagnostics

/// Two dates of one record are the wrong way round: a law that takes effect before it is published, a review that is due
/// before it was made.
package enum DatesOutOfOrder: FileRule {
    package static let name = "dates-out-of-order"
    package static let severity = Severity.error
    package static let manual = """
        两个日期的先后反了：公布在施行之前（或同一天），施行在废止之前，核对在下次核对之前，起在止之前。

        错误：
            公布日期: 2026-05-01
            施行日期: 2025-12-27
        正确：
            公布日期: 2025-12-27
            施行日期: 2026-05-01
        """

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        guard let root = file.root else { return [] }
        var findings: [Diagnostic] = []
        func compare(_ node: MarkedNode?, _ earlier: String, _ later: String) {
            guard let first = node?[earlier], let second = node?[later] else { return }
            findings += order(first, second, earlier, later, file)
        }
        switch file.kind {
        case .law:
            compare(root, "公布日期", "施行日期")
            compare(root, "施行日期", "废止日期")
            for change in root["修改"]?.elements ?? [] { compare(change, "公布日期", "施行日期") }
            for article in root["条款"]?.elements ?? [] { compare(article, "修改日期", "删去日期") }
        case .policy:
            compare(root, "成文日期", "公布日期")
            for start in ["成文日期", "公布日期", "施行日期"] { compare(root, start, "有效期至") }
        case .notice:
            compare(root, "发布日期", "有效期至")
        case .item:
            compare(root, "计划生效日期", "计划取消日期")
            compare(root["暂停"], "起", "止")
        case .calendar:
            for holiday in root["放假"]?.elements ?? [] { compare(holiday, "起", "止") }
        default: break
        }
        for key in ["别名", "曾用名"] { for name in root[key]?.elements ?? [] { compare(name, "起", "止") } }
        if let first = root["核对"]?["日期"], let second = root["下次核对"] {
            findings += order(first, second, "核对日期", "下次核对", file)
        }
        return findings
    }

    private static func order(
        _ first: MarkedNode, _ second: MarkedNode, _ earlier: String, _ later: String, _ file: GuideFile
    ) -> [Diagnostic] {
        guard let start = first.text.flatMap({ CalendarDate($0) }), let end = second.text.flatMap({ CalendarDate($0) }),
            start > end
        else { return [] }
        return [
            finding(
                "“\(later)”（\(end)）早于“\(earlier)”（\(start)），请核对", at: second.mark.location(in: file.path),
                notes: [.init("“\(earlier)”写在这里", at: first.mark.location(in: file.path))])
        ]
    }
}
