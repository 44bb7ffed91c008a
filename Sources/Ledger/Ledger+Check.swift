package import Diagnostics
package import Guides

extension Ledger {
    package typealias Expectations = LedgerExpectations

    /// Everything that is wrong with a ledger, sorted by place.
    ///
    /// - Parameters:
    ///   - path: The ledger's file; one that does not exist is a ledger without lines.
    ///   - expectations: What printed codes must lead to; nil where the guides could not be read, and then only the
    ///     ledger itself is checked.
    package static func check(_ path: String, against expectations: Expectations?) -> [Diagnostic] {
        let ledger = Ledger(at: path)
        var found = ledger.diagnostics + ledger.tooManyCopies()
        if PrintJournal.exists(besides: path) {
            // Whoever completes the print writes the head.
            found.append(LedgerFinding.unfinished(path))
        } else {
            found += ledger.headFindings()
        }
        if let expectations {
            found += ledger.deadCodes(expectations) + ledger.strangeAddresses(expectations)
            found += ledger.otherGuides(expectations)
        }
        return found.sorted()
    }

    private func tooManyCopies() -> [Diagnostic] {
        prints.filter { !$0.isVoided && $0.row.copies > PrintedCode.mostCopies }.map { print in
            LedgerFinding.tooManyCopies(print.row, at: place(print, 5))
        }
    }

    /// Once for each code, at its first row; how many batches it stands in is said with it.
    private func deadCodes(_ expectations: Expectations) -> [Diagnostic] {
        let dead = Dictionary(
            grouping: prints.filter { expectations.owners[$0.row.code] == nil }, by: \.row.code)
        return dead.values.compactMap { prints in
            guard let first = prints.first else { return nil }
            let guide = prints.lazy.compactMap(\.row.guide).last
            // What is wrong with its guide's file is said there.
            if let path = guide?.filePath, expectations.illegible.contains(path) { return nil }
            return LedgerFinding.deadCode(
                first.row.code, copies: prints.map(\.row.copies).boundedSum,
                batches: Set(prints.map(\.row.batch)).count, guide: guide,
                today: expectations.today, at: place(first, 2))
        }
    }

    /// Addresses that would not answer: once for each beginning that is not the site's, at its first row, and wherever an
    /// address is not that of its row's code.
    private func strangeAddresses(_ expectations: Expectations) -> [Diagnostic] {
        guard let bases = expectations.bases else { return [] }
        var known: Set<String> = []
        return prints.filter { !$0.isVoided }.compactMap { print in
            let row = print.row, end = PageAddress.code(row.code).path
            guard row.address.hasSuffix(end) else {
                return LedgerFinding.otherCode(row.code, row.address, at: place(print, 3))
            }
            let base = String(row.address.dropLast(end.count))
            guard !bases.contains(base) else { return nil }
            if let parts = WebAddress.parts(of: base), parts.base != base {
                return LedgerFinding.deadAddress(row, base: parts.base, at: place(print, 3))
            }
            return known.insert(base).inserted ? LedgerFinding.unlistedHost(base, at: place(print, 3)) : nil
        }
    }

    /// Codes that open another guide than the cards say, once for each code and guide that was printed, at the first row.
    ///
    /// A guide is known by its name, which is what cards and pages say: one whose file was renamed, or that has the printed
    /// name among its 曾用名, is the same; one of the same file with another name is not, for a file is overwritten easily.
    ///
    /// - Parameter codes: Those that are asked for; nil for all.
    package func otherGuides(_ expectations: Expectations, of codes: Set<ShortCode>? = nil) -> [Diagnostic] {
        struct Printed: Hashable {
            let code: ShortCode
            let guide: GuideIdentity
        }
        var seen: Set<Printed> = []
        return prints.compactMap { print in
            guard !print.isVoided, let guide = print.row.guide, codes?.contains(print.row.code) != false,
                seen.insert(Printed(code: print.row.code, guide: guide)).inserted,
                let owner = expectations.owners[print.row.code]
            else { return nil }
            switch owner {
            case .guide(let now, let formerNames, let file):
                if now.kind == guide.kind && now.name == guide.name || formerNames.contains(guide.name) { return nil }
                let elsewhere = expectations.owners.filter { _, other in
                    guard case .guide(let other, _, _) = other else { return false }
                    return other.kind == guide.kind && other.name == guide.name
                }
                return LedgerFinding.otherGuide(
                    print.row, was: guide, now: now, file: file, elsewhere: elsewhere.keys.min(),
                    at: place(print, 2))
            case .reserved: return LedgerFinding.onlyReserved(print.row.code, was: guide, at: place(print, 2))
            // retired.yaml says what became of it, perhaps under a later name.
            case .retired, .uncertain: return nil
            }
        }
    }

    private func place(_ print: Print, _ column: Int) -> SourceLocation {
        let entry = entries[print.index]
        return SourceLocation(file: path, line: entry.line, column: entry.columns[column])
    }
}
