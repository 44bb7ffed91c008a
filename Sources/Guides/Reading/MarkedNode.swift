package import Diagnostics

/// A YAML node with the place where it stands in its file.
///
/// Scalars keep the words exactly as written: YAML 1.1 would make `010` a number and `no` a truth value, but a
/// telephone number is neither.
package struct MarkedNode: Sendable {
    package enum Content: Sendable {
        case scalar(String)
        case sequence([MarkedNode])
        case mapping([Entry])
    }

    /// One `key: value` pair of a mapping, in file order.
    package struct Entry: Sendable {
        package let key: String
        package let keyMark: Mark
        package let value: MarkedNode
    }

    /// Line and column from 1; the column counts Unicode scalars.
    package struct Mark: Sendable, Hashable, Comparable {
        package let line: Int32
        package let column: Int32

        package init(line: Int, column: Int) {
            self.line = Int32(clamping: line)
            self.column = Int32(clamping: column)
        }

        package static func < (left: Mark, right: Mark) -> Bool {
            (left.line, left.column) < (right.line, right.column)
        }

        /// The same mark as a place in `file`.
        package func location(in file: String) -> SourceLocation {
            SourceLocation(file: file, line: Int(line), column: Int(column))
        }
    }

    package let content: Content
    package let mark: Mark
    /// Whether a scalar stood in quotes or in a block, so that its punctuation is certainly meant.
    package let isQuoted: Bool

    package init(_ content: Content, at mark: Mark, isQuoted: Bool = false) {
        self.content = content
        self.mark = mark
        self.isQuoted = isQuoted
    }
}

extension MarkedNode {
    /// The words of a scalar; nil for lists, mappings and empty scalars.
    package var text: String? {
        guard case .scalar(let text) = content, !text.isEmpty else { return nil }
        return text
    }

    /// The elements of a list; nothing for other nodes.
    package var elements: [MarkedNode] {
        guard case .sequence(let elements) = content else { return [] }
        return elements
    }

    /// The pairs of a mapping; nothing for other nodes.
    package var entries: [Entry] {
        guard case .mapping(let entries) = content else { return [] }
        return entries
    }

    /// The line on which the last node in it begins.
    var lastLine: Int {
        switch content {
        case .scalar: Int(mark.line)
        case .sequence(let elements): elements.last?.lastLine ?? Int(mark.line)
        case .mapping(let entries): entries.last?.value.lastLine ?? Int(mark.line)
        }
    }

    /// Whether nothing was written: `键:` with no value.
    package var isEmpty: Bool {
        switch content {
        case .scalar(let text): text.isEmpty
        case .sequence, .mapping: false
        }
    }

    package var isMapping: Bool {
        if case .mapping = content { true } else { false }
    }

    /// The value under `key` of a mapping.
    package subscript(key: String) -> MarkedNode? {
        guard case .mapping(let entries) = content else { return nil }
        var key = key
        return key.withUTF8 { bytes in
            for index in entries.indices
            where entries[index].key.utf8.count == bytes.count && entries[index].key.hasBytes(bytes) {
                return entries[index].value
            }
            return nil
        }
    }

    /// What kind of node it is, as messages say it.
    package var kindName: String {
        switch content {
        case .scalar: "文字"
        case .sequence: "列表"
        case .mapping: "一组“键: 值”"
        }
    }
}
