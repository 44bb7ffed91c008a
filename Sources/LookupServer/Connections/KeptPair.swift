internal import Diagnostics
internal import Foundation

/// The pair that HTTPS spoke by last, in a file of the daemon's own: a start on which the renewed files cannot be used goes
/// on with it.
///
/// The file holds the private key, and only the daemon's user may read it.
struct KeptPair: Sendable {
    private let path: String

    /// - Parameter folder: The folder of the daemon's data.
    init(in folder: String) { path = (folder.hasSuffix("/") ? folder : folder + "/") + "tls-kept.pem" }

    /// Nil where none is kept that can be used.
    var pair: TLSPair? { try? TLSPair(certificate: path, key: path) }

    /// Keeps a pair that was read from these files just now.
    ///
    /// - Returns: Why it cannot be kept; nil where it is.
    func keep(certificate: String, key: String) -> String? {
        guard let chain = FileManager.default.contents(atPath: certificate),
            let secret = FileManager.default.contents(atPath: key)
        else { return nil }
        let text = PEMFile.pair(
            certificate: String(decoding: chain, as: UTF8.self), key: String(decoding: secret, as: UTF8.self))
        let bytes = Array(text.utf8)
        if let known = FileManager.default.contents(atPath: path), Array(known) == bytes { return nil }
        return write(bytes)
    }

    /// Whole or not at all, and never with rights for others, not for a moment.
    private func write(_ bytes: [UInt8]) -> String? {
        let aside = path + ".new"
        unlink(aside)
        let descriptor = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return SystemReason.words(for: errno) }
        let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        let isWritten = count == bytes.count && fsync(descriptor) == 0
        let reason = count >= 0 && count < bytes.count ? ENOSPC : errno
        close(descriptor)
        guard isWritten, rename(aside, path) == 0 else {
            let words = SystemReason.words(for: isWritten ? errno : reason)
            unlink(aside)
            return words
        }
        return nil
    }
}
