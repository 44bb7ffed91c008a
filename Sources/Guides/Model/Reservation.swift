/// 预留: a code minted in advance, for cards that are printed before their guide exists.
///
/// It goes from here into its guide, or, where none is ever written, among the retired codes.
package struct Reservation: Sendable, Hashable {
    package let code: ShortCode
    /// 用途: what for, in words for the person who scans the card.
    package let purpose: String
    /// When it was minted; nil only in a tree with errors.
    package let date: CalendarDate?

    init?(_ record: RecordReader) {
        guard let code = record.code("短码") else { return nil }
        self.code = code
        purpose = record.text("用途")
        date = record.date("日期")
    }
}
