internal import CGLib

/// A SHA-256 digest (FIPS 180-4).
package struct SHA256Digest: Sendable, Hashable {
    /// 64 lower-case hexadecimal digits.
    package let hex: String

    /// The digest of some bytes.
    package init(of bytes: [UInt8]) {
        let text = bytes.withUnsafeBytes { bytes in
            g_compute_checksum_for_data(
                G_CHECKSUM_SHA256, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), gsize(bytes.count))
        }
        // Nil is for kinds of checksums that GLib does not know.
        guard let text else { preconditionFailure("GLib without SHA-256") }
        defer { g_free(text) }
        hex = String(cString: text)
    }

    /// The digest of a text's UTF-8.
    package init(of text: String) { self.init(of: Array(text.utf8)) }

    /// A digest that was written down; nil for anything but 64 lower-case hexadecimal digits.
    package init?(hex: String) {
        let isHex = hex.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        guard hex.utf8.count == 64, isHex else { return nil }
        self.hex = hex
    }
}
