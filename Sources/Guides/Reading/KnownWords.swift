/// The words that guide files are made of: keys and the standards' values, found by their bytes and made once.
///
/// A tree of thousands of files has millions of them; Swift would allocate each longer than five characters, and hash and
/// compare it by its Unicode normal form.
struct KnownWords: Sendable {
    static let shared = KnownWords(
        KeyIndex.shared.keys.sorted()
            + FileKind.allCases.flatMap { $0.shape.fixedWords(besides: []) })

    private let words: [String]
    /// Indices into `words`, or -1; a power of two, at most half full.
    private let slots: [Int32]

    init(_ list: [String]) {
        var words: [String] = []
        var slots = [Int32](repeating: -1, count: KnownWords.size(for: list.count))
        for word in list {
            var slot = KnownWords.hash(word.utf8) & (slots.count - 1)
            while slots[slot] >= 0, words[Int(slots[slot])] != word { slot = (slot + 1) & (slots.count - 1) }
            guard slots[slot] < 0 else { continue }
            slots[slot] = Int32(words.count)
            words.append(word)
        }
        self.words = words
        self.slots = slots
    }

    private static func size(for count: Int) -> Int {
        var size = 64
        while size < count * 2 { size *= 2 }
        return size
    }

    /// FNV-1a.
    private static func hash(_ bytes: some Sequence<UInt8>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return Int(hash ^ hash >> 15)
    }

    /// The known word of these bytes.
    func word(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard bytes.count <= 48 else { return nil }
        var slot = KnownWords.hash(bytes) & (slots.count - 1)
        while slots[slot] >= 0 {
            let word = words[Int(slots[slot])]
            if word.utf8.count == bytes.count, word.hasBytes(bytes) { return word }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }
}

extension RecordShape {
    /// The values that may stand under its keys and under those of the records in it.
    fileprivate func fixedWords(besides outer: [String]) -> [String] {
        guard !outer.contains(name) else { return [] }
        return fields.flatMap { field -> [String] in
            field.shape.values + (field.shape.record?.fixedWords(besides: outer + [name]) ?? [])
        }
    }
}

extension Shape {
    fileprivate var values: [String] {
        switch self {
        case .choice(let list): list.values
        case .list(let element, _), .oneOrMore(let element): element.values
        default: []
        }
    }
}
