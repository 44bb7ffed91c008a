internal import Glibc
internal import PNGShims

/// Compresses packed pictures for PNG, stripe by stripe, and anew only those stripes that look different from the
/// picture before: what stays the same from card to card is compressed once.
///
/// Each stripe is compressed by itself and stripes are cut at the same places, so that the bytes do not depend on what
/// came before. Not `Sendable`: zlib's state belongs to one thread.
package final class StripeCompressor {
    private struct Stripe {
        var compressed: [UInt8]
        /// Adler-32 of what was compressed.
        var checksum: UInt32
    }

    private let deflater: OpaquePointer
    private let cuts: [Int]
    /// The rows of the picture before.
    private var before: [UInt8] = []
    private var stripes: [Stripe] = []

    /// - Parameters:
    ///   - level: zlib's, 1 (fast) … 9 (small).
    ///   - cuts: The rows at which stripes begin, ascending; where what changes begins and ends.
    /// - Throws: `DrawingError.pngNotWritten` where there is not enough memory.
    package init(level: Int, cuts: [Int] = []) throws(DrawingError) {
        precondition((1...9).contains(level), "zlib's levels are 1 to 9")
        self.cuts = cuts
        guard let deflater = onecard_deflater_create(Int32(level)) else {
            throw .pngNotWritten("not enough memory")
        }
        self.deflater = deflater
    }

    deinit { onecard_deflater_free(deflater) }

    /// The picture's rows in zlib's format (RFC 1950).
    ///
    /// - Throws: `DrawingError.pngNotWritten`.
    func stream(of picture: PackedPicture) throws(DrawingError) -> [UInt8] {
        let rows = [0] + cuts.filter { $0 > 0 && $0 < picture.height } + [picture.height]
        let pieces = zip(rows, rows.dropFirst()).map { $0 * picture.stride..<$1 * picture.stride }
        if before.count != picture.bytes.count { (before, stripes) = ([], []) }
        for (number, piece) in pieces.enumerated() where !isAsBefore(piece, of: picture) {
            let stripe = try compressed(picture.bytes, piece)
            if number < stripes.count { stripes[number] = stripe } else { stripes.append(stripe) }
        }
        if before.isEmpty { before = picture.bytes }
        // Deflate with a window of 32 KiB; no claim about the level.
        var stream: [UInt8] = [0x78, 0x01]
        stream.reserveCapacity(stripes.reduce(8) { $0 + $1.compressed.count })
        var checksum: UInt32 = 1
        for (stripe, piece) in zip(stripes, pieces) {
            stream += stripe.compressed
            checksum = onecard_adler32_joined(checksum, stripe.checksum, piece.count)
        }
        // An empty block that says it is the last.
        stream += [0x03, 0x00]
        withUnsafeBytes(of: checksum.bigEndian) { stream += $0 }
        return stream
    }

    /// Whether a piece looks as in the picture before; it does afterwards.
    private func isAsBefore(_ piece: Range<Int>, of picture: PackedPicture) -> Bool {
        guard !before.isEmpty else { return false }
        return before.withUnsafeMutableBytes { old in
            picture.bytes.withUnsafeBytes { new in
                guard let old = old.baseAddress, let new = new.baseAddress else { return false }
                if memcmp(old + piece.lowerBound, new + piece.lowerBound, piece.count) == 0 { return true }
                memcpy(old + piece.lowerBound, new + piece.lowerBound, piece.count)
                return false
            }
        }
    }

    private func compressed(_ bytes: [UInt8], _ piece: Range<Int>) throws(DrawingError) -> Stripe {
        let room = onecard_deflater_bound(deflater, piece.count)
        let (result, checksum) = bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress.map({ $0 + piece.lowerBound }) else { return ([UInt8](), UInt32(1)) }
            let result = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                count = onecard_deflater_piece(deflater, start, piece.count, buffer.baseAddress, room)
            }
            return (result, onecard_adler32(start, piece.count))
        }
        guard !result.isEmpty else {
            // What was noted as seen has not been compressed.
            before = []
            throw .pngNotWritten("zlib failed")
        }
        return Stripe(compressed: result, checksum: checksum)
    }
}
