package import Diagnostics

/// Holds a tree of nodes against a shape: everything that can be said of one file without looking at the others.
package struct ShapeCheck {
    /// A name that must exist elsewhere in the tree.
    package struct Reference: Sendable {
        package let kind: ReferenceKind
        package let name: String
        package let mark: MarkedNode.Mark
    }

    /// An article that its law's file must have.
    package struct ArticleReference: Sendable {
        package let law: String
        package let article: String
        package let mark: MarkedNode.Mark
    }

    package private(set) var diagnostics: [Diagnostic] = []
    package private(set) var references: [Reference] = []
    package private(set) var articles: [ArticleReference] = []
    private let file: String

    package init(_ root: MarkedNode, is shape: RecordShape, file: String) {
        self.file = file
        check(root, is: shape)
    }

    private mutating func check(_ node: MarkedNode, is shape: RecordShape) {
        guard case .mapping(let entries) = node.content else {
            diagnostics.append(WrongType.finding("“\(shape.name)”", expected: "一组“键: 值”", found: node, file))
            return
        }
        for entry in entries where !DuplicateKey.isSetAside(entry.key) {
            if let field = shape[entry.key] {
                check(entry, is: field)
            } else {
                diagnostics.append(UnknownKey.finding(entry, in: shape, file))
            }
        }
        for field in shape.fields where field.isRequired && node[field.key] == nil {
            diagnostics.append(MissingKey.finding(field, in: shape, at: node.mark, file))
        }
    }

    private mutating func check(_ entry: MarkedNode.Entry, is field: Field) {
        if entry.value.isEmpty {
            if field.isRequired {
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
            for entry in entries where !DuplicateKey.isSetAside(entry.key) { check(entry.value, is: element, key: entry.key) }
        case .citation:
            checkCitation(node, key: key)
        default:
            guard let text = words(node, key: key) else { return }
            checkScalar(text, is: shape, key: key, at: node.mark)
        }
    }

    private mutating func checkList(_ node: MarkedNode, of element: Shape, atLeast minimum: Int, key: String) {
        guard case .sequence(let elements) = node.content else {
            diagnostics.append(WrongType.finding("“\(key)”", expected: "列表（每项以“- ”开头，或写成[甲, 乙]）", found: node, file))
            return
        }
        if elements.count < minimum {
            diagnostics.append(MissingKey.tooFew(key, minimum, at: node.mark, file))
        }
        for child in elements { check(child, is: element, key: key) }
    }

    private mutating func checkCitation(_ node: MarkedNode, key: String) {
        if case .mapping = node.content {
            check(node, is: RecordShape.citation)
            guard let law = node["法规"]?.text, let articles = node["条款"] else { return }
            for article in articles.text == nil ? articles.elements : [articles] {
                for cited in article.text.map(Citation.articles) ?? [] { note(article: cited, of: law, at: article.mark) }
            }
        } else if let text = words(node, key: key) {
            let citation = Citation(text)
            references.append(Reference(kind: .law, name: citation.law, mark: node.mark))
            for article in citation.articles { note(article: article, of: citation.law, at: node.mark) }
        }
    }

    private mutating func note(article: String, of law: String, at mark: MarkedNode.Mark) {
        articles.append(ArticleReference(law: law, article: article, mark: mark))
    }

    /// The words of a scalar; anything else is a finding.
    private mutating func words(_ node: MarkedNode, key: String) -> String? {
        if let text = node.text { return text }
        diagnostics.append(WrongType.finding("“\(key)”", expected: "文字", found: node, file))
        return nil
    }

    private mutating func checkScalar(_ text: String, is shape: Shape, key: String, at mark: MarkedNode.Mark) {
        let place = mark.location(in: file)
        switch shape {
        case .yesNo:
            if text != "是" && text != "否" { diagnostics.append(WrongType.yesNo(key, text, at: place)) }
        case .integer(let range):
            if Int(text).map(range.contains) != true { diagnostics.append(WrongType.integer(key, text, range, at: place)) }
        case .date:
            if CalendarDate(text) == nil { diagnostics.append(UnreadableDate.noSuchDay(text, at: place)) }
        case .timeLimit:
            if TimeLimit(text) == nil { diagnostics.append(UnreadableTimeLimit.unreadable(text, at: place)) }
        case .code:
            diagnostics += WrongCheckCharacter.findings(text, at: place)
        case .phone:
            if !Telephone.isComplete(text) { diagnostics.append(IncompletePhone.unreadable(text, at: place)) }
        case .url:
            if !WebAddress.isAbsolute(text) { diagnostics.append(WrongType.url(key, text, at: place)) }
        case .colour:
            if Colour(text) == nil { diagnostics.append(WrongType.colour(key, text, at: place)) }
        case .choice(let list):
            if !list.values.contains(text) { diagnostics.append(UnknownValue.finding(text, list, at: place)) }
        case .reference(let kind):
            references.append(Reference(kind: kind, name: text, mark: mark))
        case .text, .paragraphs, .list, .oneOrMore, .textOrRecord, .record, .mapping, .citation:
            break
        }
    }
}
