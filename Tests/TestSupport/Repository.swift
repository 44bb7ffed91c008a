internal import Foundation

/// Places in the repository that the tests themselves come from.
package enum Repository {
    /// The repository's root folder.
    package static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// A path under the root, such as `guides`.
    package static func path(_ name: String) -> String { root + "/" + name }
}
