/// What leans on a law, or on some places in it: everything to look at when it changes.
package struct LawImpact: Sendable {
    /// One place that cites the law.
    package struct Use: Sendable, Hashable, Encodable {
        /// The kind of guide: 事项, 全流程, 政策.
        package let kind: String
        /// The guide's stem and code.
        package let guide: String
        package let code: String
        /// What sort of thing rests on it: 设定依据, 时限, 材料, 环节, 特别程序, 中介服务, 收费, 前置 or 政策.
        package let element: String
        /// The same with its name: 法定办结时限（7 日）, 材料“…”, 环节“…”.
        package let what: String
        /// The articles cited, empty where the number is not certain yet.
        package let articles: [String]
    }

    package let law: Law
    /// Empty for the whole law.
    package let places: [LawPlace]
    /// By kind, guide and place.
    package let uses: [Use]
    /// The guides that lean on it, and the roadmaps in which one of those items stands, by code: what printed cards are
    /// looked up by.
    package let leaning: [ShortCode: Leaning]

    /// Why a code leans on the law.
    package struct Leaning: Sendable, Hashable {
        /// 事项, 全流程 or 政策.
        package let kind: String
        /// The stem of the guide that the code opens.
        package let guide: String
        /// The items of a roadmap that lean on it.
        package let through: [String]
    }

    /// - Parameter places: Only what cites one of these, lies in it or holds it, or cites the law without a number; all
    ///   where empty.
    package init(_ law: Law, at places: [LawPlace] = [], in guidebook: Guidebook) {
        self.law = law
        self.places = places
        let query = Query(law: law, names: guidebook.laws.names(of: law), places: places)
        var uses: [Use] = []
        var leaning: [ShortCode: Leaning] = [:]
        var hitItems: Set<String> = []
        for item in guidebook.items.values.sorted(by: { $0.stem < $1.stem }) {
            for place in LawImpact.places(in: item) where query.isHit(place.citation) {
                uses.append(
                    Use(
                        kind: "事项", guide: item.stem, code: item.code?.text ?? "", element: place.element,
                        what: place.what, articles: query.hits(place.citation)))
                hitItems.insert(item.stem)
                if let code = item.code { leaning[code] = Leaning(kind: "事项", guide: item.stem, through: []) }
            }
        }
        for roadmap in guidebook.roadmaps.values.sorted(by: { $0.stem < $1.stem }) {
            let own = LawImpact.uses(in: roadmap, query)
            uses += own
            let through = roadmap.entries.map(\.item).filter(hitItems.contains)
            guard let code = roadmap.code, !own.isEmpty || !through.isEmpty else { continue }
            leaning[code] = Leaning(kind: "全流程", guide: roadmap.stem, through: through)
        }
        for policy in guidebook.policies.values.sorted(by: { $0.stem < $1.stem }) {
            guard let use = LawImpact.use(in: policy, query) else { continue }
            uses.append(use)
            if let code = policy.code { leaning[code] = Leaning(kind: "政策", guide: policy.stem, through: []) }
        }
        self.uses = uses
        self.leaning = leaning
    }

    /// The codes of the guides that cite it, each once.
    package var codes: [String] { Array(Set(uses.map(\.code))).sorted() }

    private static func uses(in roadmap: Roadmap, _ query: Query) -> [Use] {
        roadmap.entries.flatMap { entry in
            entry.prerequisites.compactMap { prerequisite in
                guard let citation = prerequisite.basis, query.isHit(citation) else { return nil }
                return Use(
                    kind: "全流程", guide: roadmap.stem, code: roadmap.code?.text ?? "", element: "前置",
                    what: "前置“\(prerequisite.item)→\(entry.item)”", articles: query.hits(citation))
            }
        }
    }

    /// A policy that cites the law, or is about it: its title names it, or is its own.
    private static func use(in policy: Policy, _ query: Query) -> Use? {
        let cited = policy.basis.filter(query.isHit)
        let isAbout = policy.name == query.law.name || policy.name.contains(query.law.stem)
        guard !cited.isEmpty || isAbout else { return nil }
        return Use(
            kind: "政策", guide: policy.stem, code: policy.code?.text ?? "", element: "政策",
            what: isAbout ? "标题说到它" : "依据", articles: cited.flatMap(query.hits))
    }

    private typealias Place = (element: String, what: String, citation: Citation)

    private static func places(in item: Item) -> [Place] {
        var found: [Place] = item.basis.map { ("设定依据", "设定依据", $0) }
        if let basis = item.statutory.basis { found.append(("时限", "法定办结时限（\(item.statutory.limit)）", basis)) }
        if let basis = item.promised.basis { found.append(("时限", "承诺办结时限（\(item.promised.limit)）", basis)) }
        found += item.materials.compactMap { material in
            material.basis.map { ("材料", "材料“\(material.name)”", $0) }
        }
        found += item.steps.compactMap { step in
            step.basis.map { ("环节", "环节“\(step.name)”\(step.limit.map { "（\($0)）" } ?? "")", $0) }
        }
        found += item.specialProcedures.compactMap { procedure in
            procedure.basis.map { ("特别程序", "特别程序“\(procedure.name)”", $0) }
        }
        found += item.intermediaries.compactMap { service in
            service.basis.map { ("中介服务", "中介服务“\(service.name)”", $0) }
        }
        found += item.feeBasis.map { ("收费", "收费依据", $0) }
        if let basis = item.result.validityBasis { found.append(("时限", "办理结果的有效期", basis)) }
        if let delivery = item.result.delivery, let basis = delivery.basis {
            found.append(("时限", "送达时限（\(delivery.limit)）", basis))
        }
        return found
    }
}

/// What was asked for.
private struct Query {
    let law: Law
    let names: [String]
    let places: [LawPlace]

    func isHit(_ citation: Citation) -> Bool {
        guard citation.isOfLaw(named: names) else { return false }
        return places.isEmpty || citation.places.isEmpty || !hits(citation).isEmpty
    }

    /// The places of a citation that were asked for.
    func hits(_ citation: Citation) -> [String] {
        guard !places.isEmpty else { return citation.articles }
        return citation.places.filter { cited in places.contains { $0.overlaps(cited) } }.map(\.description)
    }
}
