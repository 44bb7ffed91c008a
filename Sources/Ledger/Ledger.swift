package import Diagnostics
internal import Foundation
package import Guides

/// 台账, cards/ledger.csv: every code that was ever printed.
///
/// Rows are only ever appended. Each is sealed with the hash of the one before it, see `LedgerRow.seal(after:)`.
package struct Ledger: Sendable {
    /// A row with its place and its seal.
    struct Entry: Sendable {
        var row: LedgerRow
        var seal: SHA256Digest
        var line: Int
        /// The columns in which the fields start, in the order of `LedgerRow.header`.
        var columns: [Int]
    }

    /// The file's path as messages show it.
    package let path: String
    /// The whole text, for quoting lines.
    package let text: String
    let entries: [Entry]
    /// What is wrong with the file itself: broken rows and edited ones.
    package let diagnostics: [Diagnostic]

    var lastSeal: SHA256Digest { entries.last?.seal ?? LedgerRow.firstSeal }

    /// The rows that can be read, oldest first.
    package var rows: [LedgerRow] { entries.map(\.row) }

    /// Reads a ledger.
    ///
    /// One that does not exist is empty: nothing has been printed yet.
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
            self.init(path: path, text: "", entries: [], diagnostics: [LedgerFinding.wrongEncoding(path)])
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
    }

    /// The file's text with further rows, each sealed.
    ///
    /// - Precondition: The ledger has no errors; what is broken must be mended by hand, not built upon.
    package func appending(_ rows: [LedgerRow]) -> String {
        precondition(!diagnostics.hasErrors, "a sound ledger")
        var text = text
        if text.isEmpty { text = CSVReading.line(LedgerRow.header) + "\n" }
        if text.last?.isNewline != true { text += "\n" }
        var seal = lastSeal
        for row in rows {
            seal = row.seal(after: seal)
            text += CSVReading.line(row.fields + [seal.hex]) + "\n"
        }
        return text
    }

    /// When a code's oldest and newest batches were printed; nil for a code that never was.
    package func printed(_ code: ShortCode) -> ClosedRange<CalendarDate>? {
        let dates = entries.lazy.filter { $0.row.code == code }.map(\.row.date)
        guard let first = dates.min(), let last = dates.max() else { return nil }
        return first...last
    }

    /// A name for a batch that none has yet: the day and a number.
    package func freshBatch(on date: CalendarDate) -> String {
        let taken = Set(entries.map(\.row.batch))
        var number = 1
        while taken.contains("\(date)-\(number)") { number += 1 }
        return "\(date)-\(number)"
    }
}

/// Turns records into rows, one after the other.
private struct LedgerReading {
    let path: String
    private(set) var entries: [Ledger.Entry] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var sawHeader = false
    private var previous: SHA256Digest? = LedgerRow.firstSeal

    init(path: String) {
        self.path = path
    }

    mutating func read(_ record: CSVReading.Record) {
        guard sawHeader else {
            sawHeader = true
            if record.fields.map(\.text) != LedgerRow.header {
                diagnostics.append(LedgerFinding.header(at: SourceLocation(file: path, line: record.line, column: 1)))
            }
            return
        }
        guard let (row, seal) = parsed(record) else {
            // What comes next cannot be held against a row that cannot be read.
            previous = nil
            return
        }
        if let previous, row.seal(after: previous) != seal {
            diagnostics.append(LedgerFinding.edited(at: SourceLocation(file: path, line: record.line, column: 1)))
        }
        previous = seal
        entries.append(
            Ledger.Entry(row: row, seal: seal, line: record.line, columns: record.fields.map(\.column)))
    }

    /// The row, or nil after saying what is wrong with it.
    private mutating func parsed(_ record: CSVReading.Record) -> (LedgerRow, SHA256Digest)? {
        func place(_ index: Int) -> SourceLocation {
            SourceLocation(file: path, line: record.fields[index].line, column: record.fields[index].column)
        }
        guard !record.isUnclosed, record.fields.count == LedgerRow.header.count else {
            diagnostics.append(LedgerFinding.fieldCount(record.fields.count, at: place(0)))
            return nil
        }
        let texts = record.fields.map(\.text)
        var broken: [(Int, String)] = []
        let date = CalendarDate(texts[1]), code = try? ShortCode(reading: texts[2]), copies = Int(texts[5])
        let edition = CalendarDate(texts[6]), picture = SHA256Digest(hex: texts[7]), seal = SHA256Digest(hex: texts[8])
        if texts[0].isEmpty { broken.append((0, "批次是空的")) }
        if date == nil { broken.append((1, "“\(texts[1])”不是日期")) }
        if code == nil { broken.append((2, "“\(texts[2])”不是短码")) }
        if !WebAddress.isAbsolute(texts[3]) { broken.append((3, "“\(texts[3])”不是网址")) }
        if texts[4].isEmpty { broken.append((4, "版式是空的")) }
        if copies.map({ $0 > 0 }) != true { broken.append((5, "份数“\(texts[5])”不是正整数")) }
        if edition == nil, !texts[6].isEmpty { broken.append((6, "“\(texts[6])”不是日期")) }
        if picture == nil { broken.append((7, "图片SHA-256应当是64位十六进制数")) }
        if seal == nil { broken.append((8, "校验应当是64位十六进制数")) }
        diagnostics += broken.map { LedgerFinding.broken($0.1, at: place($0.0)) }
        guard broken.isEmpty, let date, let code, let copies, let picture, let seal else { return nil }
        let row = LedgerRow(
            batch: texts[0], date: date,
            printed: PrintedCode(
                code: code, address: texts[3], design: texts[4], copies: copies, edition: edition, picture: picture))
        return (row, seal)
    }
}
