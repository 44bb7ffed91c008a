internal import Diagnostics

/// Keeps printed codes alive: no edit of a file may take away what a printed code opens, or let it open something else.
///
/// `check` says the same of the ledger; here it holds even where nobody has run it.
struct PrintedCodeGuard {
    private let printed: Set<ShortCode>

    init(_ printed: Set<ShortCode>) { self.printed = printed }

    /// Of the pending changes those that a printed code would suffer from, with the reason.
    ///
    /// - Parameters:
    ///   - tree: The tree with the changes.
    ///   - before: The last good tree.
    func culprits(
        among pending: [String: PendingFile], in tree: GuideTree, before: GuideTree
    ) -> [String: [Diagnostic]] {
        guard !printed.isEmpty else { return [:] }
        var found: [String: [Diagnostic]] = [:]
        // Made only where a code has left its file, which is rare.
        var owners: [ShortCode: GuideFile]?
        for (path, entry) in pending {
            guard let old = before.older(of: entry.file) else { continue }
            let new: GuideFile? = if case .changed(let file) = entry { file } else { nil }
            let kept = Set(new?.claimedCodes ?? [])
            for code in old.claimedCodes where printed.contains(code) {
                if kept.contains(code) {
                    if let new, let (was, now) = PrintedCodeGuard.renamed(old, to: new) {
                        found[path, default: []].append(
                            PrintedCodeGuard.overwritten(code, was, now, at: new.place("名称")))
                    }
                    continue
                }
                let all =
                    owners
                    ?? Dictionary(
                        tree.everyFile.flatMap { file in file.claimedCodes.map { ($0, file) } },
                        uniquingKeysWith: { first, _ in first })
                owners = all
                guard let owner = all[code] else {
                    found[path, default: []].append(PrintedCodeGuard.dead(code, path))
                    continue
                }
                guard PrintedCodeGuard.isAnother(owner, than: old) else { continue }
                found[path, default: []].append(PrintedCodeGuard.moved(code, to: owner.path, path))
                if pending[owner.path] != nil {
                    found[owner.path, default: []].append(PrintedCodeGuard.moved(code, to: owner.path, path))
                }
            }
        }
        return found
    }

    /// Whether a guide that has a code now is another than the one that had it.
    private static func isAnother(_ file: GuideFile, than old: GuideFile) -> Bool { renamed(old, to: file) != nil }

    /// What a guide was called and what the one is called that has its code now; nil where they are the same by kind and
    /// name, or by a name under 曾用名, as the ledger's check sees it.
    private static func renamed(_ old: GuideFile, to new: GuideFile) -> (was: String, now: String)? {
        guard case .guide(let was, _, _)? = CodeOwner(old), case .guide(let now, let formerNames, _)? = CodeOwner(new),
            now.kind != was.kind || now.name != was.name, !formerNames.contains(was.name)
        else { return nil }
        return (was.name, now.name)
    }

    private static func overwritten(
        _ code: ShortCode, _ was: String, _ now: String, at place: SourceLocation
    ) -> Diagnostic {
        OtherGuide.finding(
            "短码\(code)印过卡，那时叫“\(was)”，这样改以后叫“\(now)”，所以没有换上；是改名的，请把旧名写进曾用名；是另一个指南，请换一个短码",
            at: place)
    }

    private static func dead(_ code: ShortCode, _ path: String) -> Diagnostic {
        DeadCode.finding(
            "短码\(code)印过卡，这样改以后扫码什么也打不开，所以没有换上；请恢复，或在retired.yaml里写明退役",
            at: SourceLocation(file: path))
    }

    private static func moved(_ code: ShortCode, to owner: String, _ path: String) -> Diagnostic {
        OtherGuide.finding(
            "短码\(code)印过卡，这样改以后扫码打开另一个指南，所以没有换上；请把短码放回原来的指南",
            at: SourceLocation(file: path), notes: [.init("现在写在这里", at: SourceLocation(file: owner))])
    }
}
