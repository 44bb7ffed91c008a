package import Diagnostics

/// Holds a tree of nodes against a shape: everything that can be said of one file without looking at the others.
package struct ShapeCheck {
    /// A name that must exist elsewhere in the tree.
    package struct Reference: Sendable {
        package let kind: ReferenceKind
        package let name: String
        /// Whether it stands under 曾用依据, where what is named need not hold any more.
        package let isFormer: Bool
        package let mark: MarkedNode.Mark
    }

    /// Places that their law's file must have.
    package struct ArticleReference: Sendable {
        /// The law as it is named there.
        package let law: String
        package let places: [LawPlace]
        package let mark: MarkedNode.Mark
    }

    package private(set) var diagnostics: [Diagnostic] = []
    /// How many keys stood where their record knows them.
    private(set) var knownKeys = 0
    package private(set) var references: [Reference] = []
    package private(set) var articles: [ArticleReference] = []
    private(set) var unbroken: [MergedParagraphs.Suspect] = []
    private let file: String
    private let kind: FileKind
    /// Whether the record that is being checked is one under 曾用依据.
    private var isFormer = false
    /// How many records stand around the one that is being checked, with it.
    private var depth = 0
    /// Lines whose meaning was guessed when a slip of the pen in them was mended.
    private let guesses: [ClosedRange<Int>]

    /// - Parameter guesses: Lines that may be meant otherwise than they were read: of them, and of what the records around
    ///   them lack, nothing is said that may only follow from that.
    package init(
        _ root: MarkedNode, is shape: RecordShape, kind: FileKind, file: String, guesses: [ClosedRange<Int>] = []
    ) {
        self.file = file
        self.kind = kind
        self.guesses = guesses
        check(root, is: shape)
        guard !guesses.isEmpty else { return }
        diagnostics.removeAll { finding in
            ShapeCheck.consequences.contains(finding.rule)
                && guesses.contains { $0.contains(finding.location.line) }
        }
    }

    /// The rules whose findings on a guessed line may only follow from the guess.
    private static let consequences: Set<String> = [
        UnknownKey.name, MissingKey.name, WrongType.name, UnknownValue.name,
    ]

    /// Whether keys that a record seems to lack may stand in lines that were guessed: lines inside it or right below.
    private func mayLackByGuess(_ node: MarkedNode) -> Bool {
        guard !guesses.isEmpty else { return false }
        let lines = Int(node.mark.line)...(node.lastLine + 1)
        return depth == 0 || guesses.contains { $0.overlaps(lines) }
    }

    private mutating func check(_ node: MarkedNode, is shape: RecordShape) {
        guard case .mapping(let entries) = node.content else {
            diagnostics.append(WrongType.finding("“\(shape.name)”", expected: "一组“键: 值”", found: node, file))
            return
        }
        let outer = isFormer
        let mayLack = mayLackByGuess(node)
        isFormer = shape.name.hasSameBytes(as: RecordShape.formerBasis.name)
        depth += 1
        defer {
            isFormer = outer
            depth -= 1
        }
        var seen = [Bool](repeating: false, count: shape.fields.count)
        var next = 0
        var places: MarkedNode?
        for entry in entries where !DuplicateKey.isSetAside(entry.key) {
            if let index = shape.index(of: entry.key, from: next) {
                knownKeys += 1
                seen[index] = true
                next = index + 1
                check(entry, is: shape.fields[index])
                if case .oneOrMore = shape.fields[index].shape, entry.key.hasSameBytes(as: "条款") {
                    places = entry.value
                }
            } else {
                diagnostics.append(UnknownKey.finding(entry, in: shape, kind, file))
                // One message for one cause: the key is there, in other words.
                if let meant = UnknownKey.meant(by: entry.key, in: shape, kind),
                    let index = shape.index(of: meant, from: 0)
                {
                    seen[index] = true
                }
            }
        }
        for index in seen.indices where !seen[index] && shape.fields[index].isRequired && !mayLack {
            diagnostics.append(MissingKey.finding(shape.fields[index], in: shape, at: node.mark, file))
        }
        if let places { checkPlaces(places, of: node["法规"]?.text ?? "", in: shape) }
    }

    private mutating func check(_ entry: MarkedNode.Entry, is field: Field) {
        if entry.value.isEmpty {
            if case .colour = field.shape {
                diagnostics.append(MissingKey.commentedColour(field, at: entry.keyMark, file))
            } else if field.isRequired {
                diagnostics.append(MissingKey.emptyValue(field, at: entry.keyMark, file))
            } else {
                diagnostics.append(MissingKey.emptyOptional(field, at: entry.keyMark, file))
            }
            return
        }
        check(entry.value, is: field.shape, key: field.key)
    }

    private mutating func check(_ node: MarkedNode, is shape: Shape, key: String) {
        switch shape {
        case .record(let record):
            check(node, is: record)
        case .textOrRecord(let record):
            if case .mapping = node.content { check(node, is: record) } else { _ = words(node, key: key) }
        case .list(let element, let minimum):
            checkList(node, of: element, atLeast: minimum, key: key)
        case .oneOrMore(let element):
            if case .sequence = node.content {
                checkList(node, of: element, atLeast: 1, key: key)
            } else {
                check(node, is: element, key: key)
            }
        case .mapping(let element):
            guard case .mapping(let entries) = node.content else {
                diagnostics.append(WrongType.finding("“\(key)”", expected: "一组“键: 值”", found: node, file))
                return
            }
            for entry in entries where !DuplicateKey.isSetAside(entry.key) {
                check(entry.value, is: element, key: entry.key)
            }
        case .citation:
            checkCitation(node, key: key)
        default:
            guard let text = words(node, key: key) else { return }
            // Where lines were put together, YAML leaves a space.
            if case .paragraphs = shape, text.utf8.contains(UInt8(ascii: " ")) {
                unbroken.append(.init(key: key, words: text, mark: node.mark))
            }
            checkScalar(text, is: shape, key: key, at: node.mark)
        }
    }

    private mutating func checkList(_ node: MarkedNode, of element: Shape, atLeast minimum: Int, key: String) {
        guard case .sequence(let elements) = node.content else {
            diagnostics.append(WrongType.list(key, found: node, file))
            return
        }
        checkCommas(node, elements, of: element)
        if elements.count < minimum {
            diagnostics.append(MissingKey.tooFew(key, minimum, at: node.mark, file))
        }
        for child in elements { check(child, is: element, key: key) }
    }

    /// `[甲，乙]` is one element to YAML.
    private mutating func checkCommas(_ list: MarkedNode, _ elements: [MarkedNode], of shape: Shape) {
        // The first element right behind the mark of the list: the mark is a bracket, not a dash.
        guard let first = elements.first, first.mark.line == list.mark.line, first.mark.column == list.mark.column + 1
        else {
            return
        }
        let signs = shape.separatorsInWords.map { String($0) }
        for element in elements where !element.isQuoted {
            guard let text = element.text, signs.contains(where: { text.hasBytes(of: $0) }),
                let comma = shape.separatorsInWords.compactMap({ text.firstIndex(of: $0) }).min()
            else {
                continue
            }
            // A line break in the middle would have moved the column.
            let offset = text.unicodeScalars.distance(from: text.startIndex, to: comma)
            let mark = MarkedNode.Mark(line: Int(element.mark.line), column: Int(element.mark.column) + offset)
            diagnostics.append(FullWidthPunctuation.comma(text[comma], at: mark.location(in: file)))
        }
    }

    private mutating func checkCitation(_ node: MarkedNode, key: String) {
        if case .mapping = node.content {
            check(node, is: RecordShape.citation)
        } else if let text = words(node, key: key) {
            let reading = KnownCitations.reading(of: text)
            let citation = reading.citation
            references.append(Reference(kind: .law, name: citation.law, isFormer: isFormer, mark: node.mark))
            note(citation.places, of: citation.law, at: node.mark)
            if let problem = reading.problem {
                diagnostics.append(
                    UnreadableCitation.finding(
                        problem, behind: citation.law, citation.places, at: node.mark.location(in: file)))
            }
        }
    }

    /// The places of a citation that is a record.
    private mutating func checkPlaces(_ node: MarkedNode, of law: String, in shape: RecordShape) {
        for element in node.text == nil ? node.elements : [node] {
            guard let text = element.text else { continue }
            let reading = PlaceReading(text)
            // What was a basis once may stand in no file any more.
            if shape.name == RecordShape.citation.name { note(reading.places, of: law, at: element.mark) }
            if let problem = reading.problem {
                diagnostics.append(
                    UnreadableCitation.finding(
                        problem, behind: nil, reading.places, at: element.mark.location(in: file)))
            }
        }
    }

    private mutating func note(_ places: [LawPlace], of law: String, at mark: MarkedNode.Mark) {
        guard !places.isEmpty else { return }
        articles.append(ArticleReference(law: law, places: places, mark: mark))
    }

    /// The words of a scalar; anything else is a finding.
    private mutating func words(_ node: MarkedNode, key: String) -> String? {
        if let text = node.text {
            // A place of a template that is still to be filled: that is said once for the file.
            return text.utf8.first == 0xE3 && text.hasBytes(of: UnfilledTemplate.mark) ? nil : text
        }
        diagnostics.append(WrongType.finding("“\(key)”", expected: "文字", found: node, file))
        return nil
    }

    private mutating func checkScalar(_ text: String, is shape: Shape, key: String, at mark: MarkedNode.Mark) {
        let place = mark.location(in: file)
        if case .text = shape {
            if text.utf8.first == 0xE2, let bare = QuotedValue.bare(text) {
                diagnostics.append(QuotedValue.finding(key, bare, at: place))
            }
            return
        }
        if text.utf8.first == 0xE2, text.first == "“", text.last == "”", text.count > 2 {
            diagnostics.append(FullWidthPunctuation.quotes(text.dropFirst().dropLast(), at: place))
            return
        }
        switch shape {
        case .yesNo:
            if text != "是" && text != "否" { diagnostics.append(WrongType.yesNo(key, text, at: place)) }
        case .integer(let range):
            if Int(text).map(range.contains) != true {
                diagnostics.append(WrongType.integer(key, text, range, at: place))
            }
        case .date:
            if CalendarDate(text) == nil { diagnostics.append(UnreadableDate.noSuchDay(text, at: place)) }
        case .timeLimit:
            if TimeLimit(text) == nil { diagnostics.append(UnreadableTimeLimit.unreadable(text, key, at: place)) }
        case .code:
            diagnostics += WrongCheckCharacter.findings(text, at: place)
        case .identifier(let identifier):
            if let problem = identifier.problem(in: text) {
                diagnostics.append(MalformedIdentifier.finding(key, problem, at: place))
            }
        case .phone:
            if !Telephone.isComplete(text) { diagnostics.append(IncompletePhone.incomplete(text, at: place)) }
        case .url:
            if let problem = WebAddress.problem(in: text) {
                diagnostics.append(WrongType.url(key, text, problem, at: place))
            }
        case .colour:
            if Colour(text) == nil { diagnostics.append(WrongType.colour(key, text, at: place)) }
        case .choice(let list):
            if !list.values.contains(where: { $0.hasSameBytes(as: text) }) {
                diagnostics.append(UnknownValue.finding(text, list, at: place))
            }
        case .reference(let kind):
            references.append(Reference(kind: kind, name: text, isFormer: isFormer, mark: mark))
        case .text, .paragraphs, .list, .oneOrMore, .textOrRecord, .record, .mapping, .citation:
            break
        }
    }
}

extension Shape {
    /// The marks that, in a list in brackets, were meant to separate its elements.
    fileprivate var separatorsInWords: [Character] {
        switch self {
        case .choice, .reference: ["，", "、"]
        case .text, .textOrRecord: ["，"]
        default: []
        }
    }
}
