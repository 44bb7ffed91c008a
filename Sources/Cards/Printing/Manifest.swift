internal import Foundation
internal import Guides

/// manifest.json: what was printed, for whoever takes the files on.
///
/// It has no clock in it: the same cards give the same bytes.
package enum Manifest {
    package static let fileName = "manifest.json"

    private struct Entry: Encodable {
        var card: String
        var design: String
        var code: String
        var address: String
        var files: [PrintRecord.File]
        var proved: String
        var version: Int
        var level: String
        var mask: Int
        var moduleMillimetres: Double
        var margin: Int
    }

    private struct Content: Encodable {
        var dotsPerInch: Int
        var bleed: Bool
        var trial: Bool
        /// The worst grade that a symbol can survive.
        var bestMargin = ProofMargin.worst.grade
        var cards: [Entry]
    }

    /// The file's bytes.
    package static func json(_ records: [PrintRecord], dotsPerInch: Int, bleed: Bool, isTrial: Bool) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let cards = records.map { record in
            Entry(
                card: record.job.stem, design: record.job.design.stem, code: record.job.code.text,
                address: record.job.content.address, files: record.files, proved: record.files[record.proved].name,
                version: record.version, level: record.level, mask: record.mask,
                moduleMillimetres: record.moduleMillimetres, margin: record.margin.grade)
        }
        return try Array(encoder.encode(Content(dotsPerInch: dotsPerInch, bleed: bleed, trial: isTrial, cards: cards)))
            + [0x0A]
    }
}
