/// What ties policies and notices to an item or a roadmap, so that the nearest can stand first.
package struct PolicyTies: Sendable {
    /// How near something is, the nearest first.
    package enum Tie: Int, Sendable, Comparable {
        /// Its words name the guide.
        case names
        /// It carries out or explains a law on which the guide rests.
        case law
        /// It is for a field of the guide, and not for all fields.
        case field
        /// It is for all fields.
        case all

        package static func < (left: Tie, right: Tie) -> Bool { left.rawValue < right.rawValue }
    }

    private let names: [String]
    /// Stems.
    private let laws: Set<String>
    private let fields: Set<String>
    private let guidebook: Guidebook

    /// Shorter everyday words say too little: 备案 stands in everything.
    private static let leastCharacters = 3

    /// An item belongs to the fields of the roadmaps in which it stands; nobody knows the field of one that stands in none.
    package init(_ item: Item, in guidebook: Guidebook) {
        let fields = guidebook.roadmaps(with: item.stem).flatMap(\.roadmap.fields)
        let citations = item.basis + [item.statutory.basis].compactMap(\.self) + item.feeBasis
        self.init([item.stem, item.name] + item.aliases, citations, fields, guidebook)
    }

    /// A roadmap rests on what its order rests on.
    package init(_ roadmap: Roadmap, in guidebook: Guidebook) {
        let citations = roadmap.entries.flatMap { $0.prerequisites.compactMap(\.basis) }
        self.init([roadmap.stem, roadmap.name] + roadmap.aliases, citations, roadmap.fields, guidebook)
    }

    private init(_ names: [String], _ citations: [Citation], _ fields: [String], _ guidebook: Guidebook) {
        self.names = names.filter { $0.count >= PolicyTies.leastCharacters }
        laws = Set(citations.compactMap { guidebook.laws.stem(named: $0.law) })
        self.fields = Set(fields)
        self.guidebook = guidebook
    }

    /// Nil where it has nothing to do with the guide.
    package func tie(to policy: Policy) -> Tie? {
        tie(policy.fields, [policy.name] + policy.points + policy.interpretation.flatMap(\.text), policy.basis)
    }

    /// Nil where it has nothing to do with the guide.
    package func tie(to notice: Notice) -> Tie? { tie(notice.fields, [notice.name] + notice.text, []) }

    private func tie(_ itsFields: [String], _ words: [String], _ basis: [Citation]) -> Tie? {
        if words.contains(where: { text in names.contains { text.hasBytes(of: $0) } }) { return .names }
        let isForAll = guidebook.site.fields.allSatisfy { itsFields.contains($0.name) }
        let isOfField = itsFields.contains { fields.contains($0) }
        // Where the field is not known, a law that both lean on must do.
        guard isForAll || isOfField || fields.isEmpty else { return nil }
        if basis.contains(where: { guidebook.laws.stem(named: $0.law).map { laws.contains($0) } ?? false }) {
            return .law
        }
        return isForAll ? .all : isOfField ? .field : nil
    }
}
