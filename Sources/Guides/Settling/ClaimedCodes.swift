/// The codes that a file gives away, as far as that can be told of a file with errors.
///
/// Whatever is wrong with a file, its code may be printed: nobody else may take it, and whoever scans it must be told
/// that the guide is being revised, not that the code was never issued.
enum ClaimedCodes {
    /// 短码 in UTF-8 and in GBK, in which most files that are not UTF-8 were saved.
    private static let keys: [[UInt8]] = [Array("短码".utf8), [0xB6, 0xCC, 0xC2, 0xEB]]

    /// The codes behind the key 短码 in bytes that could not be read as YAML.
    ///
    /// - Parameter kind: Lists of codes have the key anywhere, all others at the beginning of a line.
    static func salvaged(from bytes: [UInt8], _ kind: FileKind) -> [ShortCode] {
        guard kind.hasCodes else { return [] }
        let isList = kind == .retired || kind == .reserved
        var codes: [ShortCode] = []
        for key in keys {
            var place = 0
            while place + key.count <= bytes.count {
                guard bytes[place] == key[0], bytes[place..<place + key.count].elementsEqual(key) else {
                    place += 1
                    continue
                }
                let begins = place == 0 || bytes[place - 1] == UInt8(ascii: "\n") || bytes[place - 1] == 0xBF
                place += key.count
                if isList || begins, let code = code(in: bytes[place...]) { codes.append(code) }
            }
        }
        return codes
    }

    /// The code that follows a key: behind a colon of either width, blanks and quotes.
    private static func code(in bytes: ArraySlice<UInt8>) -> ShortCode? {
        let letters = bytes.prefix(40).drop { !isLetterOrDigit($0) && $0 != UInt8(ascii: "\n") }.prefix(
            while: isLetterOrDigit)
        return letters.count == 5 ? try? ShortCode(reading: String(decoding: letters, as: UTF8.self)) : nil
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}

extension FileKind {
    /// Whether files of the kind give codes away.
    var hasCodes: Bool { shape["短码"] != nil || self == .retired || self == .reserved }
}

extension GuideFile {
    /// Every code that the file gives away, whatever else is wrong with it.
    var claimedCodes: [ShortCode] {
        guard kind.hasCodes, let root else { return salvagedCodes }
        switch kind {
        case .retired: return ClaimedCodes.listed(root, "退役") + salvagedCodes
        case .reserved: return ClaimedCodes.listed(root, "预留") + salvagedCodes
        default: return RecordReader(root).code("短码").map { [$0] } ?? salvagedCodes
        }
    }
}

extension ClaimedCodes {
    fileprivate static func listed(_ root: MarkedNode, _ key: String) -> [ShortCode] {
        RecordReader(root).records(key).compactMap { $0.code("短码") }
    }
}
