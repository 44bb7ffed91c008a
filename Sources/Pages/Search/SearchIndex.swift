internal import Foundation
internal import Guides

/// Everything that can be looked for, made ready once.
///
/// Chinese has no spaces between words, so texts are compared as they are: first whole names, then parts of names,
/// then materials and laws; where nothing fits, pairs of neighbouring characters find what is nearest.
struct SearchIndex: Sendable {
    struct Entry: Sendable {
        /// What it is: 事项, 法规.
        let kind: String
        let title: String
        let address: String
        let note: String
        /// The stem of an item, whose state hangs on the day.
        var item: String?
        let terms: [Term]
    }

    /// Something by which an entry is found, and what to say of it; nil says nothing, because it is the title.
    struct Term: Sendable {
        let folded: String
        let weight: Int
        let reason: String?
        /// First letters of its reading: `sgxk`.
        let initials: String
    }

    struct Hit: Sendable {
        let entry: Entry
        let reason: String?
        fileprivate let score: Int
    }

    struct Outcome: Sendable {
        let hits: [Hit]
        /// Nothing fits exactly; these come near.
        let isNear: Bool
    }

    private let entries: [Entry]
    private let codes: [ShortCode: Int]

    /// - Parameters:
    ///   - older: An index of an earlier guidebook.
    ///   - changes: What changed since; the entries of everything else are taken over.
    init(_ guidebook: Guidebook, replacing older: SearchIndex? = nil, changes: [GuidebookSources.Source] = []) {
        let hasNewLaws = changes.contains { $0.kind == .law }
        let stale = Set(changes.map { guidebook.guide($0.kind, $0.stem)?.code })
        let made = ParallelMap.map(guidebook.guides) { code, guide -> (ShortCode, Entry?) in
            if let older, !hasNewLaws, !stale.contains(code), let place = older.codes[code] {
                return (code, older.entries[place])
            }
            return (code, SearchIndex.entry(code, guide, guidebook))
        }
        var entries: [Entry] = []
        var codes: [ShortCode: Int] = [:]
        for case (let code, let entry?) in made {
            codes[code] = entries.count
            entries.append(entry)
        }
        entries += guidebook.laws.values.sorted { $0.name < $1.name }.map { law in
            Entry(
                kind: SiteWords.law, title: law.name, address: LawPage.path(of: law), note: law.rank,
                terms: [Term(law.name, 90), Term(law.stem, 95)] + (law.number.map { [Term($0, 60, $0)] } ?? []))
        }
        // Whoever looks for what is gone is told so, and what to read instead.
        entries += guidebook.retired.values.sorted { ($0.name, $0.code) < ($1.name, $1.code) }.map { retirement in
            Entry(
                kind: retirement.cause == .cancelled ? StateWords.cancelled : StateWords.retired,
                title: retirement.name,
                address: retirement.code.path,
                note: guidebook.successor(of: retirement).map { StateWords.readInstead + $0.name } ?? "",
                terms: [Term(retirement.name, 45)] + (retirement.stem.map { [Term($0, 45)] } ?? []))
        }
        self.entries = entries
        self.codes = codes
    }

    private static func entry(_ code: ShortCode, _ guide: Guide, _ guidebook: Guidebook) -> Entry? {
        guide.view.searched(in: guidebook).map {
            // Whoever holds an older card looks for the name on it.
            let former = guide.formerNames.map { Term($0.name, 90, SiteWords.formerName($0.name)) }
            return Entry(
                kind: guide.category, title: guide.name, address: code.path, note: $0.note, item: guide.item?.stem,
                terms: $0.terms + former)
        }
    }

    /// The laws that something rests on, by name.
    static func laws(_ basis: [Citation], _ guidebook: Guidebook) -> [Term] {
        var seen: Set<String> = []
        return basis.filter { seen.insert($0.law).inserted }.map {
            Term(
                guidebook.laws[$0.law]?.name ?? $0.law, 30, SiteWords.basis(guidebook.shortName(of: $0)), spoken: false)
        }
    }

