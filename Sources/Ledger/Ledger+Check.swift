package import Diagnostics
internal import Foundation
package import Guides

extension Ledger {
    /// What the printed codes must still lead to.
    package struct Expectations: Sendable {
        /// The codes that open something: those of guides, of retired and of reserved ones.
        package var codes: Set<ShortCode>
        /// The hosts that site.yaml lists as its own: 网址 and 曾用网址.
        package var hosts: Set<String>

        package init(codes: Set<ShortCode>, hosts: Set<String>) {
            self.codes = codes
            self.hosts = hosts
        }

        package init(_ guidebook: Guidebook) {
            codes = guidebook.givenCodes
            hosts = Set(([guidebook.site.baseURL] + guidebook.site.formerURLs).compactMap(WebAddress.host(of:)))
        }
    }

    /// Everything that is wrong with a ledger, sorted by place.
    ///
    /// - Parameters:
    ///   - path: The ledger's file; one that does not exist is a ledger without rows.
    ///   - expectations: What printed codes must lead to; nil where the guides could not be read, and then only the
    ///     ledger itself is checked.
    package static func check(_ path: String, against expectations: Expectations?) -> [Diagnostic] {
        let ledger = Ledger(at: path)
        var found = ledger.diagnostics
        if PrintJournal.exists(besides: path) { found.append(LedgerFinding.unfinished(path)) }
        if let expectations { found += ledger.deadCodes(expectations) + ledger.strangeAddresses(expectations) }
        return found.sorted()
    }

    /// Once for each code, at its first row; how many batches it stands in is said with it.
    private func deadCodes(_ expectations: Expectations) -> [Diagnostic] {
        let dead = Dictionary(grouping: entries.filter { !expectations.codes.contains($0.row.code) }, by: \.row.code)
        return dead.values.compactMap { entries in
            guard let first = entries.first else { return nil }
            let copies = entries.reduce(0) { $0 + $1.row.copies }
            return LedgerFinding.deadCode(
                first.row.code, copies: copies, batches: Set(entries.map(\.row.batch)).count, at: place(first, 2))
        }
    }

    /// Once for each host, at its first row, and wherever an address is not that of its row's code.
    private func strangeAddresses(_ expectations: Expectations) -> [Diagnostic] {
        var hosts: Set<String> = []
        return entries.compactMap { entry in
            guard let host = WebAddress.host(of: entry.row.address) else { return nil }
            if !entry.row.address.hasSuffix(PageAddress.code(entry.row.code).path) {
                return LedgerFinding.otherCode(entry.row.code, entry.row.address, at: place(entry, 3))
            }
            guard !expectations.hosts.contains(host), hosts.insert(host).inserted else { return nil }
            return LedgerFinding.unlistedHost(host, at: place(entry, 3))
        }
    }

    private func place(_ entry: Entry, _ column: Int) -> SourceLocation {
        SourceLocation(file: path, line: entry.line, column: entry.columns[column])
    }
}
