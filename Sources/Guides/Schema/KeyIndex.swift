/// Every key of every kind of file and where it belongs: so that a key in the wrong place can be sent to the right one.
struct KeyIndex: Sendable {
    /// One place where a key may stand.
    struct Home: Sendable, Hashable {
        let kind: FileKind
        /// The keys on the way from the file's top, outermost first; empty for keys of the file itself.
        let path: [String]
        /// The record that has the key.
        let record: String
    }

    static let shared = KeyIndex()

    /// Where each key may stand, in the order of kinds and shapes.
    let homes: [String: [Home]]

    private init() {
        var homes: [String: [Home]] = [:]
        for kind in FileKind.allCases {
            func walk(_ shape: RecordShape, _ path: [String]) {
                for field in shape.fields {
                    let home = Home(kind: kind, path: path, record: shape.name)
                    if homes[field.key]?.contains(home) != true { homes[field.key, default: []].append(home) }
                    if let inner = field.shape.record { walk(inner, path + [field.key]) }
                }
            }
            walk(kind.shape, [])
        }
        self.homes = homes
    }

    var keys: Dictionary<String, [Home]>.Keys { homes.keys }

    func isKey(_ text: some StringProtocol) -> Bool { homes[String(text)] != nil }
}

extension Shape {
    /// The record that stands under a key of this shape, directly or as a list's element.
    package var record: RecordShape? {
        switch self {
        case .record(let record), .textOrRecord(let record): record
        case .list(let element, _), .oneOrMore(let element): element.record
        case .citation: .citation
        default: nil
        }
    }
}
