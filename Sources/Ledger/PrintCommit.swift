internal import Diagnostics
package import Guides

/// Puts a finished print into its place: all of its files and all of its rows, or nothing.
///
/// See `PrintJournal`.
package struct PrintCommit {
    /// A row without its batch.
    package typealias Row = PrintedCode

    private let ledger: String

    /// - Parameter ledger: The ledger's file; its folder must exist.
    package init(ledger: String) {
        self.ledger = ledger
    }

    /// Puts the files into their places and writes the rows.
    ///
    /// - Parameters:
    ///   - batch: The batch's name; nil for the day and a number.
    ///   - interrupt: For tests: called between the steps, and may throw as if the power had failed.
    /// - Returns: The batch's name.
    package func commit(
        _ files: [String], from staging: Staging, rows: [Row], batch: String?, on date: CalendarDate = .today,
        interrupt: (_ step: Int) throws(PrintError) -> Void = { _ in }
    ) throws(PrintError) -> String {
        for file in files { try DurableFile.sync(file: staging.path + "/" + file) }
        let lock = try lock()
        defer { withExtendedLifetime(lock) {} }
        try recoverLocked()
        let current = Ledger(at: ledger)
        guard !current.diagnostics.hasErrors else { throw .brokenLedger(current.diagnostics) }
        let name = batch ?? current.freshBatch(on: date)
        let journal = PrintJournal(
            staging: staging.path, out: staging.out, files: files, seal: current.lastSeal.hex,
            rows: rows.map { LedgerRow(batch: name, date: date, printed: $0).fields })
        try interrupt(1)
        try staging.promise(to: ledger)
        try journal.write(besides: ledger)
        try carryOut(journal, interrupt: interrupt)
        return name
    }

    /// Completes a print that was cut off; does nothing where there is none.
    ///
    /// - Returns: Whether there was one.
    @discardableResult
    package func recover() throws(PrintError) -> Bool {
        guard PrintJournal.exists(besides: ledger) else { return false }
        let lock = try lock()
        defer { withExtendedLifetime(lock) {} }
        return try recoverLocked()
    }

    /// Puts files into their places without a trace in the ledger: a trial, which nobody misses if the power fails.
    package static func moveOnly(_ files: [String], from staging: Staging) throws(PrintError) {
        for file in files { try DurableFile.move(staging.path + "/" + file, to: staging.out + "/" + file) }
    }

    private func lock() throws(PrintError) -> FileLock {
        try FileLock(file: DurableFile.split(ledger).folder + "/.ledger.lock")
    }

    @discardableResult
    private func recoverLocked() throws(PrintError) -> Bool {
        guard let journal = try PrintJournal.read(besides: ledger) else { return false }
        try carryOut(journal) { (_: Int) throws(PrintError) in }
        return true
    }

    /// Steps 3 to 5, any of which may have been done before.
    private func carryOut(
        _ journal: PrintJournal, interrupt: (Int) throws(PrintError) -> Void
    ) throws(PrintError) {
        for file in journal.files {
            // One that is not aside any more was moved before, and may have been taken to the printer since.
            let aside = journal.staging + "/" + file
            guard DurableFile.exists(aside) else { continue }
            try interrupt(2)
            try DurableFile.move(aside, to: journal.out + "/" + file)
        }
        if DurableFile.exists(journal.out) { try DurableFile.sync(folder: journal.out) }
        try interrupt(3)
        let current = Ledger(at: ledger)
        guard !current.diagnostics.hasErrors else { throw .brokenLedger(current.diagnostics) }
        let rows = journal.rows.compactMap(LedgerRow.init(fields:))
        // All rows come with one rename, so either all of them are there or none. The ledger may also have been
        // restored from a backup since, without them.
        if current.lastSeal.hex == journal.seal || !Set(current.rows).isSuperset(of: rows) {
            try DurableFile.write(Array(current.appending(rows).utf8), to: ledger)
        }
        try interrupt(4)
        try DurableFile.remove(PrintJournal.path(besides: ledger))
    }
}
