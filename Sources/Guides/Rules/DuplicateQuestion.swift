package import Diagnostics

/// The same question stands twice among a guide's questions, perhaps with two answers.
package enum DuplicateQuestion: FileRule {
    package static let name = "duplicate-question"
    package static let severity = Severity.warning
    package static let manual = """
        常见问题里同一句问了两次。留下一条，两个回答不同的，先核对哪个对。

        错误：
            常见问题: [{问: 几天能拿到？, 答: 三天。}, {问: 几天能拿到, 答: 五天。}]
        正确：
            常见问题: [{问: 几天能拿到？, 答: 三天。}]
        """

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        guard file.kind == .item || file.kind == .policy else { return [] }
        return ["常见问题", "问答"].flatMap { key -> [Diagnostic] in
            guard let list = file.root?[key]?.elements, list.count > 1 else { return [] }
            var first: [ByteKey: MarkedNode] = [:]
            return list.compactMap { record in
                guard let node = record["问"], let text = node.text else { return nil }
                let plain = ByteKey(plain(text))
                guard let other = first[plain] else {
                    first[plain] = node
                    return nil
                }
                return finding(
                    "这个问题前面问过了，请只留一条", at: node.mark.location(in: file.path),
                    notes: [.init("首次写在这里", at: other.mark.location(in: file.path))])
            }
        }
    }

    /// The question without its signs.
    private static func plain(_ question: String) -> String {
        String(
            String.UnicodeScalarView(
                question.unicodeScalars.filter { scalar in
                    switch scalar {
                    case "？", "?", "，", ",", "。", "、", "：", "“", "”", "！", " ", "\u{3000}": false
                    default: true
                    }
                }))
    }
}
