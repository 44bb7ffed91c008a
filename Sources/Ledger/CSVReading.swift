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

    /// The records of a text; lines without a word are none, also those of commas that spreadsheet programs leave.
    ///
    /// A byte-order mark and either kind of line end are accepted, as spreadsheet programs leave them.
    static func records(in text: String) -> [Record] {
        var reader = Reader(bytes: Array(text.utf8))
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
    let bytes: [UInt8]
    var index = 0
    var line = 1
    var column = 1

    init(bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    }

    mutating func records() -> [CSVReading.Record] {
        var records: [CSVReading.Record] = []
        while index < bytes.count {
            let record = record()
            if record.fields.contains(where: { !$0.text.isEmpty }) { records.append(record) }
        }
        return records
    }

    private mutating func record() -> CSVReading.Record {
        var record = CSVReading.Record(fields: [])
        while true {
            var field = CSVReading.Field(text: "", line: line, column: column)
            var text: [UInt8] = []
            if peek == Reader.quote {
                step()
                record.isUnclosed = !quoted(into: &text)
            }
            while let byte = peek, byte != Reader.comma, byte != Reader.newline, byte != Reader.return {
                text.append(byte)
                step()
            }
            field.text = String(decoding: text, as: UTF8.self)
            record.fields.append(field)
            guard peek == Reader.comma else { break }
            step()
        }
        if peek == Reader.return { step() }
        if peek == Reader.newline { step() }
        return record
    }

    /// Reads up to the closing quotation mark; false where there is none.
    private mutating func quoted(into text: inout [UInt8]) -> Bool {
        while let byte = peek {
            step()
            if byte == Reader.quote {
                guard peek == Reader.quote else { return true }
                step()
            }
            text.append(byte)
        }
        return false
    }

    private static let quote = UInt8(ascii: "\""), comma = UInt8(ascii: ",")
    private static let newline = UInt8(ascii: "\n"), `return` = UInt8(ascii: "\r")

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func step() {
        let byte = bytes[index]
        index += 1
        let isLineEnd = byte == Reader.newline || (byte == Reader.return && peek != Reader.newline)
        if isLineEnd {
            (line, column) = (line + 1, 1)
        } else if byte & 0xC0 != 0x80 {
            // The first byte of a scalar.
            column += 1
        }
    }
}
