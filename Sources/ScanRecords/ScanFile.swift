/// Where the counts stand.
package enum ScanFile {
    /// The file in the folder that `--data` names.
    package static func path(in folder: String) -> String {
        (folder.hasSuffix("/") ? folder : folder + "/") + "scans.sqlite"
    }
}
