package import Guides

extension Ledger {
    /// How many copies of a batch have not been voided yet.
    ///
    /// - Throws: For a batch that is not there, or of which nothing is left.
    func voidableCopies(of batch: String) throws(LedgerError) -> Int {
        let prints = prints.filter { $0.row.batch == batch }
        guard !prints.isEmpty else {
            throw .noSuchBatch(batch, near: Spelling.nearest(to: batch, in: Set(rows.map(\.batch)).sorted()))
        }
        let copies = prints.filter { !$0.isVoided }.map(\.row.copies).boundedSum
        guard copies > 0 else { throw .voidedAlready(batch) }
        return copies
    }
}

extension PrintCommit {
    /// Voids a batch, see `LedgerVoid`; a print that was cut off is completed first.
    ///
    /// - Parameter reason: Why; nil where nobody says.
    /// - Returns: What the new line says.
    package func void(
        _ batch: String, reason: String?, on date: CalendarDate = .today
    ) throws(LedgerError) -> LedgerVoid {
        let lock = try LedgerLock(of: ledger)
        defer { lock.release() }
        try recoverLocked()
        let current = try soundLedger()
        let void = LedgerVoid(
            batch: batch, date: date, copies: try current.voidableCopies(of: batch), reason: reason)
        let next = current.appending([.void(void)])
        if LedgerHead.read(of: ledger) == .missing { try current.head.write(of: ledger) }
        try DurableFile.write(Array(next.text.utf8), to: ledger)
        try next.head.write(of: ledger)
        return void
    }
}
