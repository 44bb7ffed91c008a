internal import Diagnostics
internal import Foundation
internal import Glibc

/// A folder aside in which a print is made, on the same disk as the folder it is for.
///
/// It is locked as long as its print runs; one that nobody holds was left by a print that was cut off, and the next
/// print removes it, unless a journal still lists its files.
package final class Staging: Sendable {
    package let out: String
    package let path: String
    // It only has to live as long as the folder.
    private let lock: FileLock

    /// Makes `out` where it does not exist.
    package init(for out: String) throws(LedgerError) {
        let folder = URL(fileURLWithPath: out, isDirectory: true).path
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .file(out, reason: SystemReason.words(for: error))
        }
        // Nobody sweeps while another makes its folder and has not locked it yet.
        let making = try FileLock(folder: folder)
        defer { withExtendedLifetime(making) {} }
        Self.sweep(folder)
        var template = Array("\(folder)/\(Self.prefix)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .file(out, errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        self.out = folder
        lock = try FileLock(folder: path)
    }

    deinit {
        if !Self.isPromised(path) { try? FileManager.default.removeItem(atPath: path) }
    }

    /// Writes one finished file.
    package func write(_ bytes: [UInt8], named name: String) throws(LedgerError) {
        try DurableFile.write(bytes, at: path + "/" + name, waits: false)
    }

    /// Notes in the folder which ledger's journal is about to list its files, and makes sure that the disk has the
    /// folder's names.
    func promise(to ledger: String) throws(LedgerError) {
        let ledger = URL(fileURLWithPath: ledger).path
        try DurableFile.write(Array(ledger.utf8), at: path + "/" + Self.promise, waits: true)
        try DurableFile.sync(folder: path)
    }

    private static let prefix = ".onecard-"
    private static let promise = ".ledger"

    /// Whether a journal lists the folder's files: they are then as good as printed, and whoever completes the print
    /// needs them.
    private static func isPromised(_ path: String) -> Bool {
        guard let ledger = FileManager.default.contents(atPath: path + "/" + promise) else { return false }
        do throws(LedgerError) {
            let journal = try PrintJournal.read(besides: String(decoding: ledger, as: UTF8.self))
            // By the name alone, which is like no other: the way to the folder may have been written otherwise.
            return journal.map { DurableFile.split($0.staging).name == DurableFile.split(path).name } ?? false
        } catch {
            return true
        }
    }

    /// Removes what was left behind.
    ///
    /// What cannot be removed does no harm.
    private static func sweep(_ folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasPrefix(prefix) {
            let left = folder + "/" + name
            guard let free = FileLock(freeFolder: left), !isPromised(left) else { continue }
            defer { withExtendedLifetime(free) {} }
            try? FileManager.default.removeItem(atPath: left)
        }
    }
}
