/// 依据: a law and the places in it on which something rests.
package struct Citation: Sendable, Hashable {
    /// The law by the stem of its file or another of its names, by which `LawLibrary` finds it.
    package let law: String
    /// Every place that is named, ranges written out.
    package let places: [LawPlace]
    /// The law is certain, the number of the article is not.
    package let isUnverified: Bool
    package let note: String?

    package init(law: String, places: [LawPlace], isUnverified: Bool = false, note: String? = nil) {
        self.law = law
        self.places = places
        self.isUnverified = isUnverified
        self.note = note
    }

    /// - Parameter articles: As they are written in a file, such as `第五十八条第一款`.
    package init(law: String, articles: [String] = [], isUnverified: Bool = false, note: String? = nil) {
        self.init(
            law: law, places: articles.flatMap { PlaceReading($0).places }, isUnverified: isUnverified, note: note)
    }

    /// Reads `建筑法 第七条、第八条`, and what cannot be misread: `《建筑法》第七条`.
    package init(_ text: String) { self = KnownCitations.reading(of: text).citation }

    /// Whether it is of a law that has these names, as `LawLibrary.names(of:)` gives them.
    package func isOfLaw(named names: [String]) -> Bool { names.contains { $0.hasSameBytes(as: law) } }

    /// The places as laws write them, `第五十八条第一款`.
    package var articles: [String] { places.map(\.description) }
}
