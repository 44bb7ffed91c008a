internal import Flowcharts
internal import Guides
internal import Markup

/// The facts that a guide's file states, row by row: which, under which headings and in which words, its shape says.
struct FactRows {
    let written: GuideRecord
    let shape: RecordShape
    let guidebook: Guidebook

    /// The rows of the groups that stand open.
    var open: [Markup] { FactGroup.allCases.filter { $0.foldedUnder == nil }.flatMap(rows) }

    /// The groups that open on tap.
    var folded: [Markup] {
        FactGroup.allCases.compactMap { group in
            guard let title = group.foldedUnder else { return nil }
            let rows = rows(group)
            return rows.isEmpty ? nil : Components.folded([.text(title)], [Components.facts(rows)])
        }
    }

    /// The rows of one group, in the order of the shape.
    func rows(_ group: FactGroup) -> [Markup] {
        let fields = written.fields(of: shape)
        let samples = Set(fields.first { $0.field.key == Words.sample }?.value.texts ?? [])
        let facts = fields.compactMap { field, value -> Fact? in
            guard case .fact(group, let heading, let words) = field.shown else { return nil }
            if let condition = words.noMatters, value.text == Words.no, !condition.holds(in: written, of: shape) {
                return nil
            }
            return Fact(
                heading: heading, value: value, shape: field.shape, words: words, isSample: samples.contains(field.key))
        }
        guard group == .service else {
            return facts.map { fact in
                let words = markup(fact.value, fact.shape, fact.words)
                return Components.row(fact.heading, words.isEmpty ? nil : words + SampleMarks.chip(fact.isSample))
            }
        }
        let offered = facts.filter { $0.value.text == Words.yes }.map(\.service)
        let missing = facts.filter { $0.value.text != Words.yes }.map(\.service)
        return [(GuideWords.offered, offered), (GuideWords.notOffered, missing)].map { heading, services in
            Components.row(heading, services.isEmpty ? nil : services.joined(separator: Words.listMark))
        }
    }

    private struct Fact {
        let heading: String
        let value: GuideValue
        let shape: Shape
        let words: FactWords
        let isSample: Bool

        /// What is offered or not, as a list says it.
        var service: String { SampleMarks.words(heading, isSample) }
    }

    private var phrase: FactPhrase { FactPhrase(guidebook: guidebook) }

    /// - Parameter outer: The record that it stands in, where it is part of one.
    private func markup(
        _ value: GuideValue, _ shape: Shape, _ words: FactWords, in outer: RecordShape? = nil
    ) -> [Markup] {
        switch (value, shape) {
        case (.record(let record), _):
            guard let inner = shape.record, !shape.isCitation else { return [.text(phrase.words(value, shape, words))] }
            return entry(record, inner, isAlone: true)
        case (.list(let elements), _):
            return list(elements, shape.element ?? shape, words)
        case (.text(let text), .url):
            return [.tag("a", ["href": text], text)]
        case (.text(let text), .timeLimit):
            return [time(text, in: outer)]
        case (.text, .paragraphs):
            return [Components.paragraphs(value.paragraphs)]
        case (.text(let text), .text) where text.utf8.contains(UInt8(ascii: "\n")):
            return [Components.paragraphs(value.paragraphs)]
        default:
            return [.text(phrase.words(value, shape, words))]
        }
    }

    private func list(_ elements: [GuideValue], _ shape: Shape, _ words: FactWords) -> [Markup] {
        if words.isBulleted { return elements.isEmpty ? [] : [Components.bullets(elements.compactMap(\.text))] }
        guard elements.contains(where: { phrase.isLong($0, shape) }) else {
            let texts = elements.map { phrase.words($0, shape, words) }
            return texts.isEmpty ? [] : [.text(texts.joined(separator: Words.listMark))]
        }
        return elements.map { element in
            guard let record = element.record, let inner = shape.record, !shape.isCitation else {
                return .tag("p", [:], phrase.words(element, shape, words))
            }
            return .fragment(entry(record, inner, isAlone: false))
        }
    }

