internal import Diagnostics
package import Guides

/// Puts a finished print into its place: all of its files and all of its rows, or nothing.
///
/// See `PrintJournal`.
package struct PrintCommit {
    /// A row without its batch.
    package typealias Row = PrintedCode

    /// What the ledger says once the print is in it.
    package struct Stamp: Sendable {
        package let batch: String
        package let head: LedgerHead
    }

    /// A file that says what the ledger then says; it is made under the ledger's lock.
    package struct StampedFile {
        let name: String
        let bytes: (Stamp) throws(LedgerError) -> [UInt8]

        package init(named name: String, bytes: @escaping (Stamp) throws(LedgerError) -> [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    let ledger: String

    /// - Parameter ledger: The ledger's file.
    package init(ledger: String) {
        self.ledger = ledger
    }

    /// Puts the files into their places and writes the rows.
    ///
    /// - Parameters:
    ///   - batch: The batch's name; nil for a fresh one.
    ///   - manifest: One more file, which is made when it is known how the ledger will end.
    ///   - interrupt: For tests: called between the steps, and may throw as if the power had failed.
    /// - Returns: The batch's name.
    package func commit(
        _ files: [String], from staging: Staging, rows: [Row], batch: String?, on date: CalendarDate = .today,
        manifest: StampedFile? = nil,
        interrupt: (_ step: Int) throws(LedgerError) -> Void = { _ in }
    ) throws(LedgerError) -> String {
        for file in files { try DurableFile.sync(file: staging.path + "/" + file) }
        let lock = try LedgerLock(of: ledger)
        defer { lock.release() }
        try recoverLocked()
        let current = try soundLedger()
        var generator = SystemRandomNumberGenerator()
        if let batch { try current.checkName(ofBatch: batch, on: date) }
        let name = batch ?? current.freshBatch(on: date, using: &generator)
        let records = rows.map { LedgerRecord.print(LedgerRow(batch: name, date: date, printed: $0)) }
        let next = current.appending(records)
        var files = files
        if let manifest {
            try DurableFile.write(
                manifest.bytes(Stamp(batch: name, head: next.head)), at: staging.path + "/" + manifest.name, waits: true
            )
            files.append(manifest.name)
        }
        // A tree of old, or one without a ledger: what there is now is taken for whole, once.
        if LedgerHead.read(of: ledger) == .missing { try current.head.write(of: ledger) }
        let journal = PrintJournal(
            staging: staging.path, out: staging.out, files: files, seal: current.head.seal.hex,
            rows: records.map(\.fields))
        // What could not be read back would stop the next print.
        _ = try journal.records(besides: ledger)
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
    package func recover() throws(LedgerError) -> Bool {
        guard PrintJournal.exists(besides: ledger) else { return false }
        let lock = try LedgerLock(of: ledger)
        defer { lock.release() }
        return try recoverLocked()
    }

    /// Puts files into their places without a trace in the ledger: a trial, which nobody misses if the power fails.
    package static func moveOnly(_ files: [String], from staging: Staging) throws(LedgerError) {
        for file in files { try DurableFile.move(staging.path + "/" + file, to: staging.out + "/" + file) }
    }

    /// The ledger as it is now.
    ///
    /// - Throws: Where it has errors, also such as its head shows.
    func soundLedger() throws(LedgerError) -> Ledger {
        let current = Ledger(at: ledger), faults = current.faults
        guard faults.isEmpty else { throw .brokenLedger(faults) }
        return current
    }

    /// Completes a print that was cut off, while the lock is held.
    @discardableResult
    func recoverLocked() throws(LedgerError) -> Bool {
        guard let journal = try PrintJournal.read(besides: ledger) else { return false }
        try carryOut(journal) { (_: Int) throws(LedgerError) in }
        return true
    }

    /// Steps 3 to 6, any of which may have been done before.
    private func carryOut(
        _ journal: PrintJournal, interrupt: (Int) throws(LedgerError) -> Void
    ) throws(LedgerError) {
        let records = try journal.records(besides: ledger)
        for file in journal.files {
            // One that is not aside any more was moved before, and may have been taken to the printer since.
            let aside = journal.staging + "/" + file
            guard DurableFile.exists(aside) else { continue }
            try interrupt(2)
            try DurableFile.move(aside, to: journal.out + "/" + file)
        }
        if DurableFile.exists(journal.out) { try DurableFile.sync(folder: journal.out) }
        try interrupt(3)
        let current = try soundLedger()
        var head = current.head
        // All rows come with one rename, so either all of them are there or none. The ledger may also have been
        // restored from a backup since, without them.
        if head.seal.hex == journal.seal || !Set(current.records).isSuperset(of: records) {
            let next = current.appending(records)
            try DurableFile.write(Array(next.text.utf8), to: ledger)
            head = next.head
        }
        try interrupt(4)
        try head.write(of: ledger)
        try interrupt(5)
        try DurableFile.remove(PrintJournal.path(besides: ledger))
    }
}
