package import Diagnostics

/// One file of the tree as it was read: its text, its marked nodes, what its shape says and what it means.
///
/// A class, and nothing in it changes: rules hand files around by the thousand, and of a value with so many fields each
/// would be counted.
package final class GuideFile: Sendable {
    package let kind: FileKind
    /// The file's name without extension, by which others refer to it.
    package let stem: String
    /// The path as messages show it.
    package let path: String
    /// Tells this reading of the file from every other: what was made from it need not be made again.
    package let revision = Revision.next()
    /// Empty in a file that was condensed.
    package let text: String
    /// Nil where the text is no YAML mapping.
    let root: MarkedNode?
    /// Nil where there is nothing to make it from, or where it was let go.
    let model: GuideModel?
    package var item: Item? { model?.guide?.item }
    package var roadmap: Roadmap? { model?.guide?.roadmap }
    /// What is wrong with the file by itself.
    let diagnostics: [Diagnostic]
    let references: [ShapeCheck.Reference]
    let articles: [ShapeCheck.ArticleReference]
    /// The codes of a file that was not read without errors, as its bytes have them, see `claimedCodes`.
    let salvagedCodes: [ShortCode]
    /// Whether a part of what it says was guessed, because a bracket, say, is never closed: what others ask of the file
    /// may be in it nonetheless.
    let isGuessed: Bool

    /// Reads a file's bytes; whatever is wrong with them becomes a diagnostic.
    ///
    /// - Parameter isForShowing: Whether pages may be made of it; what only they need is left out otherwise.
    package convenience init(
        kind: FileKind, stem: String, path: String, bytes: [UInt8], isForShowing: Bool = true
    ) {
        let decoded = TextDecoding.surveyed(bytes, file: path)
        guard decoded.diagnostics.isEmpty else {
            self.init(
                kind, stem, path, text: decoded.text, diagnostics: FileName.findings(path) + decoded.diagnostics,
                salvagedCodes: ClaimedCodes.salvaged(from: bytes, kind))
            return
        }
        let scan = TextScan(decoded.text, file: path)
        var content = Content(decoded.text, isSurveyed: decoded.isPlain, kind, path).mended(decoded.text, kind, path)
        content.explain(scan.hashes, in: decoded.text, path)
        let root = content.root?.isMapping == true ? content.root : nil
        let isGuessed = !content.guesses.isEmpty
        let unfilled = UnfilledTemplate.findings(scan.marks, file: path)
        let read = GuideFile(
            kind, stem, path, text: decoded.text, root: root,
            model: root.flatMap { GuideModel(kind, stem: stem, $0, isForShowing: isForShowing) },
            diagnostics: FileName.findings(path) + content.diagnostics + content.remaining(scan.diagnostics) + unfilled,
            references: content.check?.references ?? [], articles: content.check?.articles ?? [])
        self.init(
            kind, stem, path, text: read.text, root: root, model: read.model,
            // What a half-filled or half-read file says is not worth holding against itself.
            diagnostics: read.diagnostics + (unfilled.isEmpty && !isGuessed ? Checker.check(read) : []),
            references: read.references, articles: read.articles,
            salvagedCodes: read.diagnostics.hasErrors ? ClaimedCodes.salvaged(from: bytes, kind) : [],
            isGuessed: isGuessed)
    }

    /// A file that could not be opened, and why.
    package convenience init(kind: FileKind, stem: String, path: String, unreadable: Diagnostic) {
        self.init(kind, stem, path, text: "", diagnostics: [unreadable])
    }

    private init(
        _ kind: FileKind, _ stem: String, _ path: String, text: String, root: MarkedNode? = nil,
        model: GuideModel? = nil, diagnostics: [Diagnostic], references: [ShapeCheck.Reference] = [],
        articles: [ShapeCheck.ArticleReference] = [], salvagedCodes: [ShortCode] = [], isGuessed: Bool = false
    ) {
        self.kind = kind
        self.stem = stem
        self.path = path
        self.text = text
        self.root = root
        self.model = model
        self.diagnostics = diagnostics
        self.references = references
        self.articles = articles
        self.salvagedCodes = salvagedCodes
        self.isGuessed = isGuessed
    }

    /// Whether others can ask the file what it says: it was read, and nothing of it was guessed.
    var isLegible: Bool { root != nil && !isGuessed }

    /// The same file with only what is asked for when all files are read: a tree of thousands of files need not fit the
    /// memory whole.
    ///
    /// - Parameter keepsModel: Whether a guidebook will be made of it. What rules ask of other files' models stays anyway.
    package func condensed(keepsModel: Bool) -> GuideFile {
        let needsModel = keepsModel || kind.traits.isAskedFor
        return GuideFile(
            kind, stem, path, text: "",
            root: kind == .calendar ? root : root.map { Checker.kept.of($0) },
            model: needsModel ? model : nil, diagnostics: diagnostics, references: references.fitting,
            articles: articles.fitting, salvagedCodes: salvagedCodes, isGuessed: isGuessed)
    }
}

