internal import Diagnostics

/// Comma-separated values (RFC 4180) with the place of every field, so that a finding can point at it.
enum CSVReading {
    struct Field: Equatable {
        var text: String
        /// Line and column from 1; the column counts Unicode scalars.
        var line: Int
        var column: Int
    }

    struct Record: Equatable {
        var fields: [Field]
        /// The record ends inside a quotation, so its fields cannot be trusted.
        var isUnclosed = false

        var line: Int { fields.first?.line ?? 0 }
    }

    /// The records of a text; empty lines are none.
    ///
    /// A byte-order mark and either kind of line end are accepted, as spreadsheet programs leave them.
    static func records(in text: String) -> [Record] {
        var reader = Reader(scalars: Array(text.unicodeScalars))
        return reader.records()
    }

    /// A record as it is written: a field is quoted only where it must be.
    static func line(_ fields: [String]) -> String {
        fields.map { field in
            let mustQuote = field.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
            return mustQuote
                ? "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
                : field
        }.joined(separator: ",")
    }
}

private struct Reader {
    let scalars: [Unicode.Scalar]
    var index = 0
    var line = 1
    var column = 1

    init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        if scalars.first == "\u{FEFF}" { index = 1 }
    }

    mutating func records() -> [CSVReading.Record] {
        var records: [CSVReading.Record] = []
        while index < scalars.count {
            let record = record()
            if record.fields.count > 1 || record.fields.contains(where: { !$0.text.isEmpty }) { records.append(record) }
        }
        return records
    }

    private mutating func record() -> CSVReading.Record {
        var record = CSVReading.Record(fields: [])
        while true {
            var field = CSVReading.Field(text: "", line: line, column: column)
            if peek == "\"" {
                step()
                record.isUnclosed = !quoted(into: &field.text)
            }
            while let scalar = peek, scalar != ",", scalar != "\n", scalar != "\r" {
                field.text.unicodeScalars.append(scalar)
                step()
            }
            record.fields.append(field)
            guard peek == "," else { break }
            step()
        }
        if peek == "\r" { step() }
        if peek == "\n" { step() }
        return record
    }

    /// Reads up to the closing quotation mark; false where there is none.
    private mutating func quoted(into text: inout String) -> Bool {
        while let scalar = peek {
            step()
            if scalar == "\"" {
                guard peek == "\"" else { return true }
                step()
            }
            text.unicodeScalars.append(scalar)
        }
        return false
    }

    private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private mutating func step() {
        let isLineEnd = scalars[index] == "\n" || (scalars[index] == "\r" && scalars.dropFirst(index + 1).first != "\n")
        (line, column) = isLineEnd ? (line + 1, 1) : (line, column + 1)
        index += 1
    }
}
