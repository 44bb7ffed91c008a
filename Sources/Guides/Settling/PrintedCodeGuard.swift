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
            let kept: Set<ShortCode> = if case .changed(let file) = entry { Set(file.claimedCodes) } else { [] }
            for code in old.claimedCodes where printed.contains(code) && !kept.contains(code) {
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

    /// Whether a guide that has a code now is another than the one that had it: neither its name nor one of its other
    /// names is that one's.
    private static func isAnother(_ file: GuideFile, than old: GuideFile) -> Bool {
        guard file.kind.isGuide, old.kind.isGuide, let name = old.text("名称") else { return false }
        let names = [file.text("名称")] + (file.root?["别名"]?.elements ?? []).map { $0.text ?? $0["名称"]?.text }
        return !names.contains(name)
    }

    private static func dead(_ code: ShortCode, _ path: String) -> Diagnostic {
        Diagnostic(
            rule: "ledger-dead-code", severity: .error,
            message: "短码\(code)印过卡，这样改以后扫码什么也打不开，所以没有换上；请恢复，或在retired.yaml里写明退役",
            at: SourceLocation(file: path))
    }

    private static func moved(_ code: ShortCode, to owner: String, _ path: String) -> Diagnostic {
        Diagnostic(
            rule: "ledger-other-guide", severity: .error,
            message: "短码\(code)印过卡，这样改以后扫码打开另一个指南，所以没有换上；请把短码放回原来的指南",
            at: SourceLocation(file: path), notes: [.init("现在写在这里", at: SourceLocation(file: owner))])
    }
}

extension FileKind {
    /// Whether files of the kind are guides with a code and a page of their own.
    fileprivate var isGuide: Bool { shape["短码"] != nil && self != .site }
}
