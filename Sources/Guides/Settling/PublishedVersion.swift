/// The bytes of a file as they were last served, kept for a start on which the file is no longer good.
package struct PublishedVersion: Sendable {
    /// Where the file stands, whatever the folders are called: `guides/items/施工许可.yaml`, `cards/房地产开发.yaml`.
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The name of a guide or card file.
    static func name(of kind: FileKind, _ path: String) -> String {
        folder(of: kind) + (path.split(separator: "/").last.map(String.init) ?? path)
    }

    /// Whether a name is that of a guide or card file.
    package static func isOfGuides(_ name: String) -> Bool { kind(of: name) != nil }

    /// Which kind of file a name means, and the file's own name; nil for what is no guide or card file.
    static func kind(of name: String) -> (kind: FileKind, file: String)? {
        // The ledger stands beside the cards and is none.
        guard name.hasSuffix(".yaml"), let slash = name.lastIndex(of: "/") else { return nil }
        let (folder, file) = (name[...slash], String(name[name.index(after: slash)...]))
        let kind = FileKind.allCases.first {
            PublishedVersion.folder(of: $0) == folder && ($0.fileName ?? file) == file
        }
        return kind.map { ($0, file) }
    }

    private static func folder(of kind: FileKind) -> String {
        kind == .card ? "cards/" : "guides/" + (kind.folder.map { $0 + "/" } ?? "")
    }
}

/// What must be written so that the published versions on disk are those that are served.
package struct VersionChanges: Sendable {
    package let changed: [PublishedVersion]
    /// The names of those that are no longer served.
    package let gone: [String]
    /// The names of all that are served, where nothing is known of what was kept: others are let go.
    package let served: Set<String>?
    /// Of what `changed` was read from.
    let revisions: Set<Int>

    /// Changes of other files than guides and cards, such as designs.
    package init(changed: [PublishedVersion]) {
        self.init(changed: changed, gone: [], served: nil, revisions: [])
    }

    init(changed: [PublishedVersion], gone: [String], served: Set<String>?, revisions: Set<Int>) {
        self.changed = changed
        self.gone = gone
        self.served = served
        self.revisions = revisions
    }
}
