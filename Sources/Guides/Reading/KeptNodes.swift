/// What somebody looks at of a file itself when all files are read: the value under a key, or under a key in it, such as
/// `核对.日期`; of a list, in each of its elements.
package struct KeptKey: Sendable, ExpressibleByStringLiteral {
    let path: [String]
    /// Only where the value stands is asked for, not what it is.
    let isPlaceOnly: Bool

    package init(stringLiteral path: String) { self.init(path, isPlaceOnly: false) }

    private init(_ path: String, isPlaceOnly: Bool) {
        self.path = path.split(separator: ".").map { String($0) }
        self.isPlaceOnly = isPlaceOnly
    }

    package static func place(of path: String) -> KeptKey { KeptKey(path, isPlaceOnly: true) }
}

/// The nodes of a file that are kept when the rest is let go.
struct KeptNodes: Sendable {
    private enum Part: Sendable {
        case place
        case inside(KeptNodes)
        case whole
    }

    private var parts: [ByteKey: Part] = [:]

    init(_ keys: [KeptKey]) {
        for key in keys { keep(key.path[...], isPlaceOnly: key.isPlaceOnly) }
    }

    /// Whoever asks for more gets more: of one key the whole outweighs its parts, and those its place.
    private mutating func keep(_ path: ArraySlice<String>, isPlaceOnly: Bool) {
        guard let first = path.first else { return }
        let key = ByteKey(first)
        let rest = path.dropFirst()
        switch parts[key] {
        case .whole: break
        case .inside(var inner):
            if !rest.isEmpty {
                inner.keep(rest, isPlaceOnly: isPlaceOnly)
                parts[key] = .inside(inner)
            } else if !isPlaceOnly {
                parts[key] = .whole
            }
        case .place, nil:
            if rest.isEmpty {
                parts[key] = isPlaceOnly ? .place : .whole
            } else {
                var inner = KeptNodes([])
                inner.keep(rest, isPlaceOnly: isPlaceOnly)
                parts[key] = .inside(inner)
            }
        }
    }

    /// The same mapping, or list of mappings, with what is kept of it and nothing else.
    func of(_ node: MarkedNode) -> MarkedNode {
        switch node.content {
        case .scalar: return node
        case .sequence(let elements): return MarkedNode(.sequence(elements.map { of($0) }), at: node.mark)
        case .mapping(let entries):
            let kept = entries.compactMap { entry -> MarkedNode.Entry? in
                guard let part = parts[ByteKey(entry.key)] else { return nil }
                let value =
                    switch part {
                    case .whole: entry.value
                    case .inside(let inner): inner.of(entry.value)
                    case .place: MarkedNode(.scalar(""), at: entry.value.mark)
                    }
                return MarkedNode.Entry(key: entry.key, keyMark: entry.keyMark, value: value)
            }
            return MarkedNode(.mapping(kept), at: node.mark)
        }
    }
}
