package import Guides

/// A code that was printed once, in one design, on so many copies: a line of the ledger but for its batch, which is
/// only known under the ledger's lock.
package struct PrintedCode: Sendable, Hashable {
    package var code: ShortCode
    /// What the QR code says.
    package var address: String
    package var design: String
    package var copies: Int
    /// 版本日期: the date of the card's content; nil where a guide without a card of its own was printed.
    package var edition: CalendarDate?
    /// The SHA-256 of the picture's file, by which a card in hand can be compared with what was printed.
    package var picture: SHA256Digest

    package init(
        code: ShortCode, address: String, design: String, copies: Int, edition: CalendarDate?, picture: SHA256Digest
    ) {
        self.code = code
        self.address = address
        self.design = design
        self.copies = copies
        self.edition = edition
        self.picture = picture
    }
}

/// One line of the ledger.
@dynamicMemberLookup
package struct LedgerRow: Sendable, Hashable {
    /// 批次: what the office calls the print run.
    package var batch: String
    package var date: CalendarDate
    package var printed: PrintedCode

    package init(batch: String, date: CalendarDate, printed: PrintedCode) {
        self.batch = batch
        self.date = date
        self.printed = printed
    }

    package subscript<Value>(dynamicMember path: WritableKeyPath<PrintedCode, Value>) -> Value {
        get { printed[keyPath: path] }
        set { printed[keyPath: path] = newValue }
    }

    /// The columns' names, in the file's first line.
    static let header = ["批次", "日期", "短码", "网址", "版式", "份数", "版本日期", "图片SHA-256", "校验"]

    var fields: [String] {
        [
            batch, date.description, self.code.text, self.address, self.design, String(self.copies),
            self.edition?.description ?? "", self.picture.hex,
        ]
    }

    /// What `fields` gave.
    init?(fields: [String]) {
        guard fields.count == 8, let date = CalendarDate(fields[1]), let code = try? ShortCode(reading: fields[2]),
            let copies = Int(fields[5]), let picture = SHA256Digest(hex: fields[7])
        else { return nil }
        self.init(
            batch: fields[0], date: date,
            printed: PrintedCode(
                code: code, address: fields[3], design: fields[4], copies: copies, edition: CalendarDate(fields[6]),
                picture: picture))
    }

    /// 校验: what ties a row to the one before it.
    ///
    /// It is taken over both, so that a row edited after the fact, the last one too, and a row that was taken out no
    /// longer fit.
    func seal(after previous: SHA256Digest) -> SHA256Digest {
        SHA256Digest(of: previous.hex + "\n" + CSVReading.line(fields))
    }

    /// What the first row is tied to.
    static let firstSeal = SHA256Digest(of: CSVReading.line(header))
}
