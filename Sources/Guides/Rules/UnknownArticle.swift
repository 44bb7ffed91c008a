package import Diagnostics

/// An article is cited that its law's file does not list.
package enum UnknownArticle: TreeRule {
    package static let name = "unknown-article"
    package static let severity = Severity.error
    package static let manual = """
        引用的条款在法规文件里没有。核对条号；条号没有错的，把这一条的原文加到法规文件里。

        错误：
            依据: 建筑法 第八十条
        正确：
            依据: 建筑法 第八条
        """

    package static let keys: [KeptKey] = []

    package static func check(_ tree: GuideTree) -> [Diagnostic] {
        // A file with errors that lists no article at all lacks the key, which is said there.
        let wrong = Set(tree.everyFile.filter { $0.kind == .law && $0.diagnostics.hasErrors }.map(\.stem))
        let known = tree.laws.byName { !$0.articles.isEmpty || !wrong.contains($0.stem) }
            .mapValues { Set($0.articles.map(\.number)) }
        return tree.files.flatMap { file in
            file.articles.compactMap { reference in
                // A law that does not exist is reported as such.
                guard let numbers = known[ByteKey(reference.law)],
                    reference.places.contains(where: { !numbers.contains($0.article) }),
                    let law = tree.laws[reference.law]
                else { return nil }
                let missing = reference.places.map(\.article).filter { !numbers.contains($0) }
                return finding(message(law, missing), at: reference.mark.location(in: file.path))
            }
        }
    }

    /// One message, however many articles of a range are missing.
    private static func message(_ law: Law, _ missing: [ArticleNumber]) -> String {
        var names: [String] = []
        for name in missing.map(\.description) where !names.contains(name) { names.append(name) }
        let shown = names.prefix(3).map { "“\($0)”" }.joined(separator: "、")
        let rest = names.count > 3 ? "等\(names.count)条" : ""
        return "“\(law.name)”的文件里没有\(shown)\(rest)，请核对条号，或在\(law.stem).yaml里添加\(names.count > 1 ? "这几条" : "这一条")"
    }
}
