package import Diagnostics

/// An article in a law's file has no words, and nothing says that they are still to be found.
package enum ArticleWithoutText: FileRule {
    package static let name = "article-without-text"
    package static let severity = Severity.error
    package static let manual = """
        这一条没有条文。抄上原文；还没有看到原文的，写“待核: 是”，页面上会说条文待补。

        错误：
            - {条: 第八条}
        正确：
            - {条: 第八条, 待核: 是}
        """

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        guard file.kind == .law else { return [] }
        return (file.root?["条款"]?.elements ?? []).filter { record in
            record.isMapping && record["内容"]?.text == nil && record["待核"]?.text?.hasSameBytes(as: "是") != true
        }.map { record in
            let number = record["条"]?.text ?? "这一条"
            return finding(
                "\(number)没有条文，请抄上“内容”；还没有看到原文的，写“待核: 是”", at: record.mark.location(in: file.path))
        }
    }
}
