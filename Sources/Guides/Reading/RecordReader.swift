/// Takes typed values out of a mapping.
///
/// Reading is lenient: what `ShapeCheck` has reported comes out as nothing here, so that the rules that look at the
/// whole tree can still say what they have to say about the rest.
struct RecordReader {
    let node: MarkedNode
    /// Whether what is made of it will be shown: a check of thousands of files needs none of the words that no rule asks
    /// for.
    let isForShowing: Bool

    init(_ node: MarkedNode, isForShowing: Bool = true) {
        self.node = node
        self.isForShowing = isForShowing
    }

    func text(_ key: String) -> String { node[key]?.text ?? "" }

    func optionalText(_ key: String) -> String? { node[key]?.text }

    /// A text a paragraph: the lines of a block scalar.
    func paragraphs(_ key: String) -> [String] { RecordReader.paragraphs(of: text(key)) }

    static func paragraphs(of text: String) -> [String] {
        // A block of words may be long; the line break is the only one that `TextDecoding` and YAML leave in it.
        text.utf8.split(separator: UInt8(ascii: "\n")).map { line in
            String(Substring(line).unicodeScalars.drop(while: \.properties.isWhitespace))
        }.filter { !$0.isEmpty }
    }

    /// The texts of a list, or the one text.
    func texts(_ key: String) -> [String] {
        guard let value = node[key] else { return [] }
        return value.text.map { [$0] } ?? value.elements.compactMap(\.text)
    }

    func yes(_ key: String) -> Bool { node[key]?.text?.hasSameBytes(as: "是") ?? false }

    func integer(_ key: String) -> Int? { node[key]?.text.flatMap { Int($0) } }

    func date(_ key: String) -> CalendarDate? { node[key]?.text.flatMap { CalendarDate($0) } }

    func timeLimit(_ key: String) -> TimeLimit? { node[key]?.text.flatMap { TimeLimit($0) } }

    func code(_ key: String) -> ShortCode? { node[key]?.text.flatMap { try? ShortCode(reading: $0) } }

    /// One of an enumeration whose raw values are the standard's words.
    func choice<Choice: RawRepresentable<String>>(_ key: String, _: Choice.Type = Choice.self) -> Choice? {
        node[key]?.text.flatMap { Choice(rawValue: $0) }
    }

    func record(_ key: String) -> RecordReader? {
        guard let value = node[key], case .mapping = value.content else { return nil }
        return RecordReader(value)
    }

    func records(_ key: String) -> [RecordReader] {
        (node[key]?.elements ?? []).filter(\.isMapping).map { RecordReader($0) }
    }

    /// Texts that may also be records with the text under `名称`.
    func names(_ key: String) -> [String] {
        (node[key]?.elements ?? []).compactMap { $0.text ?? $0["名称"]?.text }
    }

    func citation(_ key: String) -> Citation? { node[key].flatMap { Citation($0) } }

    /// A list of citations, or the one citation.
    func citations(_ key: String) -> [Citation] {
        guard let value = node[key] else { return [] }
        if case .sequence(let elements) = value.content { return elements.compactMap { Citation($0) } }
        return Citation(value).map { [$0] } ?? []
    }
}

extension Citation {
    /// Nil where the node names no law.
    init?(_ node: MarkedNode) {
        if let text = node.text {
            self.init(text)
            return
        }
        guard case .mapping = node.content else { return nil }
        let record = RecordReader(node)
        guard let law = record.optionalText("法规") else { return nil }
        self.init(
            law: law, articles: record.texts("条款"), isUnverified: record.yes("待核"), note: record.optionalText("说明"))
    }
}
