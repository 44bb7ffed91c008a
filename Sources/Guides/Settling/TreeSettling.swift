internal import Diagnostics

/// Finds what of the newest files can be served: all of them, but for those that are wrong or would make the tree wrong.
///
/// A file that is held back stands in its last good version, or, where there never was one, not at all. Where an error
/// is between two files the newest change loses: the file that is as it was when all was well is innocent. So a tree
/// that was good once stays as good, whatever happens to single files.
struct TreeSettling {
    /// The last good tree; without files where there is none.
    private let base: CheckedTree
    private let today: CalendarDate
    /// Codes on paper: each must go on opening what it opened.
    private let printed: Set<ShortCode>
    /// Errors that the last good tree has too: a newer program finds more than the one that served it, and that must not
    /// take pages away that went out already.
    private let tolerated: Set<Diagnostic>
    /// What may still be taken over.
    private var pending: [String: PendingFile]
    private var held: [String: HeldFile] = [:]
    /// Held by errors between files, for which others may be to blame.
    private var suspects: [String: PendingFile] = [:]

    /// How many suspects are tried once more by themselves, each at the cost of a check.
    private static let secondChances = 8

    struct Result {
        let checked: CheckedTree
        /// What was taken over into the last good tree, and what was let go of it.
        let changed: [GuideFile]
        let gone: [GuideFile]
        let held: [String: HeldFile]
    }

    /// - Parameters:
    ///   - base: The last good tree, checked on the day.
    ///   - pending: What differs from it, by path.
    ///   - unreachable: Errors of the folders; what stood in them is not gone.
    init(
        _ base: CheckedTree, pending: [String: PendingFile], unreachable: [Diagnostic], printed: Set<ShortCode>,
        today: CalendarDate
    ) {
        self.base = base
        self.pending = pending
        self.printed = printed
        self.today = today
        tolerated = Set(base.ruleErrors)
        holdWhatIsUnreachable(unreachable)
        holdWhatIsWrongInItself()
        holdDoubles()
    }

    /// - Parameter first: The check of the tree with everything pending in it, where somebody has made it already.
    mutating func settle(startingFrom first: CheckedTree?) -> Result {
        let whole = held.isEmpty ? first.map { Attempt(checked: $0, changed: changed, gone: gone) } : nil
        var result = whole ?? attempt()
        while true {
            let culprits = culprits(in: result.checked)
            guard !culprits.isEmpty else { break }
            for (path, reasons) in culprits { hold(path, reasons, isSuspect: true) }
            result = attempt()
        }
        result = givingSecondChances(result)
        return Result(checked: result.checked, changed: result.changed, gone: result.gone, held: held)
    }

    private struct Attempt {
        let checked: CheckedTree
        let changed: [GuideFile]
        let gone: [GuideFile]
    }

    private var changed: [GuideFile] {
        pending.values.compactMap { if case .changed(let file) = $0 { file } else { nil } }
    }

    private var gone: [GuideFile] {
        pending.values.compactMap { if case .gone(let file) = $0 { file } else { nil } }
    }

    /// The last good tree with what is pending now.
    private func attempt() -> Attempt {
        let (changed, gone) = (changed, gone)
        guard !changed.isEmpty || !gone.isEmpty else { return Attempt(checked: base, changed: [], gone: []) }
        let isInPlace = gone.isEmpty && changed.allSatisfy { base.tree.older(of: $0) != nil }
        let tree =
            (isInPlace ? base.tree.replacing(changed) : nil)
            ?? GuideTree(files: base.tree.everyFile.filter { pending[$0.path] == nil } + changed)
        let checked =
            base.replaced(by: tree, changed: changed, gone: gone, today: today) ?? CheckedTree(tree, today: today)
        return Attempt(checked: checked, changed: changed, gone: gone)
    }

    // MARK: Who is held

    private mutating func hold(_ path: String, _ reasons: [Diagnostic], isSuspect: Bool = false) {
        guard let entry = pending.removeValue(forKey: path), !reasons.isEmpty else { return }
        if isSuspect { suspects[path] = entry }
        let isGone = if case .gone = entry { true } else { false }
        held[path] = HeldFile(
            path: path, kind: entry.file.kind, stem: entry.file.stem, hasOlder: base.tree.older(of: entry.file) != nil,
            reasons: reasons, codes: isGone ? [] : entry.file.claimedCodes)
    }

    private mutating func holdWhatIsUnreachable(_ errors: [Diagnostic]) {
        for error in errors where error.severity == .error {
            let folder = error.location.file + "/"
            for (path, entry) in pending {
                if case .gone = entry, path.hasPrefix(folder) { hold(path, [error]) }
            }
        }
    }

    private mutating func holdWhatIsWrongInItself() {
        for case .changed(let file) in pending.values where file.diagnostics.hasErrors {
            hold(file.path, file.diagnostics.filter { $0.severity == .error })
        }
    }

    /// Two files whose names are the same once their characters are composed: one would hide the other.
    private mutating func holdDoubles() {
        var owners: [GuidebookSources.Source: String] = [:]
        let files = changed.sorted { ($0.path.utf8.count, $0.path) < ($1.path.utf8.count, $1.path) }
        for file in files where base.tree.older(of: file) == nil {
            let name = GuidebookSources.Source(kind: file.kind, stem: file.stem)
            let other = base.tree.file(file.kind, file.stem).map(\.path)
            let isGone = other.map { if case .gone? = pending[$0] { true } else { false } } ?? true
            guard let owner = isGone ? owners[name] : other else {
                owners[name] = file.path
                continue
            }
            hold(file.path, [DuplicateName.sameFileName(file.path, as: owner)])
        }
    }

    // MARK: Who is to blame

    /// The pending files for which the tree has errors that the last good one has not, or a printed code would die.
    private func culprits(in checked: CheckedTree) -> [String: [Diagnostic]] {
        let errors = checked.ruleErrors.filter { !tolerated.contains($0) && !isMinor($0) }
        guard !errors.isEmpty else {
            return PrintedCodeGuard(printed).culprits(among: pending, in: checked.tree, before: base.tree)
        }
        let blame = Blame(pending, in: checked.tree, before: base.tree)
        var found: [String: [Diagnostic]] = [:]
        for error in errors {
            for path in blame.culprits(of: error) { found[path, default: []].append(error) }
        }
        return found
    }

    /// Whether an error costs less than the file: a retired code says why it opens nothing also where the guide to read
    /// instead is not there.
    private func isMinor(_ error: Diagnostic) -> Bool {
        guard error.rule == UnknownReference.name, let name = FileKind.retired.fileName else { return false }
        return error.location.file.hasSuffix("/" + name)
    }

    /// Tries those that were held together by themselves, one after the other: of two that do not go together mostly one
    /// is new.
    private mutating func givingSecondChances(_ settled: Attempt) -> Attempt {
        guard (2...TreeSettling.secondChances).contains(suspects.count), base.tree.fileCount > 0 else { return settled }
        var result = settled
        for (path, entry) in suspects.sorted(by: { $0.key < $1.key }) {
            pending[path] = entry
            let attempt = attempt()
            if culprits(in: attempt.checked).isEmpty {
                held[path] = nil
                result = attempt
            } else {
                pending[path] = nil
            }
        }
        return result
    }
}
