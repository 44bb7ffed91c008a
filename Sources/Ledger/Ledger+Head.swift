package import Diagnostics

extension Ledger {
    /// Whether the ledger is as long as its head says: what was cut off or is gone altogether.
    ///
    /// Of a ledger that cannot be read whole nothing is said, for that is known already.
    package func headFindings() -> [Diagnostic] {
        guard !diagnostics.hasErrors, let headPath = LedgerHead.path(of: path) else { return [] }
        switch LedgerHead.read(of: path) {
        case .missing:
            guard !entries.isEmpty else {
                return LedgerHistory.commit(with: path).map { [LedgerFinding.forgotten(path, commit: $0)] } ?? []
            }
            // Whoever writes lines of the second edition writes a head.
            return [LedgerFinding.noHead(headPath, wasThere: !entries.allSatisfy(\.record.isOfFirstEdition))]
        case .unreadable: return [LedgerFinding.unreadableHead(headPath)]
        case .head(let head): return finding(head, headPath).map { [$0] } ?? []
        }
    }

    private func finding(_ head: LedgerHead, _ headPath: String) -> Diagnostic? {
        if entries.count < head.rows {
            return DurableFile.exists(path)
                ? LedgerFinding.cutTail(path, rows: entries.count, expected: head.rows)
                : LedgerFinding.missing(path, rows: head.rows)
        }
        guard seal(atRow: head.rows) == head.seal else { return LedgerFinding.otherHistory(path, row: head.rows) }
        return entries.count > head.rows ? LedgerFinding.headBehind(headPath, rows: entries.count - head.rows) : nil
    }

    /// Whether it is the ledger that a head was written for, perhaps with more lines.
    package func continues(_ head: LedgerHead) -> Bool {
        entries.count >= head.rows && seal(atRow: head.rows) == head.seal
    }

    /// What it has lost of an older reading of it, whatever its head says: lines are only ever added, also by a merge.
    ///
    /// - Returns: Nil where nothing is missing.
    package func loss(since older: Ledger) -> Diagnostic? {
        guard entries.count < older.entries.count else { return nil }
        return DurableFile.exists(path)
            ? LedgerFinding.cutTail(path, rows: entries.count, expected: older.entries.count)
            : LedgerFinding.missing(path, rows: older.entries.count)
    }

    /// The seal of the line of that number, from 1; for 0 the one that the first line is tied to.
    private func seal(atRow row: Int) -> SHA256Digest {
        row == 0 ? LedgerRecord.firstSeal : entries[row - 1].seal
    }

    /// Everything for which nothing may be built upon the ledger.
    package var faults: [Diagnostic] { (diagnostics + headFindings()).filter { $0.severity == .error } }
}
