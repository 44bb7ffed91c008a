/// What may stand under a key: the one description from which reading, checking, JSON Schema and handbook come.
package indirect enum Shape: Sendable {
    /// One line of words.
    case text
    /// Words of one or more paragraphs, a paragraph a line.
    case paragraphs
    case integer(ClosedRange<Int>)
    /// `是` or `否`.
    case yesNo
    /// A calendar date, `2026-11-01`.
    case date
    /// A time limit, `7日` or `20个工作日`.
    case timeLimit
    /// A short code with its check character.
    case code
    /// A telephone number with area code, or a national short number.
    case phone
    /// An http or https address.
    case url
    /// A colour as `#RRGGBB`.
    case colour
    /// A code of an item or a body, checked by its structure.
    case identifier(Identifier)
    /// One of a fixed list of the standard's values.
    case choice(ValueList)
    /// The name of another file, or of something in site.yaml.
    case reference(ReferenceKind)
    /// A law and its articles, as one text or as a record.
    case citation
    /// A list of at least so many elements.
    case list(Shape, atLeast: Int = 0)
    /// One element, or a list of them.
    case oneOrMore(Shape)
    /// A text, or a record where more is to be said; the key is the record's field that the text stands for.
    case textOrRecord(RecordShape)
    case record(RecordShape)
    /// A mapping whose keys are free: labels of a flow's branches, say.
    case mapping(of: Shape)
}

/// What a name in a guide file may refer to.
package enum ReferenceKind: String, Sendable, CaseIterable {
    case item = "事项"
    case roadmap = "全流程"
    case law = "法规"
    /// Anything that has a code and a page of its own.
    case guide = "指南"
    case field = "领域"
    case hall = "政务大厅"
}

/// A list of values from a standard.
package struct ValueList: Sendable {
    /// What the values are, such as 事项类型.
    package let name: String
    package let values: [String]

    package init(_ name: String, _ values: [String]) {
        self.name = name
        self.values = values
    }
}

/// A mapping with known keys.
package struct RecordShape: Sendable {
    /// What the record describes, as messages say it.
    package let name: String
    package let fields: [Field]

    package init(_ name: String, _ fields: [Field]) {
        self.name = name
        self.fields = fields
    }

    /// The field of that key.
    package subscript(key: String) -> Field? {
        index(of: key, from: 0).map { fields[$0] }
    }

    /// The place of a key among the fields.
    ///
    /// - Parameter start: Where to begin looking: files mostly have their keys in the fields' order.
    func index(of key: String, from start: Int) -> Int? {
        for index in start..<fields.count where fields[index].key.hasSameBytes(as: key) { return index }
        for index in 0..<start where fields[index].key.hasSameBytes(as: key) { return index }
        return nil
    }
}

/// One key of a record: how it is written, what it means, and where it is shown.
///
/// A class, and nothing in it changes: a check hands fields around by the million, and of a value with so many parts
/// each would be counted.
package final class Field: Sendable {
    /// The 要素's Chinese name.
    package let key: String
    package let shape: Shape
    package let isRequired: Bool
    /// One line of manual, in Chinese.
    package let about: String
    /// What becomes of its value; undeclared for keys of designs and sheets, which no page shows.
    package let shown: Shown

    private init(key: String, shape: Shape, isRequired: Bool, about: String, shown: Shown) {
        self.key = key
        self.shape = shape
        self.isRequired = isRequired
        self.about = about
        self.shown = shown
    }

    package static func required(
        _ key: String, _ shape: Shape, _ about: String, shown: Shown = .undeclared
    ) -> Field {
        Field(key: key, shape: shape, isRequired: true, about: about, shown: shown)
    }

    package static func optional(
        _ key: String, _ shape: Shape, _ about: String, shown: Shown = .undeclared
    ) -> Field {
        Field(key: key, shape: shape, isRequired: false, about: about, shown: shown)
    }
}
