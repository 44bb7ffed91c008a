/// What leans on a law, or on one article of it: everything to look at when it changes.
package struct LawImpact: Sendable {
    /// One place that cites the law.
    package struct Use: Sendable, Hashable, Encodable {
        /// The kind of guide: 事项, 全流程.
        package let kind: String
        /// The guide's stem and code.
        package let guide: String
        package let code: String
        /// What rests on it: 设定依据, 法定办结时限, 材料“…”, 环节“…”, 前置“…”.
        package let what: String
        /// The articles cited, empty where the number is not certain yet.
        package let articles: [String]
    }

    package let law: Law
    /// Nil for the whole law.
    package let article: String?
    /// By kind, guide and place.
    package let uses: [Use]
    /// Stems of policies whose title names the law.
    package let policies: [String]

    /// - Parameter article: Only what cites this article, or cites the law without a number.
    package init(_ law: Law, article: String? = nil, in guidebook: Guidebook) {
        self.law = law
        self.article = article
        let number = article.map(Citation.articleNumber)
        var uses: [Use] = []
        for item in guidebook.items.values.sorted(by: { $0.stem < $1.stem }) {
            for (what, citation) in LawImpact.citations(in: item) where LawImpact.isHit(citation, law.stem, number) {
                uses.append(Use(kind: "事项", guide: item.stem, code: item.code?.text ?? "", what: what, articles: LawImpact.hits(citation, number)))
            }
        }
        for roadmap in guidebook.roadmaps.values.sorted(by: { $0.stem < $1.stem }) {
            for entry in roadmap.entries {
                for prerequisite in entry.prerequisites {
                    guard let citation = prerequisite.basis, LawImpact.isHit(citation, law.stem, number) else { continue }
                    uses.append(
                        Use(
                            kind: "全流程", guide: roadmap.stem, code: roadmap.code?.text ?? "",
                            what: "前置“\(prerequisite.item)→\(entry.item)”",
                            articles: LawImpact.hits(citation, number)))
                }
            }
        }
        self.uses = uses
        policies = guidebook.policies.values.filter { $0.name.contains(law.stem) || $0.name == law.name }.map(\.stem).sorted()
    }

    /// The codes of the guides that lean on it, each once: what the ledger's batches are looked up by.
    package var codes: [String] { Array(Set(uses.map(\.code))).sorted() }

    /// The articles of a citation that were asked for.
    private static func hits(_ citation: Citation, _ article: String?) -> [String] {
        guard let article else { return citation.articles }
        return citation.articles.filter { Citation.articleNumber(of: $0) == article }
    }

    private static func isHit(_ citation: Citation, _ law: String, _ article: String?) -> Bool {
        guard citation.law == law else { return false }
        guard let article, !citation.articles.isEmpty else { return true }
        return citation.articles.contains { Citation.articleNumber(of: $0) == article }
    }

    private static func citations(in item: Item) -> [(what: String, citation: Citation)] {
        var found = item.basis.map { (what: "设定依据", citation: $0) }
        if let basis = item.statutory.basis { found.append(("法定办结时限（\(item.statutory.limit)）", basis)) }
        if let basis = item.promised.basis { found.append(("承诺办结时限", basis)) }
        found += item.materials.compactMap { material in material.basis.map { ("材料“\(material.name)”", $0) } }
        found += item.steps.compactMap { step in
            step.basis.map { ("环节“\(step.name)”\(step.limit.map { "（\($0)）" } ?? "")", $0) }
        }
        found += item.specialProcedures.compactMap { procedure in procedure.basis.map { ("特别程序“\(procedure.name)”", $0) } }
        found += item.intermediaries.compactMap { service in service.basis.map { ("中介服务“\(service.name)”", $0) } }
        found += item.feeBasis.map { ("收费依据", $0) }
        if let basis = item.result.validityBasis { found.append(("办理结果的有效期", basis)) }
        if let basis = item.result.delivery?.basis { found.append(("送达时限", basis)) }
        return found
    }
}
