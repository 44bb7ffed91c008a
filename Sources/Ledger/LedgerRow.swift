package import Guides

/// A print of one code, as a line of the ledger says it.
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
}

/// The voiding of a batch that was misprinted, a line of its own: no line is ever taken out.
///
/// It takes back the oldest rows of the batch that stand before it and are not taken back yet, as many as its copies
/// cover. (The number, not the batch alone: after a merge, rows of the batch that another clone printed may stand
/// before it too.) Cards of it may be out all the same, so their codes still must not die; but what they say of guide
/// and address is held against nobody any more.
package struct LedgerVoid: Sendable, Hashable {
    package var batch: String
    package var date: CalendarDate
    /// How many copies are taken back.
    package var copies: Int
    /// 注明: why; nil where nobody said.
    package var reason: String?

    package init(batch: String, date: CalendarDate, copies: Int, reason: String?) {
        self.batch = batch
        self.date = date
        self.copies = copies
        self.reason = reason
    }

    /// What stands under 种类 in place of a guide's kind.
    static let kind = "作废"
}