extension Array {
    /// The same elements without the room for more that appending leaves behind.
    fileprivate var fitting: [Element] { withUnsafeBufferPointer { Array($0) } }
}

/// What one reading of a text found in it.
private struct Content {
    var root: MarkedNode?
    var check: ShapeCheck?
    var diagnostics: [Diagnostic]
    /// The lines that were mended by a guess.
    var guesses: [ClosedRange<Int>] = []

    init(_ text: String, isSurveyed: Bool, _ kind: FileKind, _ path: String) {
        let read = YAMLReading.read(text, isSurveyed: isSurveyed, file: path)
        root = read.root
        check = read.root.map { ShapeCheck($0, is: kind.shape, kind: kind, file: path) }
        diagnostics = read.diagnostics + (check?.diagnostics ?? [])
        diagnostics += MergedParagraphs.findings(check?.unbroken ?? [], in: text, file: path)
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
        let check = ShapeCheck(root, is: kind.shape, kind: kind, file: path, guesses: slips.guesses)
        // A slip that explains nothing is none: `名称：甲` may also stand in a sentence.
        if let old = self.check {
            let isBetter =
                check.knownKeys == old.knownKeys
                ? check.diagnostics.count < old.diagnostics.count : check.knownKeys > old.knownKeys
            guard isBetter else { return self }
        }
        guesses = slips.guesses
        // Of a guess in which nothing is known, only the slip is certain.
        guard guesses.isEmpty || check.knownKeys > 0 else {
            (self.root, self.check, diagnostics) = (nil, nil, slips.diagnostics)
            return self
        }
        self.root = root
        self.check = check
        let repeated = read.diagnostics.map { $0.moved(slips.original) }
        diagnostics = slips.diagnostics + repeated + check.diagnostics
        diagnostics += MergedParagraphs.findings(check.unbroken, in: text, file: path)
        return self
    }

    /// What the scan of the characters found, less the wide spaces that were said already as slips of the pen.
    func remaining(_ found: [Diagnostic]) -> [Diagnostic] {
        guard found.contains(where: { $0.rule == OddSpace.name }) else { return found }
        let lines = Set(diagnostics.filter { $0.rule == FullWidthPunctuation.name }.map(\.location.line))
        return found.filter { $0.rule != OddSpace.name || !lines.contains($0.location.line) }
    }

    /// Says of each `#` that swallows a part of a value, or the whole of it.
    mutating func explain(_ hashes: [TextScan.Place], in text: String, _ path: String) {
        guard let root, !hashes.isEmpty else { return }
        let lines = Set(hashes.map(\.line))
        // Where the syntax is wrong, that has been said already, with the way out.
        var empty = Set(diagnostics.lazy.filter { $0.rule == YAMLSyntax.name }.map(\.location.line))
        diagnostics = diagnostics.map { diagnostic in
            guard diagnostic.rule == MissingKey.name, lines.contains(diagnostic.location.line),
                let explained = MissingKey.commentedValue(instead: diagnostic)
            else { return diagnostic }
            empty.insert(diagnostic.location.line)
            return explained
        }
        diagnostics += SwallowedText.findings(
            hashes.filter { !empty.contains($0.line) }, in: root, text: text, file: path)
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
