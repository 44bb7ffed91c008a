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
    /// The guide that the code opened when it was printed; nil in rows of the first edition, which did not say.
    package var guide: GuideIdentity?
    /// 注明: why an address was printed that only `--unsafe-address` lets go out, such as 示例网址; nil for all others.
    package var remark: String?

    package init(
        code: ShortCode, address: String, design: String, copies: Int, edition: CalendarDate?, picture: SHA256Digest,
        guide: GuideIdentity?, remark: String? = nil
    ) {
        self.code = code
        self.address = address
        self.design = design
        self.copies = copies
        self.edition = edition
        self.picture = picture
        self.guide = guide
        self.remark = remark
    }

    /// The most copies of one card that one print may be told to make: more is a slip of the keyboard, and the sums of
    /// as many rows as fit a disk stay far below what an integer holds.
    package static let mostCopies = 1_000_000
}

extension Sequence where Element == Int {
    /// The sum; the largest integer where it would be more, as old ledgers may say any number.
    package var boundedSum: Int {
        reduce(0) { sum, next in
            let (result, isTooLarge) = sum.addingReportingOverflow(next)
            return isTooLarge ? .max : result
        }
    }
}
