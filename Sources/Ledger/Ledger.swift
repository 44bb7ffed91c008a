package import Diagnostics
internal import Foundation
package import Guides

/// 台账, cards/ledger.csv: every code that was ever printed.
///
/// Lines are only ever appended. Each is sealed with the hash of the one before it, see `LedgerRecord`.
package struct Ledger: Sendable {
    /// A line with its place and its seal.
    struct Entry: Sendable {
        var record: LedgerRecord
        var seal: SHA256Digest
        var line: Int
        /// The columns in which the fields start, in the order of `LedgerRecord.header`, as far as there are fields.
        var columns: [Int]
    }

    /// A print, and whether it was voided since.
    package struct Print: Sendable {
        package let row: LedgerRow
        package let isVoided: Bool
        /// The place of its entry.
        let index: Int
    }

    /// The file's path as messages show it.
    package let path: String
    /// The whole text, for quoting lines.
    package let text: String
    let entries: [Entry]
    /// What is wrong with the file itself: broken lines and edited ones.
    package let diagnostics: [Diagnostic]
    /// The prints that can be read, oldest first.
    package let prints: [Print]

    /// The lines that can be read, oldest first.
    package var records: [LedgerRecord] { entries.map(\.record) }

    /// The prints that can be read, oldest first, voided ones too.
    package var rows: [LedgerRow] { prints.map(\.row) }

    /// Its length and its last seal.
    package var head: LedgerHead { LedgerHead(rows: entries.count, seal: entries.last?.seal ?? LedgerRecord.firstSeal) }

    /// Reads a ledger.
    ///
    /// One that does not exist is empty: nothing has been printed yet, as far as `LedgerHead` agrees.
    package init(at path: String) {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile || error.code == .fileNoSuchFile {
            self.init(text: "", path: path)
            return
        } catch {
            self.init(path: path, text: "", entries: [], diagnostics: [LedgerFinding.unreadable(path)])
            return
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let found = LedgerFinding.wrongEncoding(
                path, isWide: bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]))
            self.init(path: path, text: "", entries: [], diagnostics: [found])
            return
        }
        self.init(text: text, path: path)
    }

    package init(text: String, path: String) {
        var reading = LedgerReading(path: path)
        for record in CSVReading.records(in: text) { reading.read(record) }
        self.init(path: path, text: text, entries: reading.entries, diagnostics: reading.diagnostics)
    }

    private init(path: String, text: String, entries: [Entry], diagnostics: [Diagnostic]) {
        self.path = path
        self.text = text
        self.entries = entries
        self.diagnostics = diagnostics
        prints = Ledger.prints(in: entries)
    }

    /// The file's text with further lines, each sealed, and how it then ends.
    ///
    /// - Precondition: The ledger has no errors; what is broken must be mended by hand, not built upon.
    package func appending(_ records: [LedgerRecord]) -> (text: String, head: LedgerHead) {
        precondition(!diagnostics.hasErrors, "a sound ledger")
        var text = text
        if text.isEmpty { text = CSVReading.line(LedgerRecord.header) + "\n" }
        if !records.allSatisfy(\.isOfFirstEdition) { text = Ledger.withLongHeader(text) }
        if text.last?.isNewline != true { text += "\n" }
        var head = head
        for record in records {
            head = LedgerHead(rows: head.rows + 1, seal: record.seal(after: head.seal))
            text += record.line(sealed: head.seal) + "\n"
        }
        return (text, head)
    }

    /// The text with the columns of both editions in its first line.
    private static func withLongHeader(_ text: String) -> String {
        let old = CSVReading.line(LedgerRecord.firstHeader)
        let start =
            text.unicodeScalars.first == "\u{FEFF}"
            ? text.unicodeScalars.index(after: text.startIndex) : text.startIndex
        let end = text[start...].firstIndex(where: \.isNewline) ?? text.endIndex
        // A spreadsheet may have padded it with commas.
        guard String(text[start..<end].trimmingSuffix(while: { $0 == "," })) == old else { return text }
        return String(text[..<start]) + CSVReading.line(LedgerRecord.header) + text[end...]
    }

    /// When a code's oldest and newest batches were printed; nil for a code that never was.
    package func printed(_ code: ShortCode) -> ClosedRange<CalendarDate>? {
        let dates = prints.lazy.filter { $0.row.code == code }.map(\.row.date)
        guard let first = dates.min(), let last = dates.max() else { return nil }
        return first...last
    }
}

extension Ledger {
    /// The prints among the lines, with what later lines have voided of them, as `LedgerVoid` says.
    private static func prints(in entries: [Entry]) -> [Print] {
        var voided: Set<Int> = []
        var open: [String: [(index: Int, copies: Int)]] = [:]
        for (index, entry) in entries.enumerated() {
            switch entry.record {
            case .print(let row): open[row.batch, default: []].append((index, row.copies))
            case .void(let void):
                var left = void.copies
                let taken = (open[void.batch] ?? []).prefix { row in
                    guard row.copies <= left else { return false }
                    left -= row.copies
                    return true
                }
                voided.formUnion(taken.map(\.index))
                open[void.batch]?.removeFirst(taken.count)
            }
        }
        return entries.enumerated().compactMap { index, entry in
            guard case .print(let row) = entry.record else { return nil }
            return Print(row: row, isVoided: voided.contains(index), index: index)
        }
    }
}

extension BidirectionalCollection {
    /// Without the elements at its end that fulfil a condition.
    fileprivate func trimmingSuffix(while predicate: (Element) -> Bool) -> SubSequence {
        var end = endIndex
        while end > startIndex, predicate(self[index(before: end)]) { end = index(before: end) }
        return self[..<end]
    }
}
