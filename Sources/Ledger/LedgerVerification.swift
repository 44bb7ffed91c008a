package import Diagnostics

/// Whether a ledger is whole, by itself and against what else tells of it.
package struct LedgerVerification: Sendable {
    package let ledger: Ledger
    /// All that is wrong with it, as `check` says it without the guides.
    package let findings: [Diagnostic]

    package init(of path: String) {
        ledger = Ledger(at: path)
        findings = Ledger.check(path, against: nil)
    }

    /// A card of a print for good, as its manifest names it.
    package struct Card: Sendable {
        package let code: String
        package let design: String
        /// Hexadecimal.
        package let picture: String

        package init(code: String, design: String, picture: String) {
            self.code = code
            self.design = design
            self.picture = picture
        }
    }

    /// The cards of a print that the ledger does not have, in their order.
    package func missing(of cards: [Card]) -> [Card] {
        let known = Set(ledger.rows.map { "\($0.code) \($0.picture.hex) \($0.design)" })
        return cards.filter { !known.contains("\($0.code) \($0.picture) \($0.design)") }
    }

    /// Writes ledger.head for a ledger that has none, or that has grown beyond it.
    ///
    /// - Throws: Where the ledger has errors, or lacks what the head tells of: to write over that would hide the loss.
    package static func writeHead(of path: String) throws(LedgerError) {
        let lock = try LedgerLock(of: path)
        defer { lock.release() }
        let ledger = Ledger(at: path)
        var faults = ledger.diagnostics.filter { $0.severity == .error }
        if PrintJournal.exists(besides: path) { faults.append(LedgerFinding.unfinished(path)) }
        // One that is not there is what is asked for.
        if LedgerHead.read(of: path) != .missing { faults += ledger.headFindings().filter { $0.severity == .error } }
        guard faults.isEmpty else { throw .brokenLedger(faults) }
        try ledger.head.write(of: path)
    }
}
