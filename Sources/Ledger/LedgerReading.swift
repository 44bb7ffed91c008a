internal import Diagnostics
internal import Guides

/// Turns records into lines of the ledger, one after the other.
struct LedgerReading {
    let path: String
    private(set) var entries: [Ledger.Entry] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var sawHeader = false
    private var previous: SHA256Digest? = LedgerRecord.firstSeal
    /// What follows a mark that git left is two ledgers in one, and every further finding would be about that.
    private var isUnmerged = false

    init(path: String) {
        self.path = path
    }

    mutating func read(_ record: CSVReading.Record) {
        guard !isUnmerged else { return }
        let place = SourceLocation(file: path, line: record.line, column: 1)
        if MergeMarkers.isMarker(record.fields[0].text) {
            isUnmerged = true
            diagnostics.append(LedgerFinding.unmerged(at: place))
            return
        }
        var fields = record.fields
        // Spreadsheet programs fill lines up with empty fields.
        while fields.count > LedgerRecord.firstHeader.count, fields.last?.text == "" { fields.removeLast() }
        guard sawHeader else {
            sawHeader = true
            if ![LedgerRecord.firstHeader, LedgerRecord.header].contains(fields.map(\.text)) {
                diagnostics.append(LedgerFinding.header(at: place))
            }
            return
        }
        guard let (read, seal) = parsed(fields, isUnclosed: record.isUnclosed) else {
            // What comes next cannot be held against a line that cannot be read.
            previous = nil
            return
        }
        if let previous, read.seal(after: previous) != seal { diagnostics.append(LedgerFinding.edited(at: place)) }
        previous = seal
        entries.append(
            Ledger.Entry(record: read, seal: seal, line: record.line, columns: record.fields.map(\.column)))
    }

    /// The line and its seal, or nil after saying what is wrong with it.
    private mutating func parsed(
        _ fields: [CSVReading.Field], isUnclosed: Bool
    ) -> (LedgerRecord, SHA256Digest)? {
        let sealColumn = LedgerRecord.sealColumn
        func place(_ index: Int) -> SourceLocation {
            let field = fields[min(index, fields.count - 1)]
            return SourceLocation(file: path, line: field.line, column: field.column)
        }
        guard !isUnclosed, (sealColumn + 1...LedgerRecord.header.count).contains(fields.count) else {
            diagnostics.append(LedgerFinding.fieldCount(fields.count, at: place(0)))
            return nil
        }
        var texts = fields.map(\.text)
        let seal = SHA256Digest(hex: texts.remove(at: sealColumn))
        var record: LedgerRecord?
        do throws(LedgerFieldsError) {
            record = try LedgerRecord(fields: texts)
        } catch {
            diagnostics += error.problems.map { problem in
                let column = problem.field < sealColumn ? problem.field : problem.field + 1
                return LedgerFinding.broken(problem.what, at: place(column))
            }
        }
        if seal == nil { diagnostics.append(LedgerFinding.broken("校验应当是64位十六进制数", at: place(sealColumn))) }
        guard let record, let seal else { return nil }
        return (record, seal)
    }
}
