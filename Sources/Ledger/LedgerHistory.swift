internal import Foundation

/// What git remembers of a ledger: the witness that is left when the ledger and its head are both gone.
///
/// Both are committed anyway, so that nobody need keep a third file. It is asked only where neither is there, by a
/// program of its own that may be missing, as may the repository: then nobody knows of a ledger.
enum LedgerHistory {
    /// The last commit of what is checked out that has lines of the ledger in it, in short; nil where none has.
    static func commit(with path: String) -> String? {
        let url = URL(fileURLWithPath: path).standardizedFileURL
        let folder = url.deletingLastPathComponent().path
        let name = url.lastPathComponent
        guard isInRepository(folder) else { return nil }
        // The newest commit that touched it: one that deleted it, or one that has it.
        guard let last = git(["log", "-1", "--format=%h", "--", name], in: folder), !last.isEmpty else { return nil }
        if isThere(name, in: last, folder) { return last }
        let before = last + "^"
        guard isThere(name, in: before, folder) else { return nil }
        return git(["rev-parse", "--short", before], in: folder)
    }

    /// Starting a program for nothing would cost every check of a tree without a ledger more than reading it.
    private static func isInRepository(_ folder: String) -> Bool {
        guard FileManager.default.fileExists(atPath: folder) else { return false }
        var place = URL(fileURLWithPath: folder)
        while place.path != "/" {
            if FileManager.default.fileExists(atPath: place.appendingPathComponent(".git").path) { return true }
            place.deleteLastPathComponent()
        }
        return false
    }

    /// Whether a commit has the file with more than its first line in it.
    private static func isThere(_ name: String, in commit: String, _ folder: String) -> Bool {
        guard let text = git(["show", "\(commit):./\(name)"], in: folder) else { return false }
        return !Ledger(text: text, path: name).prints.isEmpty
    }

    /// What git answers; nil where it fails or is not there.
    private static func git(_ arguments: [String], in folder: String) -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-C", folder] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        do { try process.run() } catch { return nil }
        let bytes = (try? output.fileHandleForReading.readToEnd()) ?? nil
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return bytes.flatMap { String(validating: $0, as: UTF8.self) }?.trimmingCharacters(in: .newlines)
    }
}
