internal import Diagnostics
internal import Foundation

/// The files of a tree by name, before they are read: all at once, on all cores.
struct TreeListing: Sendable {
    struct FoundFile: Sendable, Hashable {
        let kind: FileKind
        let path: String
        let isRequired: Bool
    }

    var diagnostics: [Diagnostic] = []
    private(set) var found: [FoundFile] = []
    /// The folders in which guide files may stand.
    private var folders: Set<String> = []

    mutating func readFolder(_ kind: FileKind, _ folder: String, named name: String, others: [String] = []) {
        guard !FileReading.exists(folder) || FileReading.isFolder(folder) || isUnreadable(folder) else {
            diagnostics.append(MisplacedFile.notAFolder(folder))
            return
        }
        note(folder)
        for entry in names(in: folder) where !others.contains(entry) {
            let place = TreeListing.path(folder, entry)
            if let unread = MisplacedFile.unread(entry, at: place, in: name) {
                diagnostics.append(unread)
            } else if entry.hasSuffix(".yaml") {
                readFile(kind, place, isRequired: true)
            }
        }
    }

    /// Remembers a folder as one in which guide files may stand.
    mutating func note(_ folder: String) {
        folders.insert(folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder)
    }

    mutating func readFile(_ kind: FileKind, _ path: String, isRequired: Bool) {
        found.append(FoundFile(kind: kind, path: path, isRequired: isRequired))
    }

    /// Whether a change of what stands at a path may matter: it is one of the files, or may be meant to be one.
    func mayConcern(_ path: String) -> Bool {
        guard let slash = path.lastIndex(of: "/"), folders.contains(String(path[..<slash])) else { return false }
        let name = String(path[path.index(after: slash)...])
        return !FileNaming.isTemporary(name) && TreeListing.looksLikeGuide(name)
    }

    /// The names in a folder, sorted, without those of editors' temporary files.
    mutating func names(in folder: String) -> [String] {
        do {
            let names = try FileReading.names(in: folder) ?? []
            return names.filter { !FileNaming.isTemporary($0) }
        } catch {
            diagnostics.append(UnreadableFile.folderNotOpened(error, folder))
            return []
        }
    }

    /// Whether a link leads nowhere or in a circle, which `names(in:)` reports.
    private func isUnreadable(_ folder: String) -> Bool {
        do {
            _ = try FileReading.names(in: folder)
            return false
        } catch {
            return error == .danglingLink || error == .linkCycle || error == .forbidden
        }
    }

    /// Whether somebody may have meant the file to be read.
    static func looksLikeGuide(_ name: String) -> Bool {
        [".yaml", ".yml", ".txt", ".json", ".doc", ".docx"].contains { name.lowercased().hasSuffix($0) }
    }

    static func path(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}

/// What became of one file: what was read, or why it could not be opened.
struct ReadResult<Reading: Sendable>: Sendable {
    var read: Reading?
    var diagnostic: Diagnostic?
}

extension TreeListing.FoundFile {
    /// Its bytes; one more than allowed, so that a huge file is noticed without being read.
    func bytes() throws(FileReading.Failure) -> [UInt8] {
        try FileReading.bytes(of: path, limit: TextDecoding.sizeLimit + 1)
    }

    func file(from bytes: [UInt8], isForShowing: Bool = true) -> GuideFile {
        GuideFile(kind: kind, stem: stem, path: path, bytes: bytes, isForShowing: isForShowing)
    }

    /// In the place of a file that is there and cannot be read: its name is still one that others may refer to.
    func unreadable(_ finding: Diagnostic) -> GuideFile {
        GuideFile(kind: kind, stem: stem, path: path, unreadable: finding)
    }

    /// What reading it gives, with the reason where there is nothing to read; neither where nothing need be there.
    func result<Reading>(
        unreadable: (Diagnostic) -> Reading, of reading: () throws(FileReading.Failure) -> Reading
    ) -> ReadResult<Reading> {
        do {
            return ReadResult(read: try reading())
        } catch .missing where kind == .site {
            return ReadResult(diagnostic: MissingFile.site(path))
        } catch .missing where !isRequired {
            // Most trees have no such file.
            return ReadResult()
        } catch {
            return ReadResult(read: unreadable(UnreadableFile.notOpened(error, path)))
        }
    }

    /// The file's name without its ending, as others write it: composed, whatever file systems and archives took apart, and
    /// without what makes it look like another.
    ///
    /// `FileName` says what is wrong with the name itself.
    private var stem: String {
        let stem = FileNaming.stem(of: path)
        return FileNaming.isPlain(stem) ? String(stem) : FileNaming.usual(String(stem))
    }
}