    /// A record: its first words, and below them a quiet line for each thing more.
    private func entry(_ record: GuideRecord, _ shape: RecordShape, isAlone: Bool) -> [Markup] {
        var (lead, marks, lines): ([Markup], [Markup], [Markup]) = ([], [], [])
        var address: String?
        for (field, value) in record.fields(of: shape) {
            switch field.shown {
            case .lead:
                if !lead.isEmpty { lead.append(.text(" ")) }
                lead += markup(value, field.shape, FactWords(), in: shape)
            case .bracket(let before, let after):
                lead.append(.text(Words.brackets(before + phrase.words(value, field.shape) + after)))
            case .line(let words):
                lines.append(Components.muted(words + phrase.words(value, field.shape)))
            case .mark(let words):
                if value.text == Words.yes { marks += [.text(" "), Components.chip(words)] }
            case .link(""): address = value.text
            case .link(let words):
                lines.append(.tag("a", ["class": "i", "href": value.text], words))
            case .undeclared, .fact, .byPage, .data, .hidden: break
            }
        }
        if let address { lead = [.tag("a", ["href": address], lead)] }
        return (isAlone ? lead + marks : [.tag("p", lead + marks)]) + lines
    }

    private func time(_ text: String, in record: RecordShape?) -> Markup {
        guard let limit = TimeLimit(text) else { return .text(text) }
        return switch limit {
        case .immediate: .text(Words.immediate)
        // Who sets no limit, the law or the office, only the record says.
        case .none:
            .text(
                record?.name == RecordShape.promisedTime.name ? FlowchartWords.noPromise : GuideWords.noStatutoryTime)
        case .span: Components.time(limit)
        }
    }
}

/// Values as words in a line.
struct FactPhrase {
    let guidebook: Guidebook

    func words(_ value: GuideValue, _ shape: Shape, _ words: FactWords = FactWords()) -> String {
        switch value {
        case .text(let text): single(text, shape, words)
        case .list(let elements):
            elements.map { self.words($0, shape.element ?? shape, words) }.joined(separator: Words.listMark)
        case .record(let record):
            shape.isCitation
                ? value.citation.map { guidebook.words($0) } ?? "" : shape.record.map { sentence(record, $0) } ?? ""
        case .mapping(let pairs):
            pairs.map { $0.key + Words.colon + $0.value }.joined(separator: Words.semicolon)
        }
    }

    /// Whether a value says more than a word or two, so that it stands on a line of its own.
    func isLong(_ value: GuideValue, _ shape: Shape) -> Bool {
        switch value {
        case .text: shape.isCitation
        case .record(let record): shape.isCitation || shape.record.map { record.fields(of: $0).count > 1 } ?? true
        case .list, .mapping: true
        }
    }

    private func single(_ text: String, _ shape: Shape, _ words: FactWords) -> String {
        switch shape {
        case .yesNo: text == Words.yes ? words.yes : words.no
        case .integer: Int(text) == 0 ? words.zero ?? text + words.unit : text + words.unit
        case .date: CalendarDate(text)?.chinese ?? text
        case .timeLimit: TimeLimit(text).map { Words.time($0) } ?? text
        case .citation: guidebook.words(Citation(text))
        case .oneOrMore(let element), .list(let element, _): single(text, element, words)
        default: text
        }
    }

    /// A record in one line: its first words, then everything else behind semicolons.
    private func sentence(_ record: GuideRecord, _ shape: RecordShape) -> String {
        var lead = ""
        var rest: [String] = []
        for (field, value) in record.fields(of: shape) {
            let text = words(value, field.shape)
            switch field.shown {
            case .lead: lead += (lead.isEmpty ? "" : " ") + text
            case .bracket(let before, let after): lead += Words.brackets(before + text + after)
            case .line(let words), .link(let words): rest.append(words + text)
            case .mark(let words): if text == FactWords().yes { lead += Words.brackets(words) }
            case .undeclared, .fact, .byPage, .data, .hidden: break
            }
        }
        return ([lead] + rest).joined(separator: Words.semicolon)
    }
}

extension Shape {
    var isCitation: Bool { if case .citation = self { true } else { false } }
}
