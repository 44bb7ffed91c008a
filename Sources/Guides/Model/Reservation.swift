internal import Diagnostics

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

    /// The codes that a text of reserved.yaml lists; nil where it cannot be read.
    ///
    /// - Parameter path: Only for findings, of which nothing is told.
    package static func list(in text: String, path: String) -> [Reservation]? {
        let file = GuideFile(kind: .reserved, stem: "reserved", path: path, bytes: Array(text.utf8))
        guard !file.diagnostics.hasErrors, case .reserved(let list) = file.model else { return nil }
        return list
    }
}
