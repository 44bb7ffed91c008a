/// The values of one mapping of a guide file, in the order of its shape.
///
/// A tree of thousands of items keeps one for each, so that it is packed: a few bytes say what stands where, short words
/// stand among them, and long ones are the strings that the typed model has too.
package struct GuideRecord: Sendable {
    private let packed: PackedValues
    /// Where the record begins among the bytes.
    private let start: Int

    /// Takes the values out of a mapping's node.
    ///
    /// - Parameter keeps: Which fields of the mapping itself are wanted.
    init(_ node: MarkedNode, _ shape: RecordShape, keeps: (Field) -> Bool = { _ in true }) {
        var packer = ValuePacker()
        packer.add(node, shape, keeps: keeps)
        packed = packer.packed
        start = 0
    }

    /// What a whole file says; nothing where it will not be shown.
    init(_ record: RecordReader, _ shape: RecordShape) {
        if record.isForShowing { self.init(record.node, shape) } else { self.init(PackedValues([], []), at: 0) }
    }

    fileprivate init(_ packed: PackedValues, at start: Int) {
        self.packed = packed
        self.start = start
    }

    /// The fields that were written, each with its value.
    ///
    /// - Parameter shape: The shape with which the record was made.
    package func fields(of shape: RecordShape) -> [(field: Field, value: GuideValue)] {
        var cursor = Cursor(packed, start)
        return (0..<cursor.count()).compactMap { _ in
            guard let place = cursor.nextByte(), shape.fields.indices.contains(Int(place)) else { return nil }
            let field = shape.fields[Int(place)]
            return cursor.value(field.shape).map { (field: field, value: $0) }
        }
    }

    /// 示例: the keys whose values its file calls samples.
    ///
    /// - Parameter shape: The shape with which the record was made.
    package func samples(of shape: RecordShape) -> Set<String> { Set(value("示例", of: shape)?.texts ?? []) }

    /// The value of one key; nil where it was not written.
    package func value(_ key: String, of shape: RecordShape) -> GuideValue? {
        fields(of: shape).first { $0.field.key.hasSameBytes(as: key) }?.value
    }
}

/// The bytes and words of a record and of everything in it.
private final class PackedValues: Sendable {
    let bytes: [UInt8]
    let words: [String]

    init(_ bytes: [UInt8], _ words: [String]) {
        self.bytes = bytes
        self.words = words
    }
}

/// What the first byte of a value says that it is.
private enum ValueTag: UInt8 {
    /// The number of a long text among the words.
    case word
    /// A length and so many bytes of UTF-8.
    case short
    /// The place of a value in its list, or 否 and 是 as 0 and 1.
    case choice
    case list, record, mapping
}

/// Packs the values of a file.
private struct ValuePacker {
    private var bytes: [UInt8] = []
    private var words: [String] = []

    /// Words of up to so many bytes cost less among the bytes than as a string.
    private static let longestShort = 15

    // Copied, so that what appending left behind is not kept.
    var packed: PackedValues {
        PackedValues(bytes.withUnsafeBufferPointer { Array($0) }, words.withUnsafeBufferPointer { Array($0) })
    }

    mutating func add(_ node: MarkedNode, _ shape: RecordShape, keeps: (Field) -> Bool = { _ in true }) {
        var found: [(place: UInt8, value: MarkedNode, shape: Shape)] = []
        var next = 0
        for entry in node.entries {
            guard let place = shape.index(of: entry.key, from: next), let number = UInt8(exactly: place),
                keeps(shape.fields[place]), ValuePacker.fits(entry.value, shape.fields[place].shape)
            else { continue }
            next = place + 1
            found.append((number, entry.value, shape.fields[place].shape))
        }
        found.sort { $0.place < $1.place }
        add(count: found.count)
        for (place, value, shape) in found {
            bytes.append(place)
            add(value, shape)
        }
    }

    /// Whether a node is of the kind that its shape asks for.
    private static func fits(_ node: MarkedNode, _ shape: Shape) -> Bool {
        switch (shape, node.content) {
        case (.list, .sequence), (.record, .mapping), (.textOrRecord, .mapping), (.citation, .mapping),
            (.mapping, .mapping):
            true
        case (.oneOrMore(let element), .sequence(let nodes)): nodes.allSatisfy { fits($0, element) }
        case (.oneOrMore(let element), _): fits(node, element)
        case (.list, _), (.record, _), (.mapping, _), (_, .sequence), (_, .mapping): false
        case (_, .scalar(let text)): !text.isEmpty
        }
    }

