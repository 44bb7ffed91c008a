internal import Diagnostics

/// A tree with the findings in it, rule by rule, so that after a change only what it may affect is checked again.
struct CheckedTree: Sendable {
    let tree: GuideTree
    private let today: CalendarDate
    /// By the name of the rule.
    private var findings: [String: [Diagnostic]]

    /// Runs every rule over the whole tree.
    init(_ tree: GuideTree, today: CalendarDate) {
        self.tree = tree
        self.today = today
        findings = CheckedTree.run(CheckedTree.allNames, over: tree, today: today)
    }

    private init(_ tree: GuideTree, today: CalendarDate, findings: [String: [Diagnostic]]) {
        self.tree = tree
        self.today = today
        self.findings = findings
    }

    /// The same for another version of the tree; nil where so much hangs on what changed that all must be checked.
    ///
    /// - Parameters:
    ///   - next: The other version.
    ///   - changed: The files that are new or have another reading in it.
    ///   - gone: The files that are no longer in it.
    func replaced(by next: GuideTree, changed: [GuideFile], gone: [GuideFile] = [], today: CalendarDate) -> CheckedTree?
    {
        // On the site's fields and halls, and on the day, hang files that nobody would guess.
        guard today == self.today,
            (changed + gone).allSatisfy({ ![.site, .retired, .reserved, .calendar].contains($0.kind) })
        else { return nil }
        let laws = (changed + gone).filter { $0.kind == .law }
        // What refers to a name hangs on whether there is such a file.
        let names = gone.map(\.stem) + changed.filter { tree.file($0.kind, $0.stem) == nil }.map(\.stem)
        guard laws.count + names.count <= 16 else { return nil }
        // Who cites a law by another of its names hangs on it as well, and on the name that it had before.
        let cited = laws.flatMap { file in
            [file.stem] + [tree, next].compactMap { $0.laws.law(of: file.stem) }.flatMap(LawLibrary.otherNames)
        }
        let paths = Set(changed.map(\.path))
        let affected = changed + next.files(naming: names, citing: cited).filter { !paths.contains($0.path) }
        let stale = Set((affected + gone).map(\.path))
        var findings = findings
        let local = CheckedTree.run(Checker.localRules, over: next.restricted(to: affected), today: today)
        for (name, found) in local {
            findings[name] = (findings[name] ?? []).filter { !stale.contains($0.location.file) } + found
        }
        let keeps = names.isEmpty && keepsHeadlines(next, changed)
        let kept = keeps ? Checker.headlineRules.filter { !mentions($0, paths) } : []
        let rest = CheckedTree.allNames.subtracting(Checker.localRules).subtracting(kept)
        findings.merge(CheckedTree.run(rest, over: next, today: today)) { $1 }
        return CheckedTree(next, today: today, findings: findings)
    }

    /// The same tree on the day, where nothing in it changed.
    func isUpToDate(on day: CalendarDate) -> Bool { day == today }

    /// Whether anything was found for which the tree must not go out.
    var hasErrors: Bool {
        tree.diagnostics.hasErrors || findings.values.contains { $0.hasErrors }
            || tree.everyFile.contains { !$0.diagnostics.isEmpty && $0.diagnostics.hasErrors }
    }

    /// The errors of the rules that look at more than one file, in no order.
    var ruleErrors: [Diagnostic] { findings.values.joined().filter { $0.severity == .error } }

    /// The errors of single files by themselves, in no order.
    var fileErrors: [Diagnostic] {
        tree.everyFile.flatMap { file in
            file.diagnostics.isEmpty ? [] : file.diagnostics.filter { $0.severity == .error }
        }
    }

    /// Whether a finding of the rule speaks of one of the files.
    private func mentions(_ rule: String, _ paths: Set<String>) -> Bool {
        (findings[rule] ?? []).contains { finding in
            paths.contains(finding.location.file) || finding.notes.contains { paths.contains($0.location.file) }
        }
    }

    /// Whether the names and codes in the changed files are the same as before.
    private func keepsHeadlines(_ next: GuideTree, _ changed: [GuideFile]) -> Bool {
        changed.allSatisfy { file in
            guard ![.roadmap, .card].contains(file.kind), let old = tree.file(file.kind, file.stem) else {
                return false
            }
            return old.headline == file.headline
        }
    }

    private static let allNames = Set(Checker.treeRules.map { $0.name } + Checker.datedRules.map { $0.name })

    private static func run(_ names: Set<String>, over tree: GuideTree, today: CalendarDate) -> [String: [Diagnostic]] {
        // One rule is one piece of work: rules see the tree, never one another.
        var found = ParallelMap.map(Checker.treeRules.filter { names.contains($0.name) }) { ($0.name, $0.check(tree)) }
        found += ParallelMap.map(Checker.datedRules.filter { names.contains($0.name) }) {
            ($0.name, $0.check(tree, today: today))
        }
        return Dictionary(found, uniquingKeysWith: +)
    }
}

extension GuideFile {
    /// What rules compare between files: names, codes, whether an item still exists, and until when.
    fileprivate var headline: [String?] {
        [
            root == nil ? nil : "", text("名称"), text("短码"), text("事项状态"), text("计划取消日期"), text("取消", "接替"),
            text("取消", "原因"), text("取消", "日期"), text("核对", "日期"),
        ]
            + (root?["别名"]?.elements ?? []).map { $0.text ?? $0["名称"]?.text }
    }
}

extension Checker {
    /// Rules whose findings in a file hang on that file, on the laws it cites and on which files there are, on nothing
    /// else.
    ///
    /// A rule that is in no list is run over the whole tree every time.
    static let localRules: Set<String> = [
        UnknownReference.name, UnknownArticle.name, RepealedLaw.name, LawNotInForce.name, OverdueReview.name,
        FutureDate.name, ChangedArticle.name, DistantDate.name, UnknownParagraph.name, LimitNotInArticle.name,
        EndedPause.name,
    ]

    /// Rules that look at nothing of items, policies, notices and laws but their headlines.
    static let headlineRules: Set<String> = [
        DuplicateCode.name, DuplicateName.name, AmbiguousAlias.name, CancelledItem.name, CardTitle.name,
        PlannedCancellation.name, PlannedRetirement.name,
    ]
}
