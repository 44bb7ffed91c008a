package import Diagnostics
internal import Yams

/// Reads the text of one file into a tree of marked nodes.
package enum YAMLReading {
    /// The most nodes that one file may have; a long guide has about a thousand.
    static let nodeLimit = 100_000
    /// The deepest nesting; the deepest guide has six levels.
    static let depthLimit = 64
    /// The most keys that one mapping may have; the largest record has some eighty.
    static let keyLimit = 1000
    /// The most aliases that are worth resolving only to say where they stand: eight could stand for some twenty nodes
    /// each, hundreds for more than the memory holds.
    private static let aliasLimit = 8
    /// Of how many lost signs one file is told.
    static let lostSignLimit = 20
    /// How often one file may repeat a key before reading gives up on it.
    private static let repeatedKeyLimit = 20

    /// The tree, as far as the text could be read, and what was wrong with it.
    ///
    /// A repeated key does not end the reading: it is reported, set aside, and the rest is read, so that one slip does
    /// not hide the others.
    package static func read(_ text: String, file: String) -> (root: MarkedNode?, diagnostics: [Diagnostic]) {
        read(text, isSurveyed: false, file: file)
    }

    /// - Parameter isSurveyed: Whether it is known that `ByteSurvey` finds nothing in the text.
    static func read(
        _ text: String, isSurveyed: Bool, file: String
    ) -> (root: MarkedNode?, diagnostics: [Diagnostic]) {
        if let root = PlainYAML.read(text, isSurveyed: isSurveyed) { return (root, []) }
        return readWithYams(text, file: file)
    }

    /// The same by way of libyaml, which knows all of YAML and says what is wrong with the rest.
    static func readWithYams(_ text: String, file: String) -> (root: MarkedNode?, diagnostics: [Diagnostic]) {
        let conflicts = MergeConflict.findings(in: text, file: file)
        if !conflicts.isEmpty { return (nil, conflicts) }
        if let refusal = refusal(of: text, file: file) { return (nil, [refusal]) }
        var diagnostics: [Diagnostic] = []
        var text = text
        for _ in 0..<repeatedKeyLimit {
            do {
                // The basic resolver leaves all scalars words; the default one tries regular expressions on each.
                guard let node = try Yams.compose(yaml: text, .basic) else {
                    return (nil, diagnostics + [YAMLSyntax.emptyFile(file)])
                }
                var converter = NodeConverter(file: file, text: text)
                let root = converter.convert(node)
                converter.finish()
                // `---` and nothing behind it.
                if root.isEmpty, !root.isQuoted, converter.diagnostics.isEmpty {
                    return (nil, diagnostics + [YAMLSyntax.emptyFile(file)])
                }
                return (converter.diagnostics.isEmpty ? root : nil, diagnostics + converter.diagnostics)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let mark = MarkedNode.Mark(line: context.mark.line, column: context.mark.column)
                guard let repeated = RepeatedKey(among: keys, in: text, at: mark, count: diagnostics.count) else {
                    return (nil, diagnostics + [DuplicateKey.finding(keys.first ?? "", at: mark, first: nil, file)])
                }
                diagnostics.append(
                    DuplicateKey.finding(repeated.key, at: repeated.second, first: repeated.first, file))
                text = repeated.textWithoutSecond
            } catch let error as YamlError {
                return (nil, diagnostics + [YAMLSyntax.finding(error, text: text, file: file)])
            } catch {
                return (nil, diagnostics + [YAMLSyntax.unreadable(file)])
            }
        }
        return (nil, diagnostics)
    }

    /// Why a text is not even parsed: it would become too many nodes, or its aliases might stand for too many, or a tag or an
    /// anchor that nothing refers to would swallow a word.
    private static func refusal(of text: String, file: String) -> Diagnostic? {
        var text = text
        return text.withUTF8 { bytes -> Diagnostic? in
            var (separators, anchors, aliases) = (0, 0, 0)
            var (firstAlias, firstAnchor) = (0, Int?.none)
            var before = UInt8(ascii: "\n")
            func mark(of index: Int) -> MarkedNode.Mark {
                let head = bytes[..<index]
                let line = head.count { $0 == UInt8(ascii: "\n") } + 1
                let start = head.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
                return MarkedNode.Mark(line: line, column: bytes[start..<index].count { $0 & 0xC0 != 0x80 } + 1)
            }
            for (index, byte) in bytes.enumerated() {
                switch byte {
                case UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"): separators += 1
                case UInt8(ascii: "&") where startsToken(before):
                    anchors += 1
                    if firstAnchor == nil, startsValue(bytes[..<index]) { firstAnchor = index }
                case UInt8(ascii: "*") where startsToken(before):
                    if aliases == 0 { firstAlias = index }
                    aliases += 1
                // `名称: !abc 甲` is 甲 to YAML.
                case UInt8(ascii: "!") where startsValue(bytes[..<index]):
                    return YAMLSyntax.forbiddenStart("!", at: mark(of: index).location(in: file))
                default: break
                }
                before = byte
            }
            if separators > nodeLimit { return YAMLSyntax.tooManyNodes(file) }
            // `名称: &abc 甲` is 甲 to YAML.
            if aliases == 0, let firstAnchor {
                return YAMLSyntax.forbiddenStart("&", at: mark(of: firstAnchor).location(in: file))
            }
            guard anchors > 0, aliases > aliasLimit else { return nil }
            return AliasUsed.finding(at: mark(of: firstAlias), file)
        }
    }

    /// Whether a key's colon or a list's dash at the start of its line stands before the end, with a space behind it.
    private static func startsValue(_ head: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard head.last == UInt8(ascii: " ") else { return false }
        let line = head.suffix(from: head.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? head.startIndex)
        guard let sign = line.last(where: { $0 != UInt8(ascii: " ") }) else { return false }
        // Of keys only those that are one word: a sentence in a block may have a colon too.
        let words = line.split(separator: UInt8(ascii: " ")).filter { !$0.elementsEqual([UInt8(ascii: "-")]) }
        if sign == UInt8(ascii: "-") { return words.isEmpty }
        return sign == UInt8(ascii: ":") && words.count == 1
    }

    private static func startsToken(_ before: UInt8) -> Bool {
        before <= 0x20 || [UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: "-")].contains(before)
    }
}

