internal import Foundation

/// What a print is about to do, written down before it does it: from here on the print either happens wholly now, or
/// is completed by the next one.
///
/// The order, all of it under the ledger's lock:
/// 1. All files are written and proved in a folder aside. (Cut off here: nothing has happened; the folder is removed
///    by the next print.)
/// 2. The journal is put into its place by one rename. **This is the moment at which the print has happened.**
/// 3. The files are renamed into their places.
/// 4. The ledger with the new rows is put into its place by one rename.
/// 5. The ledger's head likewise. (Cut off between the two, the ledger is longer than its head says, which is no loss;
///    the other way round it would look like one.)
/// 6. The journal is removed.
///
/// Cut off between 2 and 6, the next print (and `check` says so until then) takes the journal and does 3 to 6 again:
/// files that are in their places already are left, rows that the ledger has already are not written twice.
struct PrintJournal: Codable {
    /// The folder aside, absolute.
    var staging: String
    /// The folder for the files, absolute.
    var out: String
    /// Names under both folders.
    var files: [String]
    /// The seal of the ledger's last row before the print.
    var seal: String
    /// The fields of the rows for the ledger, without seals, as `LedgerRecord` has them.
    var rows: [[String]]

    static func path(besides ledger: String) -> String { DurableFile.split(ledger).folder + "/.ledger.journal" }

    static func exists(besides ledger: String) -> Bool { DurableFile.exists(path(besides: ledger)) }

    /// The journal of a print that was cut off, nil where there is none.
    static func read(besides ledger: String) throws(LedgerError) -> PrintJournal? {
        let path = path(besides: ledger)
        guard DurableFile.exists(path) else { return nil }
        do {
            return try JSONDecoder().decode(PrintJournal.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw .brokenJournal(path, row: nil)
        }
    }

    /// The rows as the ledger takes them.
    ///
    /// - Throws: For the first that cannot be read: none is dropped, for the cards of each are printed.
    func records(besides ledger: String) throws(LedgerError) -> [LedgerRecord] {
        var records: [LedgerRecord] = []
        for (index, fields) in rows.enumerated() {
            do throws(LedgerFieldsError) {
                records.append(try LedgerRecord(fields: fields))
            } catch {
                let what = error.problems.map(\.what).joined(separator: "；")
                throw .brokenJournal(Self.path(besides: ledger), row: (index + 1, what))
            }
        }
        return records
    }

    func write(besides ledger: String) throws(LedgerError) {
        let data: Data
        do { data = try JSONEncoder().encode(self) } catch {
            throw .brokenJournal(Self.path(besides: ledger), row: nil)
        }
        try DurableFile.write(Array(data), to: Self.path(besides: ledger))
    }
}
