internal import Foundation

/// How long a ledger is and how it ends, so that lines missing at its end, or all of it, are noticed.
///
/// It is kept in a second file beside the ledger, cards/ledger.head, in each print's manifest, and, as both files are
/// committed, in git. It is written right after the ledger; a ledger that goes on behind its head was cut off between
/// the two, or was merged, and has lost nothing.
package struct LedgerHead: Sendable, Hashable {
    /// The number of lines without the first, prints and voidings.
    package var rows: Int
    /// The seal of the last of them; for none, `LedgerRecord.firstSeal`.
    package var seal: SHA256Digest

    /// What the file says.
    enum Reading: Equatable {
        case missing, unreadable
        case head(LedgerHead)
    }

    /// ledger.head beside ledger.csv; nil for a file that is no ledger's own, such as git's while it merges.
    package static func path(of ledger: String) -> String? {
        ledger.hasSuffix(".csv") ? String(ledger.dropLast(3)) + "head" : nil
    }

    static func read(of ledger: String) -> Reading {
        guard let path = path(of: ledger), DurableFile.exists(path) else { return .missing }
        guard let bytes = FileManager.default.contents(atPath: path), bytes.count < 10_000,
            let text = String(validating: bytes, as: UTF8.self), let head = LedgerHead(text: text)
        else { return .unreadable }
        return .head(head)
    }

    /// Reads what `text` gave, also as an editor on another system leaves it.
    init?(text: String) {
        var rows: Int?, seal: SHA256Digest?
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.trimmingPrefix("\u{FEFF}").split(separator: " ")
            guard let key = words.first, !key.hasPrefix("#") else { continue }
            switch (key, words.count) {
            case ("行数:", 2) where rows == nil: rows = Int(words[1])
            case ("校验:", 2) where seal == nil: seal = SHA256Digest(hex: String(words[1]))
            default: return nil
            }
        }
        guard let rows, rows >= 0, let seal else { return nil }
        self.rows = rows
        self.seal = seal
    }

    init(rows: Int, seal: SHA256Digest) {
        self.rows = rows
        self.seal = seal
    }

    /// The file's text.
    var text: String {
        """
        # 台账（ledger.csv）有几行，最后一行的校验。每次记账由onecard写，和台账一起提交，不要手工修改。
        行数: \(rows)
        校验: \(seal.hex)

        """
    }

    /// Puts the file beside its ledger; does nothing for a file that is no ledger's own.
    func write(of ledger: String) throws(LedgerError) {
        guard let path = LedgerHead.path(of: ledger) else { return }
        try DurableFile.write(Array(text.utf8), to: path)
    }
}
