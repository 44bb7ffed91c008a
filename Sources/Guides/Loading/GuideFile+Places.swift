package import Diagnostics

extension GuideFile {
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
            guard let next = node.child(step) else { break }
            node = next
        }
        return node.mark.location(in: self.path)
    }

    /// The words at the end of `path`; nil where there are none.
    func text(_ path: PathStep...) -> String? {
        var node = root
        for step in path { node = node?.child(step) }
        return node?.text
    }

    /// The value at the end of `path`, where it was written so that it can be read.
    func date(_ path: PathStep...) -> (value: CalendarDate, place: SourceLocation)? {
        var node = root
        for step in path { node = node?.child(step) }
        guard let node, let date = node.text.flatMap({ CalendarDate($0) }) else { return nil }
        return (date, node.mark.location(in: self.path))
    }

    /// The place of the first value under a key in which a character stands; of the key or the file where none does.
    package func place(of character: Character, under key: String) -> SourceLocation {
        guard let node = root?[key] else { return SourceLocation(file: path) }
        return (node.first { $0.contains(character) } ?? node).mark.location(in: path)
    }

    /// Whether all words and keys that stand under a key of the file, at any depth, are as asked.
    package func allWords(under key: String, are isSo: (String) -> Bool) -> Bool {
        root?[key]?.first { !isSo($0) } == nil
    }

    /// Whether something was written under the key.
    func has(_ key: String) -> Bool {
        root?[key].map { !$0.isEmpty } ?? false
    }
}

extension MarkedNode {
    /// The first scalar below, or this one, whose text is as asked; keys are none.
    fileprivate func first(where isWanted: (String) -> Bool) -> MarkedNode? {
        if let text { return isWanted(text) ? self : nil }
        for child in elements {
            if let found = child.first(where: isWanted) { return found }
        }
        for entry in entries {
            if let found = entry.value.first(where: isWanted) { return found }
            if isWanted(entry.key) { return MarkedNode(.scalar(entry.key), at: entry.keyMark) }
        }
        return nil
    }

    fileprivate func child(_ step: GuideFile.PathStep) -> MarkedNode? {
        switch step {
        case .key(let key): self[key]
        case .index(let index): elements.indices.contains(index) ? elements[index] : nil
        case .record(let index): elements.lazy.filter(\.isMapping).dropFirst(index).first
        }
    }
}
