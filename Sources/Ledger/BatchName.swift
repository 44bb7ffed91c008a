package import Guides

extension Ledger {
    /// A name for a batch that no other has: the day, a number, and four characters chosen at random.
    ///
    /// The number alone would do in one ledger; two clerks who print in two clones on one day would both come to it, and
    /// their rows could not be told apart once the clones are merged.
    package func freshBatch(
        on date: CalendarDate, using generator: inout some RandomNumberGenerator
    ) -> String {
        let taken = Set(records.map(\.batch))
        let count = Set(taken.filter { $0.hasPrefix("\(date)-") }).count
        var name: String
        repeat {
            let mark = (0..<4).map { _ in Ledger.letters.randomElement(using: &generator) ?? "0" }
            name = "\(date)-\(count + 1)-\(String(mark))"
        } while taken.contains(name)
        return name
    }

    /// Digits and capitals that are not mistaken for one another.
    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// Makes sure that further rows may be put under a batch's name: one that nobody has, or that this day's prints have.
    func checkName(ofBatch batch: String, on date: CalendarDate) throws(LedgerError) {
        for record in records where record.batch == batch {
            switch record {
            case .print(let row) where row.date == date: continue
            case .print(let row): throw .batchTaken(batch, on: row.date)
            case .void(let void): throw .batchTaken(batch, on: void.date)
            }
        }
    }
}
