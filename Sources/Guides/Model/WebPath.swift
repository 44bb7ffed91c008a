/// Percent-encoding for parts of addresses.
package enum WebPath {
    /// Percent-encodes everything but unreserved characters (RFC 3986 §2.3).
    package static func escaped(_ text: String) -> String {
        var path = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                path.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                path += "%" + (digits.count == 1 ? "0" + digits : digits)
            }
        }
        return path
    }
}
