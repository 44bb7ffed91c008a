package import Guides

/// One ledger of two that began alike: two clerks printed in two clones.
///
/// What both have at the beginning comes first, then what ours has beyond that, then what theirs has and ours has not.
/// Only the last is sealed anew, so that every line of ours stays as it is. Nothing is dropped; a line that both have
/// beyond the common beginning, because one of them was merged before, comes once.
package struct LedgerMerge: Sendable {
    /// A batch of theirs that bears the name of another one of ours, and its new name.
    package struct Renaming: Sendable, Hashable {
        package let batch: String
        package let name: String
    }

    /// A code that both printed, for different guides.
    package struct Conflict: Sendable, Hashable {
        package let code: ShortCode
        package let ours: GuideIdentity
        package let theirs: GuideIdentity
    }

    /// How many lines both begin with.
    package let common: Int
    /// The lines of theirs, and of the base, that ours has not, under their new names.
    package let added: [LedgerRecord]
    /// How many lines beyond the beginning both have.
    package let shared: Int
    /// How many lines of the base ours had lost.
    package let restored: Int
    package let renamings: [Renaming]
    package let conflicts: [Conflict]

    /// - Parameter base: What both began from, where somebody knows; lines of it that ours has lost come back.
    /// - Precondition: None of them has broken lines.
    package init(ours: Ledger, theirs: Ledger, base: Ledger? = nil) {
        let common = zip(ours.entries, theirs.entries).prefix { $0.seal == $1.seal }.count
        self.common = common
        let our = ours.records.dropFirst(common)
        let their = theirs.entries.dropFirst(common)
        let names = LedgerMerge.names(their, besides: our, common: Set(ours.records.prefix(common).map(\.batch)))
        renamings = names.map { Renaming(batch: $0.key, name: $0.value) }.sorted { $0.batch < $1.batch }
        var left = Counted(our)
        var added: [LedgerRecord] = []
        for entry in their {
            var renamed = entry.record
            if let name = names[renamed.batch] { renamed.batch = name }
            if !left.take(entry.record), !left.take(renamed) { added.append(renamed) }
        }
        shared = their.count - added.count
        var all = Counted(ours.records + added)
        let lost = (base?.records ?? []).filter { !all.take($0) }
        restored = lost.count
        self.added = lost + added
        conflicts = LedgerMerge.conflicts(our, added)
    }

    /// The whole text of ours with what was added, and how it ends.
    func result(_ ours: Ledger) -> (text: String, head: LedgerHead) {
        added.isEmpty ? (ours.text, ours.head) : ours.appending(added)
    }

    /// New names for batches of theirs that are other prints than ours of the same name.
    ///
    /// Names of today's kind are never the same; those that people choose, and numbers of old, may be. The name hangs on
    /// their line's seal alone, so that merging once more finds the lines again.
    private static func names(
        _ their: ArraySlice<Ledger.Entry>, besides our: ArraySlice<LedgerRecord>, common: Set<String>
    ) -> [String: String] {
        let ours = Dictionary(grouping: our, by: \.batch)
        var names: [String: String] = [:]
        for (batch, entries) in Dictionary(grouping: their, by: \.record.batch) where !common.contains(batch) {
            guard let same = ours[batch], let first = entries.first,
                !entries.contains(where: { same.contains($0.record) })
            else { continue }
            names[batch] = "\(batch)-\(first.seal.hex.prefix(4).uppercased())"
        }
        return names
    }

    private static func conflicts(_ our: ArraySlice<LedgerRecord>, _ their: [LedgerRecord]) -> [Conflict] {
        func guides(_ records: some Sequence<LedgerRecord>) -> [ShortCode: GuideIdentity] {
            var guides: [ShortCode: GuideIdentity] = [:]
            for case .print(let row) in records { if let guide = row.guide { guides[row.code] = guide } }
            return guides
        }
        let theirs = guides(their)
        return guides(our).compactMap { code, guide in
            theirs[code].flatMap { $0.name == guide.name ? nil : Conflict(code: code, ours: guide, theirs: $0) }
        }.sorted { $0.code < $1.code }
    }
}

/// Lines with the number of times that each occurs.
private struct Counted {
    private var counts: [LedgerRecord: Int] = [:]

    init(_ records: some Sequence<LedgerRecord>) {
        for record in records { counts[record, default: 0] += 1 }
    }

    /// Takes one out; false where there is none.
    mutating func take(_ record: LedgerRecord) -> Bool {
        guard let count = counts[record], count > 0 else { return false }
        counts[record] = count - 1
        return true
    }
}
