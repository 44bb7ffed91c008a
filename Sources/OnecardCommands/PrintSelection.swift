internal import ArgumentParser
internal import Cards
internal import Guides

/// Which cards are to be printed.
struct PrintSelection {
    let guidebook: Guidebook
    let names: [String]
    let items: Bool
    let field: String?
    let baseURL: String?
    let isTrial: Bool
    /// The guides and what is left out of them for errors; nil where nobody named anything.
    var workbook: Workbook?
    /// What may go out today; nil where only pictures are made of what the site shows.
    var gate: PrintGate?

    /// All codes are equally long, so any guide's address will do.
    var longestAddress: String {
        guidebook.guides.first.map { guidebook.address(of: $0.code, baseURL: baseURL) }
            ?? (baseURL ?? guidebook.site.baseURL) + PageAddress.code(.standIn).path
    }

    /// A job for each chosen card or guide, in the order of the names.
    func jobs(design: CardDesign) throws -> [PrintJob] {
        try contents().map { chosen in
            PrintJob(
                content: chosen.content, design: design, code: chosen.code, stem: chosen.stem, edition: chosen.edition,
                opens: chosen.opens)
        }
    }

    typealias Chosen = (
        content: CardContent, code: ShortCode, stem: String, edition: CalendarDate?, opens: GuideIdentity
    )

    func contents() throws -> [Chosen] {
        if let field, guidebook.site.field(named: field) == nil {
            try fail("没有名为“\(field)”的领域", near: Spelling.nearest(to: field, in: guidebook.site.fields.map(\.name)))
        }
        try needSoundFiles()
        var chosen: [Chosen] = []
        if !names.isEmpty {
            // A name said twice is meant once: how many are made is what `--copies` says.
            var seen: Set<String> = []
            chosen = try names.filter { seen.insert($0).inserted }.map { try content(named: $0) }
        } else if items {
            chosen = guidebook.items.keys.sorted().compactMap { guide($0) }
        } else {
            chosen = allCards
            for card in guidebook.cards {
                if let refusal = gate?.refusal(of: card.opens) { Report.say("没有印卡“\(card.stem)”：\(refusal)。") }
            }
        }
        if let field { chosen = chosen.filter { belongs($0, to: field) } }
        if let gate { chosen = try gate.admitted(chosen, areNamed: !names.isEmpty) }
        if chosen.isEmpty { try fail("没有要打印的卡", near: nil) }
        return chosen
    }

    /// What is printed must be free of errors, and all that it depends on.
    private func needSoundFiles() throws {
        let codes = names.compactMap { try? ShortCode(reading: $0) }
        try workbook?.need { file in
            if names.isEmpty { return file.kind == (items ? .item : .card) }
            let isNamed = names.contains(file.stem) || codes.contains(where: file.gives)
            return isNamed && [.card, .item, .roadmap, .policy, .notice].contains(file.kind)
        }
    }

    /// Whether a card or an item is of a field; an item is of the field of every roadmap that it is in.
    private func belongs(_ chosen: Chosen, to field: String) -> Bool {
        chosen.content[.field] == field
            || guidebook.guide(named: chosen.content.guide)?.content.ownFields.contains(field) == true
            || guidebook.roadmaps(with: chosen.content.guide).contains { $0.roadmap.fields.contains(field) }
    }

    /// What every card file says; nothing where there is none.
    var allCards: [Chosen] { guidebook.cards.compactMap { card($0) } }

    private func content(named name: String) throws -> Chosen {
        if let card = guidebook.cards.first(where: { $0.stem == name }), let found = self.card(card) {
            return found
        }
        if let found = guide(name) { return found }
        let opened = guidebook.cards.first { $0.stem == name }?.opens ?? name
        if let refusal = gate?.refusal(of: opened) { try fail(refusal, near: nil) }
        let known = guidebook.cards.map(\.stem) + guidebook.items.keys.sorted() + guidebook.roadmaps.keys.sorted()
        try fail("没有名为“\(name)”的卡或指南", near: Spelling.nearest(to: name, in: known))
    }

    private func card(_ card: Card) -> Chosen? {
        let guidebook = book(with: card.opens)
        guard let content = CardContent(card, in: guidebook, baseURL: baseURL, isTrial: isTrial),
            let guide = guidebook.guide(named: card.opens), let code = guide.code
        else { return nil }
        return (content, code, card.stem, card.edition, guide.identity)
    }

    private func guide(_ stem: String) -> Chosen? {
        let guidebook = book(with: stem)
        guard let guide = guidebook.guide(named: stem), let code = guide.code,
            let content = CardContent(guide, stem: stem, in: guidebook, baseURL: baseURL, isTrial: isTrial)
        else { return nil }
        return (content, code, stem, nil, guide.identity)
    }

    /// The guidebook to take a guide from: cards of what is not out yet are printed ahead, but shown to nobody.
    private func book(with stem: String) -> Guidebook {
        let written = guidebook.asWritten
        guard gate != nil, let code = written.guide(named: stem)?.code, guidebook.awaited[code] != nil else {
            return guidebook
        }
        return written
    }

    private func fail(_ message: String, near: String?) throws -> Never {
        Report.complain(message + (near.map { "，是否想写“\($0)”？" } ?? ""))
        throw ExitCode.inputErrors
    }
}
