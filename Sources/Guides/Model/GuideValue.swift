/// A value of a guide file as it was written, for pages and data that show it under its key's own words.
///
/// What has been found wrong with it has been reported by then: values of another shape than their key's are left out.
package enum GuideValue: Sendable {
    /// Any single value: words, a number, a date.
    case text(String)
    case list([GuideValue])
    case record(GuideRecord)
    /// A mapping whose keys are free.
    case mapping([Pair])

    package struct Pair: Sendable {
        package let key: String
        package let value: String
    }
}

extension GuideValue {
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
            law: law, articles: record.value("条款", of: .citation)?.texts ?? [],
            isUnverified: record.value("待核", of: .citation)?.text == "是",
            note: record.value("说明", of: .citation)?.text)
    }
}
