internal import Diagnostics

/// One file of the tree as it was read: its text, its marked nodes and what its shape says.
package struct GuideFile: Sendable {
    package let kind: FileKind
    /// The file's name without extension, by which others refer to it.
    package let stem: String
    /// The path as messages show it.
    package let path: String
    package let text: String
    /// Nil where the text is no YAML mapping.
    let root: MarkedNode?
    let diagnostics: [Diagnostic]
    let references: [ShapeCheck.Reference]
    let articles: [ShapeCheck.ArticleReference]

    /// Reads a file's bytes; whatever is wrong with them becomes a diagnostic.
    package init(kind: FileKind, stem: String, path: String, bytes: [UInt8]) {
        self.kind = kind
        self.stem = stem
        self.path = path
        let decoded = TextDecoding.decode(bytes, file: path)
        text = decoded.text
        guard decoded.diagnostics.isEmpty else {
            (root, references, articles, diagnostics) = (nil, [], [], decoded.diagnostics)
            return
        }
        let read = YAMLReading.read(text, file: path)
        guard let root = read.root else {
            (self.root, references, articles, diagnostics) = (nil, [], [], read.diagnostics)
            return
        }
        let check = ShapeCheck(root, is: kind.shape, file: path)
        if case .mapping = root.content { self.root = root } else { self.root = nil }
        references = check.references
        articles = check.articles
        diagnostics = read.diagnostics + check.diagnostics
    }

    /// A step from a node to one inside it.
    enum PathStep: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
        case key(String)
        case index(Int)
        /// The element of that index among those of a list that are records, as `RecordReader.records` counts them.
        case record(Int)

        init(stringLiteral key: String) { self = .key(key) }
        init(integerLiteral index: Int) { self = .index(index) }
    }

    /// The place of the value at the end of `path`, or of the deepest node on the way that exists.
    func place(_ path: PathStep...) -> SourceLocation {
        guard var node = root else { return SourceLocation(file: self.path) }
        for step in path {
            let next: MarkedNode? =
                switch step {
                case .key(let key): node[key]
                case .index(let index): node.elements.indices.contains(index) ? node.elements[index] : nil
                case .record(let index): node.elements.lazy.filter(\.isMapping).dropFirst(index).first
                }
            guard let next else { break }
            node = next
        }
        return node.mark.location(in: self.path)
    }
}
