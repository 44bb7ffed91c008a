/// The chunks of a PNG file (ISO/IEC 15948 §5.3), read without libpng.
struct PNGChunks {
    let all: [(name: String, data: [UInt8])]

    init(_ file: [UInt8]) {
        var chunks: [(String, [UInt8])] = []
        var place = 8
        while place + 12 <= file.count {
            let length = Self.number(file[place..<place + 4])
            let name = String(decoding: file[place + 4..<place + 8], as: UTF8.self)
            chunks.append((name, Array(file[place + 8..<place + 8 + length])))
            place += 12 + length
        }
        all = chunks
    }

    /// Width and height in pixels.
    var size: [Int] {
        guard let header = all.first, header.name == "IHDR" else { return [] }
        return [Self.number(header.data[0..<4]), Self.number(header.data[4..<8])]
    }

    /// Pixels per unit in both directions, and the unit (1: metre).
    var physicalSize: [Int] {
        guard let chunk = all.first(where: { $0.name == "pHYs" }) else { return [] }
        return [Self.number(chunk.data[0..<4]), Self.number(chunk.data[4..<8]), Int(chunk.data[8])]
    }

    /// Uncompressed iTXt: keyword, NUL, two flags, language, NUL, translated keyword, NUL, text.
    var texts: [String: String] {
        var texts: [String: String] = [:]
        for chunk in all where chunk.name == "iTXt" {
            let parts = chunk.data.split(separator: 0, omittingEmptySubsequences: false)
            // The two flags are zeros themselves, and so split.
            texts[String(decoding: parts[0], as: UTF8.self)] = String(decoding: parts[5...].joined(), as: UTF8.self)
        }
        return texts
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