    private mutating func add(_ node: MarkedNode, _ shape: Shape) {
        switch (shape, node.content) {
        case (.list(let element, _), .sequence(let nodes)), (.oneOrMore(let element), .sequence(let nodes)):
            add(list: nodes.filter { ValuePacker.fits($0, element) }, of: element)
        case (.oneOrMore(let element), _): add(list: [node], of: element)
        case (_, .mapping(let entries)):
            if let record = shape.record {
                bytes.append(ValueTag.record.rawValue)
                add(node, record)
            } else {
                bytes.append(ValueTag.mapping.rawValue)
                let pairs = entries.compactMap { entry in entry.value.text.map { (entry.key, $0) } }
                add(count: pairs.count)
                for (key, value) in pairs {
                    add(key, .text)
                    add(value, .text)
                }
            }
        case (_, .scalar(let text)): add(text, shape)
        case (_, .sequence): add(list: [], of: shape)
        }
    }

    private mutating func add(list nodes: [MarkedNode], of element: Shape) {
        bytes.append(ValueTag.list.rawValue)
        add(count: nodes.count)
        for node in nodes { add(node, element) }
    }

    private mutating func add(_ text: String, _ shape: Shape) {
        if let values = shape.fewValues, let place = values.firstIndex(where: { $0.hasSameBytes(as: text) }),
            let number = UInt8(exactly: place)
        {
            bytes += [ValueTag.choice.rawValue, number]
        } else if text.utf8.count <= ValuePacker.longestShort {
            bytes += [ValueTag.short.rawValue, UInt8(text.utf8.count)]
            bytes += text.utf8
        } else {
            bytes.append(ValueTag.word.rawValue)
            add(count: words.count)
            words.append(text)
        }
    }

    /// Seven bits a byte, the lowest first; the highest bit says that more follow.
    private mutating func add(count: Int) {
        var rest = UInt(count)
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

/// Reads packed values one behind the other.
private struct Cursor {
    private let packed: PackedValues
    private var place: Int

    init(_ packed: PackedValues, _ place: Int) {
        self.packed = packed
        self.place = place
    }

    mutating func nextByte() -> UInt8? {
        guard place < packed.bytes.count else { return nil }
        defer { place += 1 }
        return packed.bytes[place]
    }

    mutating func count() -> Int {
        var (count, shift) = (UInt(0), UInt(0))
        while let byte = nextByte() {
            count |= UInt(byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 { break }
        }
        return Int(clamping: count)
    }

    mutating func value(_ shape: Shape) -> GuideValue? {
        guard let tag = nextByte().flatMap({ ValueTag(rawValue: $0) }) else { return nil }
        switch tag {
        case .word, .short, .choice: return text(tag, shape).map(GuideValue.text)
        case .list:
            let element = shape.element ?? shape
            return .list((0..<count()).compactMap { _ in value(element) })
        case .record:
            guard let inner = shape.record else { return nil }
            let record = GuideRecord(packed, at: place)
            skipRecord(inner)
            return .record(record)
        case .mapping:
            return .mapping(
                (0..<count()).compactMap { _ in
                    guard let key = value(.text)?.text, let value = value(.text)?.text else { return nil }
                    return GuideValue.Pair(key: key, value: value)
                })
        }
    }

    private mutating func text(_ tag: ValueTag, _ shape: Shape) -> String? {
        switch tag {
        case .word:
            let number = count()
            return packed.words.indices.contains(number) ? packed.words[number] : nil
        case .short:
            let length = Int(nextByte() ?? 0)
            defer { place += length }
            return String(decoding: packed.bytes[place..<min(place + length, packed.bytes.count)], as: UTF8.self)
        case .choice:
            guard let number = nextByte(), let values = shape.fewValues, values.indices.contains(Int(number)) else {
                return nil
            }
            return values[Int(number)]
        case .list, .record, .mapping: return nil
        }
    }

    private mutating func skipRecord(_ shape: RecordShape) {
        for _ in 0..<count() {
            guard let number = nextByte(), shape.fields.indices.contains(Int(number)) else { return }
            skip(shape.fields[Int(number)].shape)
        }
    }

    private mutating func skip(_ shape: Shape) {
        guard let tag = nextByte().flatMap({ ValueTag(rawValue: $0) }) else { return }
        switch tag {
        case .word: _ = count()
        case .short: place += Int(nextByte() ?? 0)
        case .choice: place += 1
        case .list: for _ in 0..<count() { skip(shape.element ?? shape) }
        case .record: if let inner = shape.record { skipRecord(inner) }
        case .mapping: for _ in 0..<(2 * count()) { skip(.text) }
        }
    }
}

extension Shape {
    /// The values of a shape that has few.
    fileprivate var fewValues: [String]? {
        switch self {
        case .choice(let list): list.values
        case .yesNo: ["否", "是"]
        default: nil
        }
    }

    /// What a list of this shape is made of.
    package var element: Shape? {
        switch self {
        case .list(let element, _), .oneOrMore(let element): element
        default: nil
        }
    }
}
