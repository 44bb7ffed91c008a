/// Where the counts stand.
package enum ScanFile {
    package static let name = "scans.sqlite"

    /// The file in the folder that `--data` names.
    package static func path(in folder: String) -> String {
        (folder.hasSuffix("/") ? folder : folder + "/") + name
    }
}