/// Turns Yams' nodes into ours, refusing what guide files have no use for.
private struct NodeConverter {
    let file: String
    private(set) var diagnostics: [Diagnostic] = []
    private var last = MarkedNode.Mark(line: 0, column: 0)
    private var count = 0
    private var depth = 0
    private var cursor: MarkCursor
    /// The nodes that have an anchor or a tag.
    private var lost: [Diagnostic] = []

    init(file: String, text: String) {
        self.file = file
        cursor = MarkCursor(text)
    }

    /// Tells of the signs that YAML leaves out of what it reads, unless something else is the cause: who uses an alias must
    /// be told of that, and not that its anchor is lost.
    mutating func finish() {
        if diagnostics.isEmpty { diagnostics = lost }
    }

    /// - Parameter isFirst: Whether it is the first in its collection, which may begin where that does.
    mutating func convert(_ node: Node, isFirst: Bool = false) -> MarkedNode {
        let mark = node.mark.map { MarkedNode.Mark(line: $0.line, column: $0.column) } ?? last
        let empty = MarkedNode(.scalar(""), at: mark)
        guard diagnostics.isEmpty else { return empty }
        count += 1
        depth += 1
        defer { depth -= 1 }
        // Yams replaces `*alias` by the node of its anchor, so in document order the marks then jump back, or stay.
        guard isFirst ? mark >= last : mark > last, count <= YAMLReading.nodeLimit, depth <= YAMLReading.depthLimit
        else {
            diagnostics.append(refusal(at: mark))
            return empty
        }
        last = mark
        noteSign(at: mark)
        switch node {
        case .scalar(let scalar):
            // The length first: comparing Chinese words with these would cost more than reading them.
            let isNull =
                scalar.style == .plain && scalar.string.utf8.count <= 4
                && ["~", "null", "Null", "NULL"].contains(scalar.string)
            return MarkedNode(.scalar(isNull ? "" : scalar.string), at: mark, isQuoted: scalar.style != .plain)
        case .sequence(let sequence):
            return MarkedNode(.sequence(sequence.enumerated().map { convert($1, isFirst: $0 == 0) }), at: mark)
        case .mapping(let mapping):
            guard mapping.count <= YAMLReading.keyLimit else {
                diagnostics.append(YAMLSyntax.tooManyKeys(at: mark, file))
                return empty
            }
            var entries: [MarkedNode.Entry] = []
            entries.reserveCapacity(mapping.count)
            for (key, value) in mapping {
                let marked = convert(key, isFirst: entries.isEmpty)
                guard case .scalar(let name) = marked.content else {
                    if diagnostics.isEmpty { diagnostics.append(YAMLSyntax.compoundKey(at: marked.mark, file)) }
                    return empty
                }
                entries.append(.init(key: name, keyMark: marked.mark, value: convert(value)))
            }
            return MarkedNode(.mapping(entries), at: mark)
        case .alias:
            diagnostics.append(AliasUsed.finding(at: mark, file))
            return empty
        }
    }

    /// Notes an anchor or a tag: `[&a 甲]` and `[!a 甲]` are 甲 to YAML.
    ///
    /// Nothing else begins with these signs: libyaml takes none of them for the start of a word.
    private mutating func noteSign(at mark: MarkedNode.Mark) {
        guard let sign = cursor.scalar(at: mark), sign == "&" || sign == "!", lost.count < YAMLReading.lostSignLimit
        else { return }
        let place = mark.location(in: file)
        // A mapping and its first key begin at one place.
        if lost.last?.location != place { lost.append(YAMLSyntax.forbiddenStart(Character(sign), at: place)) }
    }

    private func refusal(at mark: MarkedNode.Mark) -> Diagnostic {
        if count > YAMLReading.nodeLimit { return YAMLSyntax.tooManyNodes(file) }
        if depth > YAMLReading.depthLimit { return YAMLSyntax.tooDeep(at: mark, file) }
        return AliasUsed.finding(at: last, file)
    }
}
