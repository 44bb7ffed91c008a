/// 曾用名: what a guide was called before.
///
/// Cards that say the old name go on opening the guide: the ledger's check looks for it here.
package struct FormerName: Sendable, Hashable {
    package let name: String
    package let from: CalendarDate?
    /// 止: the last day on which it was called so.
    package let until: CalendarDate?
    package let note: String?

    /// Reads a record, or a name alone.
    init?(_ node: MarkedNode) {
        guard let name = node.text ?? node["名称"]?.text else { return nil }
        let record = RecordReader(node)
        self.name = name
        from = record.date("起")
        until = record.date("止")
        note = record.optionalText("说明")
    }
}

extension RecordReader {
    /// The names under 曾用名, oldest first as they are written.
    var formerNames: [FormerName] { (node["曾用名"]?.elements ?? []).compactMap { FormerName($0) } }
}
