package import Diagnostics

/// A law's file counts an article otherwise than laws do: guides that cite it right would not find it, and pages would
/// print it so.
package enum ArticleSpelling: FileRule {
    package static let name = "article-spelling"
    package static let severity = Severity.error
    package static let manual = """
        法规文件里的条号照法律的写法：用汉字，前面有“第”，后面有“条”；后来加的条写“第二十二条之一”。只写到条，款和项写在内容里。没有条的清单写“第101项”，附件写“附件一”。

        错误：
            条: 33
        正确：
            条: 第三十三条
        """

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        guard file.kind == .law else { return [] }
        return (file.root?["条款"]?.elements ?? []).compactMap { record in
            guard let node = record["条"], let written = node.text else { return nil }
            return message(written).map { finding($0, at: node.mark.location(in: file.path)) }
        }
    }

    private static func message(_ written: String) -> String? {
        let reading = PlaceReading(written)
        if case .number(_, let maybe)? = reading.problem, !maybe.isEmpty {
            let meant = maybe.map { "“\(spelled($0))”" }.joined(separator: "或")
            return "条号“\(written)”请写成\(meant)"
        }
        guard reading.problem == nil, let place = reading.places.first else {
            return "读不懂条号“\(written)”，请写成“第八条”"
        }
        guard reading.places.count == 1 else { return "一项只写一条，“\(written)”请分开写" }
        guard place.isWhole else { return "这里只写到条，“\(written)”请写成“\(place.article)”，款和项写在“内容”里" }
        switch place.article {
        case .article: return "\(place.article)" == written ? nil : "条号“\(written)”请写成“\(place.article)”"
        case .entry, .named: return nil
        }
    }

    private static func spelled(_ number: String) -> String {
        (number.hasPrefix("第") ? "" : "第") + number + (number.hasSuffix("条") ? "" : "条")
    }
}
