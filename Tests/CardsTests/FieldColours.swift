import Guides
import TestSupport

/// The fields of the shipped site and their colours, with which designs are tried.
enum FieldColours {
    /// In the order of the programme.
    static let all: [(field: String, colour: String)] = {
        let outcome = GuideLoader(guides: Repository.path("guides"), cards: Repository.path("cards")).load()
        return outcome.guidebook?.site.fields.map { ($0.name, $0.colour?.hex ?? "") } ?? []
    }()

    /// The colour of a field, nil for a name that is none of them.
    static func colour(of field: String) -> String? {
        all.first { $0.field == field }?.colour
    }
}
