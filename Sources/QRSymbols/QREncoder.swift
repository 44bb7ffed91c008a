internal import CQREncode
internal import Glibc
internal import Synchronization

/// Makes QR code symbols (ISO/IEC 18004) in byte mode: the text comes back exactly as it was, capitals and all.
///
/// The symbol has the smallest version that holds the text at level M or better, and then the highest level that
/// this version still has room for. The floor is M because the card is carried in a pocket for ten years: at L, a
/// scratch over a twelfth of the symbol already ends it. The smallest version comes before the highest level because
/// on a given area larger modules do more for a phone's camera than further check bytes.
package enum QREncoder {
    /// The lowest level of any symbol of ours.
    package static let floor = ErrorCorrection.medium
    /// The versions that there are.
    package static let versions = 1...40

    private struct Form {
        var version: Int
        var level: ErrorCorrection
    }

    /// By number of bytes, the version and level that were found for it: in byte mode they depend on nothing else,
    /// and thousands of cards have addresses of one length.
    private static let forms = Mutex<[Int: Form]>([:])

    /// The symbol of a text.
    ///
    /// - Throws: `QREncodingError.empty` for an empty text, `.tooLong` for one that fits no version.
    package static func symbol(for text: String) throws(QREncodingError) -> QRSymbol {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .empty }
        if let form = forms.withLock({ $0[bytes.count] }),
            let symbol = try symbol(for: bytes, level: form.level, version: form.version),
            symbol.version == form.version
        {
            return symbol
        }
        let found = try search(bytes)
        forms.withLock { $0[bytes.count] = Form(version: found.version, level: found.errorCorrection) }
        return found
    }

    /// The symbol in the smallest version that holds the bytes, and at the highest level that this one has room for.
    private static func search(_ bytes: [UInt8]) throws(QREncodingError) -> QRSymbol {
        guard let smallest = try symbol(for: bytes, level: floor, version: 0) else {
            throw .tooLong(needed: bytes.count, limit: capacity(ofVersion: versions.upperBound))
        }
        for level in [ErrorCorrection.high, .quartile] {
            let better = try symbol(for: bytes, level: level, version: smallest.version)
            if let better, better.version == smallest.version { return better }
        }
        return smallest
    }

    /// The most bytes that a version holds at level M.
    ///
    /// - Parameter version: 1…40.
    package static func capacity(ofVersion version: Int) -> Int {
        precondition(versions.contains(version), "versions are 1 to 40")
        // Found by trying, so that it is what the library really does.
        var fits = 1, fitsNot = 3000
        while fitsNot - fits > 1 {
            let middle = (fits + fitsNot) / 2
            let attempt = try? symbol(for: [UInt8](repeating: 0x61, count: middle), level: floor, version: version)
            if let attempt, attempt.version <= version { fits = middle } else { fitsNot = middle }
        }
        return fits
    }

    /// - Parameter version: The smallest that may be taken; 0 for any.
    /// - Returns: nil where no version holds the bytes.
    private static func symbol(
        for bytes: [UInt8], level: ErrorCorrection, version: Int
    ) throws(QREncodingError) -> QRSymbol? {
        guard let count = Int32(exactly: bytes.count) else { return nil }
        guard let code = QRcode_encodeData(count, bytes, Int32(version), level.libraryLevel) else {
            let reason = errno
            if reason == ERANGE { return nil }
            throw .library(code: Int(reason))
        }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        // The lowest bit is the colour; the others say what the module is for.
        let modules = UnsafeBufferPointer(start: code.pointee.data, count: side * side).map { $0 & 1 == 1 }
        return try QRSymbol(version: Int(code.pointee.version), modules: modules)
    }
}

extension ErrorCorrection {
    fileprivate var libraryLevel: QRecLevel {
        switch self {
        case .low: QR_ECLEVEL_L
        case .medium: QR_ECLEVEL_M
        case .quartile: QR_ECLEVEL_Q
        case .high: QR_ECLEVEL_H
        }
    }
}
