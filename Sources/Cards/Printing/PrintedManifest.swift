package import Foundation
package import Ledger

/// What the manifest of a print for good says of the ledger.
package enum PrintedManifest {
    private struct Content: Decodable {
        struct Card: Decodable {
            struct File: Decodable {
                let name: String
                let sha256: String
            }

            let code: String
            let design: String
            let proved: String
            let files: [File]
        }

        let trial: Bool
        let cards: [Card]
    }

    /// The cards that the ledger must have; nil for a file that is no manifest, or that of a trial.
    package static func cards(in bytes: Data) -> [LedgerVerification.Card]? {
        guard let content = try? JSONDecoder().decode(Content.self, from: bytes), !content.trial else { return nil }
        return content.cards.map { card in
            LedgerVerification.Card(
                code: card.code, design: card.design,
                picture: card.files.first { $0.name == card.proved }?.sha256 ?? "")
        }
    }
}
