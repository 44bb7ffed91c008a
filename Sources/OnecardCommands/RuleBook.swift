internal import Cards
internal import Diagnostics
internal import Guides
internal import Ledger

/// Every rule that `check` can print, with its manual: those about guides, about designs and sheets, and about the ledger.
enum RuleBook {
    /// By name.
    static let all = (Checker.allRules + CardRules.all + LedgerRules.all).sorted { $0.name < $1.name }

    static func rule(named name: String) -> (any Rule.Type)? { all.first { $0.name == name } }

    /// The rules that somebody who typed a name may have meant, at most five: what is spelled alike, then what has a word in
    /// common.
    static func near(_ name: String) -> [String] {
        let names = all.map { $0.name }
        let typed = name.lowercased().replacing("_", with: "-").replacing(" ", with: "-")
        var near = names.contains(typed) ? [typed] : [Spelling.nearest(to: typed, in: names)].compactMap(\.self)
        let words = typed.split(separator: "-").filter { $0.count > 2 }
        let related = names.map { rule in
            (name: rule, shared: rule.split(separator: "-").count { words.contains($0) })
        }
        near += related.filter { $0.shared > 0 }.sorted { $0.shared > $1.shared }.map(\.name)
        if near.isEmpty, typed.count > 2 { near = names.filter { $0.contains(typed) } }
        return near.reduce(into: []) { if !$0.contains($1), $0.count < 5 { $0.append($1) } }
    }
}

extension Rule {
    /// What `--explain` prints.
    static var explanation: String { "[\(name)] \(severity.label)\n\(manual)" }
}
