internal import Foundation
internal import Guides
package import Ledger

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
        var opens: Opened
        var files: [PrintRecord.File]
        var proved: String
        var version: Int
        var level: String
        var mask: Int
        var moduleMillimetres: Double
        var margin: Int
    }

    /// The guide that the code opens.
    private struct Opened: Encodable {
        var kind: String
        var file: String
        var name: String
    }

    /// What the ledger says once the print is in it.
    private struct Entered: Encodable {
        var batch: String
        var rows: Int
        var seal: String
    }

    private struct Content: Encodable {
        var dotsPerInch: Int
        var bleed: Bool
        var trial: Bool
        /// Nil for a trial.
        var ledger: Entered?
        /// The worst grade that a symbol can survive.
        var bestMargin = ProofMargin.worst.grade
        var cards: [Entry]
    }

    /// The file's bytes.
    ///
    /// - Parameter stamp: What the ledger says once the print is in it; nil for a trial.
    package static func json(
        _ records: [PrintRecord], dotsPerInch: Int, bleed: Bool, stamp: PrintCommit.Stamp?
    ) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let cards = records.map { record in
            Entry(
                card: record.job.stem, design: record.job.design.stem, code: record.job.code.text,
                address: record.job.content.address,
                opens: Opened(kind: record.job.opens.kind, file: record.job.opens.stem, name: record.job.opens.name),
                files: record.files, proved: record.files[record.proved].name,
                version: record.version, level: record.level, mask: record.mask,
                moduleMillimetres: record.moduleMillimetres, margin: record.margin.grade)
        }
        let entered = stamp.map { Entered(batch: $0.batch, rows: $0.head.rows, seal: $0.head.seal.hex) }
        let content = Content(
            dotsPerInch: dotsPerInch, bleed: bleed, trial: stamp == nil, ledger: entered, cards: cards)
        return try Array(encoder.encode(content)) + [0x0A]
    }
}
