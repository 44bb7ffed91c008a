/// A value of a guide file as it was written, for pages and data that show it under its key's own words.
///
/// What has been found wrong with it has been reported by then: values of another shape than their key's are left out.
package enum GuideValue: Sendable {
    /// Any single value: words, a number, a date.
    case text(String)
    case list([GuideValue])
    case record(GuideRecord)
    /// A mapping whose keys are free.
    case mapping([GuideRecord.Pair])
}

/// The values of one mapping of a guide file, in the order of its shape.
///
/// Kept for every item: its words are those of the typed model's, its keys are numbers.
package struct GuideRecord: Sendable {
    /// A pair of a mapping whose keys are free.
    package struct Pair: Sendable {
        package let key: String
        package let value: String
    }

    private struct Entry: Sendable {
        /// The place of the field in its shape.
        let place: UInt8
        let value: GuideValue
    }

    private let entries: [Entry]

    /// Takes the values out of a mapping's node.
    ///
    /// - Parameter keeps: Which fields of the mapping itself are wanted.
    init(_ node: MarkedNode, _ shape: RecordShape, keeps: (Field) -> Bool = { _ in true }) {
        var entries: [Entry] = []
        entries.reserveCapacity(node.entries.count)
        var next = 0
        var isSorted = true
        for entry in node.entries {
            guard let place = shape.index(of: entry.key, from: next), place <= Int(UInt8.max),
                keeps(shape.fields[place]), let value = GuideValue(entry.value, shape.fields[place].shape)
            else { continue }
            isSorted = isSorted && place >= next
            next = place + 1
            entries.append(Entry(place: UInt8(place), value: value))
        }
        if !isSorted { entries.sort { $0.place < $1.place } }
        self.entries = entries
    }

    /// The fields that were written, each with its value.
    ///
    /// - Parameter shape: The shape with which the record was made.
    package func fields(of shape: RecordShape) -> [(field: Field, value: GuideValue)] {
        entries.compactMap { entry in
            shape.fields.indices.contains(Int(entry.place))
                ? (field: shape.fields[Int(entry.place)], value: entry.value) : nil
        }
    }

    /// The value of one key; nil where it was not written.
    package func value(_ key: String, of shape: RecordShape) -> GuideValue? {
        guard let place = shape.index(of: key, from: 0) else { return nil }
        return entries.first { Int($0.place) == place }?.value
    }
}

extension GuideValue {
    /// Nil where the node is empty or of another kind than the shape.
    init?(_ node: MarkedNode, _ shape: Shape) {
        switch (shape, node.content) {
        case (.list(let element, _), .sequence(let nodes)):
            self = .list(nodes.compactMap { GuideValue($0, element) })
        case (.oneOrMore(let element), .sequence(let nodes)):
            self = .list(nodes.compactMap { GuideValue($0, element) })
        case (.oneOrMore(let element), _):
            guard let value = GuideValue(node, element) else { return nil }
            self = .list([value])
        case (.record(let record), .mapping), (.textOrRecord(let record), .mapping):
            self = .record(GuideRecord(node, record))
        case (.citation, .mapping): self = .record(GuideRecord(node, .citation))
        case (.mapping, .mapping(let entries)):
            self = .mapping(entries.compactMap { entry in entry.value.text.map { .init(key: entry.key, value: $0) } })
        case (.list, _), (.record, _), (.mapping, _): return nil
        case (.choice(let list), .scalar(let text)):
            // The list's own string, which takes no memory.
            guard !text.isEmpty else { return nil }
            self = .text(list.values.first { $0.hasSameBytes(as: text) } ?? text)
        case (_, .scalar(let text)):
            guard !text.isEmpty else { return nil }
            self = .text(text)
        case (_, .sequence), (_, .mapping): return nil
        }
    }

    /// The words of a single value; nil for the others.
    package var text: String? { if case .text(let text) = self { text } else { nil } }

    package var elements: [GuideValue] { if case .list(let elements) = self { elements } else { [] } }

    package var record: GuideRecord? { if case .record(let record) = self { record } else { nil } }

    /// The words of a list of single values.
    package var texts: [String] { elements.compactMap(\.text) }

    /// The paragraphs of a text, a line each.
    package var paragraphs: [String] { text.map { RecordReader.paragraphs(of: $0) } ?? [] }

    /// What the value cites, where its shape is a citation; nil where it names no law.
    package var citation: Citation? {
        switch self {
        case .text(let text): Citation(text)
        case .record(let record): Citation(record)
        case .list, .mapping: nil
        }
    }
}

extension Citation {
    /// Reads a citation that was written as a record; nil where it names no law.
    init?(_ record: GuideRecord) {
        guard let law = record.value("法规", of: .citation)?.text else { return nil }
        self.init(
            law: law, articles: (record.value("条款", of: .citation)?.texts ?? []).flatMap(Citation.articles),
            isUnverified: record.value("待核", of: .citation)?.text == "是",
            note: record.value("说明", of: .citation)?.text)
    }
}
