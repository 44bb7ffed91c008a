/// Reads the places behind a law's name: `第七条、第八条第一款第（四）项`, `第七条至第九条`, `第七、九条`, `附件一`.
///
/// Whatever has only one meaning is understood, digits too; anything else is a problem and never left out in silence.
struct PlaceReading {
    /// Why the rest of a text means nothing.
    enum Problem: Hashable {
        /// Words behind a place, or instead of one.
        case junk(String)
        /// A number that is none, as it stands, and the ones that may have been meant.
        case number(String, maybe: [String])
        /// 款, 项 or 目 of what?
        case noArticle(String)
        /// A range whose ends do not fit together: 第九条至第七条, 第七条至第二款.
        case range(String)
        /// More places than anybody cites.
        case tooMany
    }

    private(set) var places: [LawPlace] = []
    private(set) var problem: Problem?

    /// How many places one citation may name: a range of thousands is a slip.
    static let limit = 200

    /// - Parameter text: Without the law's name; empty for no places at all.
    init(_ text: String) {
        if let plain = PlainPlaces.read(text) {
            places = plain
            return
        }
        var parser = PlaceParser(text)
        parser.parse()
        (places, problem) = (parser.places, parser.problem)
    }
}
