internal import Diagnostics

/// One file of the tree as it was read: its text, its marked nodes and what its shape says.
package struct GuideFile: Sendable {
    package let kind: FileKind
    /// The file's name without extension, by which others refer to it.
    package let stem: String
    /// The path as messages show it.
    package let path: String
    /// Tells this reading of the file from every other: what was made from it need not be made again.
    package let revision = Revision.next()
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
        let content = Content(text, kind, path).mended(text, kind, path)
        root = content.root?.isMapping == true ? content.root : nil
        references = content.check?.references ?? []
        articles = content.check?.articles ?? []
        diagnostics = content.diagnostics + LookAlikeCharacter.findings(in: text, file: path)
    }
}

/// What one reading of a text found in it.
private struct Content {
    var root: MarkedNode?
    var check: ShapeCheck?
    var diagnostics: [Diagnostic]

    init(_ text: String, _ kind: FileKind, _ path: String) {
        let read = YAMLReading.read(text, file: path)
        root = read.root
        check = read.root.map { ShapeCheck($0, is: kind.shape, kind: kind, file: path) }
        diagnostics = read.diagnostics + (check?.diagnostics ?? [])
    }

    /// The rules whose findings a slip in YAML's signs may be behind.
    private static let symptoms: Set<String> = [
        YAMLSyntax.name, UnknownKey.name, MissingKey.name, WrongType.name, UnknownValue.name,
    ]

    /// The same, or what the text means without the slips of the pen in it, where there are some that explain what is
    /// wrong.
    consuming func mended(_ text: String, _ kind: FileKind, _ path: String) -> Content {
        guard diagnostics.contains(where: { Content.symptoms.contains($0.rule) }) else { return self }
        let slips = SlipScan(text, file: path)
        guard !slips.diagnostics.isEmpty else { return withIndentation(text, path) }
        let read = YAMLReading.read(slips.text, file: path)
        guard let root = read.root?.moved(slips.original) else {
            // The slips explain why it cannot be read, but perhaps not all of it; the rest shows when they are mended.
            if self.root == nil { diagnostics = slips.diagnostics }
            return self
        }
        let check = ShapeCheck(root, is: kind.shape, kind: kind, file: path)
        // A slip that explains nothing is none: `名称：甲` may also stand in a sentence.
        if let old = self.check {
            let isBetter =
                check.knownKeys == old.knownKeys
                ? check.diagnostics.count < old.diagnostics.count : check.knownKeys > old.knownKeys
            guard isBetter else { return self }
        }
        self.root = root
        self.check = check
        let repeated = read.diagnostics.map { $0.moved(slips.original) }
        diagnostics = slips.diagnostics + repeated + check.diagnostics
        return self
    }

    /// A line that stands in the wrong column, said as that.
    private consuming func withIndentation(_ text: String, _ path: String) -> Content {
        diagnostics = diagnostics.map { diagnostic in
            guard diagnostic.rule == YAMLSyntax.name, diagnostic.location.line > 0 else { return diagnostic }
            return IndentationCheck.finding(line: diagnostic.location.line, in: text, file: path) ?? diagnostic
        }
        return self
    }
}

extension MarkedNode {
    /// The same tree with every mark put where `place` says.
    func moved(_ place: (Mark) -> Mark) -> MarkedNode {
        let content: Content =
            switch content {
            case .scalar: content
            case .sequence(let elements): .sequence(elements.map { $0.moved(place) })
            case .mapping(let entries):
                .mapping(entries.map { Entry(key: $0.key, keyMark: place($0.keyMark), value: $0.value.moved(place)) })
            }
        return MarkedNode(content, at: place(mark), isQuoted: isQuoted)
    }
}

extension Diagnostic {
    fileprivate func moved(_ place: (MarkedNode.Mark) -> MarkedNode.Mark) -> Diagnostic {
        func moved(_ location: SourceLocation) -> SourceLocation {
            guard location.line > 0 else { return location }
            return place(MarkedNode.Mark(line: location.line, column: location.column)).location(in: location.file)
        }
        return Diagnostic(
            rule: rule, severity: severity, message: message, at: moved(location),
            notes: notes.map { Note($0.message, at: moved($0.location)) })
    }
}
