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

    package static let keys: [String] = []

    package static func check(_ tree: GuideTree) -> [Diagnostic] {
        var known: [ByteKey: Set<ByteKey>] = [:]
        for law in tree.laws.values { known[ByteKey(law.stem)] = Set(law.articles.map { ByteKey($0.number) }) }
        return tree.files.flatMap { file in
            file.articles.compactMap { reference in
                // A law that does not exist is reported as such.
                guard let articles = known[ByteKey(reference.law)],
                    !articles.contains(ByteKey(Citation.articleNumber(of: reference.article))),
                    let law = tree.laws[reference.law]
                else { return nil }
                let place = reference.mark.location(in: file.path)
                return finding(
                    "“\(law.name)”的文件里没有“\(Citation.articleNumber(of: reference.article))”，请核对条号，或在\(law.stem).yaml里添加这一条",
                    at: place)
            }
        }
    }
}
