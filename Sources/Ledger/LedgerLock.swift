internal import Foundation

/// The one lock of everything that must not be lost or given twice: the ledger, and the choice of fresh codes.
///
/// Whoever holds it has read what it chooses from after the lock was taken, and lets go when that is written.
package struct LedgerLock: Sendable {
    private let file: FileLock

    /// Waits for the lock of a ledger; the folder is made where there is none.
    package init(of ledger: String) throws(LedgerError) {
        let folder = DurableFile.split(ledger).folder
        if !DurableFile.exists(folder) {
            do {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            } catch {
                throw .file(folder, reason: "建不了文件夹")
            }
        }
        file = try FileLock(file: folder + "/.ledger.lock")
    }

    /// Keeps the lock until here.
    package func release() { withExtendedLifetime(file) {} }
}
