internal import Diagnostics

/// Merges ledgers' files, see `LedgerMerge`.
package struct LedgerMerging {
    private let ours: String

    /// - Parameter ours: The file that takes in the other, a tree's own ledger or one that git holds out while it merges.
    package init(into ours: String) { self.ours = ours }

    /// Writes the merged ledger in the place of ours, and its head where it is a tree's own.
    ///
    /// - Parameter base: Theirs and ours before they parted, where somebody knows.
    /// - Throws: Before anything is written, where one of them has broken lines, or where lines that a head tells of would
    ///   still be missing.
    package func merge(_ theirs: String, base: String? = nil) throws(LedgerError) -> LedgerMerge {
        guard DurableFile.exists(theirs) else { throw .file(theirs, reason: "没有这个文件") }
        // git's own file has no lock, no journal and no head.
        let isOwn = LedgerHead.path(of: ours) != nil
        let lock = try isOwn ? LedgerLock(of: ours) : nil
        defer { lock?.release() }
        if isOwn { try PrintCommit(ledger: ours).recoverLocked() }
        let our = Ledger(at: ours), their = Ledger(at: theirs)
        // What ours has lost at its end may be what theirs brings back.
        let faults =
            our.diagnostics + their.diagnostics
            + their.headFindings().filter { $0.rule != LedgerHeadFile.name }
        guard !faults.hasErrors else { throw .brokenLedger(faults) }
        let old = base.map { Ledger(at: $0) }.flatMap { $0.diagnostics.hasErrors ? nil : $0 }
        let merge = LedgerMerge(ours: our, theirs: their, base: old)
        let result = merge.result(our)
        if case .head(let head) = LedgerHead.read(of: ours) {
            let merged = Ledger(text: result.text, path: ours)
            guard merged.continues(head) else { throw .brokenLedger(our.headFindings()) }
        }
        if !merge.added.isEmpty { try DurableFile.write(Array(result.text.utf8), to: ours) }
        try result.head.write(of: ours)
        return merge
    }
}
