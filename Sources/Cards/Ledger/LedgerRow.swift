package import Guides

/// One line of the ledger: a code that was printed once, in one design, on so many copies.
package struct LedgerRow: Sendable, Hashable {
    /// 批次: what the office calls the print run.
    package var batch: String
    package var date: CalendarDate
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
        batch: String, date: CalendarDate, code: ShortCode, address: String, design: String, copies: Int,
        edition: CalendarDate?, picture: SHA256Digest
    ) {
        self.batch = batch
        self.date = date
        self.code = code
        self.address = address
        self.design = design
        self.copies = copies
        self.edition = edition
        self.picture = picture
    }

    /// The columns' names, in the file's first line.
    static let header = ["批次", "日期", "短码", "网址", "版式", "份数", "版本日期", "图片SHA-256", "校验"]

    var fields: [String] {
        [
            batch, date.description, code.text, address, design, String(copies), edition?.description ?? "", picture.hex,
        ]
    }

    /// 校验: what ties a row to the one before it. It is taken over both, so that a row edited after the fact, the
    /// last one too, and a row that was taken out no longer fit.
    func seal(after previous: SHA256Digest) -> SHA256Digest {
        SHA256Digest(of: previous.hex + "\n" + CSVReading.line(fields))
    }

    /// What the first row is tied to.
    static let firstSeal = SHA256Digest(of: CSVReading.line(header))
}
