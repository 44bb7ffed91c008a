package import Diagnostics

/// A 款, 项 or 目 is cited that the article's words, as they stand in its law's file, do not have.
package enum UnknownParagraph: TreeRule {
    package static let name = "unknown-paragraph"
    package static let severity = Severity.error
    package static let manual = """
        引用的款、项在条文里没有。法规文件里一款一行；以“（一）”开头的行是项。核对款号、项号，或者核对法规文件里的条文有没有抄全、分段对不对。

        错误：
            依据: 建筑法 第八条第九款
        正确：
            依据: 建筑法 第八条第二款
        """

    package static let keys: [KeptKey] = []

    package static func check(_ tree: GuideTree) -> [Diagnostic] {
        // Thousands of items cite the same few places.
        var known: [Key: String?] = [:]
        return tree.files.flatMap { file in
            file.articles.flatMap { reference -> [Diagnostic] in
                reference.places.compactMap { place in
                    guard !place.isWhole else { return nil }
                    let key = Key(law: ByteKey(reference.law), place: place)
                    let problem = known[key] ?? message(reference.law, place, tree)
                    known[key] = .some(problem)
                    return problem.map { finding($0, at: reference.mark.location(in: file.path)) }
                }
            }
        }
    }

    private struct Key: Hashable {
        let law: ByteKey
        let place: LawPlace
    }

    /// Nil where the place is there, or where nobody can tell.
    private static func message(_ name: String, _ place: LawPlace, _ tree: GuideTree) -> String? {
        guard let law = tree.laws[name], let article = law.article(place.article),
            let problem = article.problem(with: place)
        else { return nil }
        return "“\(law.stem)”\(article.number)\(problem)"
    }
}
