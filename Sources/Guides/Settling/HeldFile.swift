package import Diagnostics

/// A file whose newest version is not served, because it has errors or the tree would have them with it.
package struct HeldFile: Sendable {
    package let path: String
    package let kind: FileKind
    package let stem: String
    /// Whether an older, good version stands in its place; otherwise nothing does.
    package let hasOlder: Bool
    /// The errors for which it is held back; never empty.
    package let reasons: [Diagnostic]
    /// The codes that the newest version gives away.
    let codes: [ShortCode]

    /// Whether the newest version gives a code away.
    package func gives(_ code: ShortCode) -> Bool { codes.contains(code) }
}

/// What differs between the newest files and the last good tree, one file.
enum PendingFile: Sendable {
    /// New, or with another content.
    case changed(GuideFile)
    /// No longer there; the file as it was.
    case gone(GuideFile)

    var file: GuideFile {
        switch self {
        case .changed(let file), .gone(let file): file
        }
    }
}
