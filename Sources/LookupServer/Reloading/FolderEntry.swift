internal import Glibc

/// A name in a folder.
struct FolderEntry {
    let name: String
    /// What the file system says of it without another look: `DT_LNK` and the like, `DT_UNKNOWN` where it says nothing.
    let kind: Int32

    /// What stands in a folder, in no order; nothing where it cannot be read.
    static func all(in folder: String) -> [FolderEntry] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var found: [FolderEntry] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { found.append(FolderEntry(name: name, kind: Int32(entry.pointee.d_type))) }
        }
        return found
    }
}