    /// What a query finds, best first, at most `limit`.
    ///
    /// - Parameter isWanted: Whether somebody still waits; where nobody does, the rest is not looked through.
    func find(_ query: String, limit: Int = 30, while isWanted: () -> Bool = { true }) -> Outcome {
        let words = SearchIndex.simplified(query).split { $0.isWhitespace || "，,、；;".contains($0) }.map {
            SearchIndex.folded(String($0))
        }
        .filter { !$0.isEmpty }
        guard !words.isEmpty else { return Outcome(hits: [], isNear: false) }
        if let code = try? ShortCode(reading: query), let place = codes[code] {
            return Outcome(hits: [Hit(entry: entries[place], reason: SiteWords.code(code), score: .max)], isNear: false)
        }
        let exact = ranked(limit, while: isWanted) { entry in
            // Every word must be found somewhere in the entry.
            var total = 0
            var reason: String?
            for word in words {
                guard let best = entry.terms.map({ ($0, $0.score(of: word)) }).max(by: { $0.1 < $1.1 }), best.1 > 0
                else { return nil }
                total += best.1
                reason = reason ?? best.0.reason
            }
            return (total, reason)
        }
        if !exact.isEmpty { return Outcome(hits: exact, isNear: false) }
        let whole = words.joined()
        let near = ranked(8, while: isWanted) { entry in
            let best = entry.terms.filter { $0.weight >= 40 }.map { ($0, $0.likeness(to: whole)) }.max { $0.1 < $1.1 }
            guard let best, best.1 >= 50 else { return nil }
            return (best.1 * best.0.weight, best.0.reason)
        }
        return Outcome(hits: near, isNear: true)
    }

    private func ranked(
        _ limit: Int, while isWanted: () -> Bool, _ score: (Entry) -> (Int, String?)?
    ) -> [Hit] {
        var hits: [Hit] = []
        for entry in entries {
            guard isWanted() else { return [] }
            if let (score, reason) = score(entry) { hits.append(Hit(entry: entry, reason: reason, score: score)) }
        }
        return Array(
            hits.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element)
                .prefix(limit))
    }

    /// A query with the characters that guides are written in: 施工許可 as 施工许可, and the radicals and compatibility
    /// characters that come out of PDF files as the characters that they look like.
    ///
    /// Only for queries: guides have none of these, as `check` sees to it.
    private static func simplified(_ query: String) -> String {
        guard query.utf8.contains(where: { $0 >= 0x80 }) else { return query }
        let usual = query.precomposedStringWithCompatibilityMapping
        return usual.applyingTransform(StringTransform("Traditional-Simplified"), reverse: false) ?? usual
    }

    /// For comparison: lower case, half width, without spaces and punctuation.
    static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            let plain =
                (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            if plain.properties.isAlphabetic || plain.properties.numericType != nil { folded.append(plain) }
        }
        return String(folded).lowercased()
    }

    /// First letters of a text's reading in pinyin, as ICU gives it in the context of the whole text.
    fileprivate static func initials(_ text: String) -> String {
        let reading =
            text.applyingTransform(.mandarinToLatin, reverse: false)?.applyingTransform(
                .stripDiacritics, reverse: false) ?? ""
        return String(reading.lowercased().split { !$0.isASCII || !$0.isLetter }.compactMap(\.first))
    }
}

extension SearchIndex.Term {
    /// - Parameters:
    ///   - weight: How much it counts that it fits; a name is 100.
    ///   - reason: What the search says of it; nil where it is the title.
    ///   - spoken: Whether it is also found by the first letters of its reading.
    init(_ text: String, _ weight: Int, _ reason: String? = nil, spoken: Bool = true) {
        self.init(
            folded: SearchIndex.folded(text), weight: weight, reason: reason,
            initials: spoken ? SearchIndex.initials(text) : "")
    }

    /// How well a word fits: whole, at the start, somewhere, or by its initials; 0 where it does not.
    fileprivate func score(of word: String) -> Int {
        if folded == word { return weight * 10 }
        if folded.hasPrefix(word) { return weight * 8 }
        if folded.contains(word) { return weight * 6 }
        // Longer than the name, as "施工许可证怎么办" is: the name is in the question.
        if folded.count >= 3, word.contains(folded) { return weight * 5 }
        guard word.count >= 3, word.allSatisfy({ $0.isASCII && $0.isLetter }), !initials.isEmpty else { return 0 }
        return initials == word
            ? weight * 5 : initials.hasPrefix(word) ? weight * 4 : initials.contains(word) ? weight * 2 : 0
    }

    /// How much of a word's pairs of neighbouring characters a term has, in percent; one wrong character in a name of
    /// four leaves a third to a half of them.
    fileprivate func likeness(to word: String) -> Int {
        let (mine, theirs) = (Array(folded), Array(word))
        guard theirs.count >= 2, !mine.isEmpty else { return 0 }
        let shared = Set(theirs).intersection(mine).count * 100 / Set(theirs).count
        let pairs = Set(zip(theirs, theirs.dropFirst()).map { "\($0)\($1)" })
        let own = Set(zip(mine, mine.dropFirst()).map { "\($0)\($1)" })
        return (shared + pairs.intersection(own).count * 100 / pairs.count) / 2
    }
}
