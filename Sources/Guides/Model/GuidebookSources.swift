/// From which readings of files a guidebook was made: by revisions it is known what cannot have changed.
package struct GuidebookSources: Sendable {
    private var revisions: [FileKind: [String: Int]] = [:]
    private var id = Revision.next()
    /// The one that it was made from, and what changed since.
    private var origin: (id: Int, changed: [Source])?

    /// One file by kind and stem.
    package struct Source: Sendable, Hashable {
        package let kind: FileKind
        package let stem: String

        package init(kind: FileKind, stem: String) {
            self.kind = kind
            self.stem = stem
        }
    }

    init(_ tree: GuideTree) {
        for file in tree.everyFile { revisions[file.kind, default: [:]][file.stem] = file.revision }
    }

    func replacing(_ changed: [GuideFile]) -> GuidebookSources {
        var sources = self
        sources.origin = (id, changed.map { Source(kind: $0.kind, stem: $0.stem) })
        sources.id = Revision.next()
        for file in changed { sources.revisions[file.kind, default: [:]][file.stem] = file.revision }
        return sources
    }

    /// What was read anew since an older guidebook of the same files; nil where that is not known.
    package func changes(since older: GuidebookSources) -> [Source]? {
        if id == older.id { return [] }
        guard let origin, origin.id == older.id else { return nil }
        return origin.changed
    }

    /// The reading of one file; 0 where there is none.
    package func revision(_ kind: FileKind, _ stem: String) -> Int { revisions[kind]?[stem] ?? 0 }

    /// A number that is another one as soon as any file of the kind was read anew, came or went.
    package func digest(of kind: FileKind) -> UInt64 {
        (revisions[kind] ?? [:]).values.reduce(0) { $0 &+ InputDigest(UInt64(bitPattern: Int64($1))).value }
    }
}

/// Mixes numbers into one that differs as soon as one of them does.
package struct InputDigest: Sendable, Hashable {
    package private(set) var value: UInt64

    package init(_ seed: UInt64 = 0) {
        value = 0x9E37_79B9_7F4A_7C15
        add(seed)
    }

    /// splitmix64's last step: every bit of what goes in moves half of the bits that come out.
    package mutating func add(_ number: UInt64) {
        var mixed = (value ^ number) &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ mixed &>> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed &>> 27) &* 0x94D0_49BB_1331_11EB
        value = mixed ^ mixed &>> 31
    }

    package mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

    package mutating func add(_ text: String) {
        for byte in text.utf8 { add(UInt64(byte)) }
        add(UInt64(0x100))
    }
}
