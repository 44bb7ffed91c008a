/// The lines that git leaves in a file where two people changed the same place.
package enum MergeMarkers {
    /// Whether a line is one of the four: `<<<<<<< HEAD`, `||||||| base`, `=======`, `>>>>>>> branch`.
    package static func isMarker(_ line: some StringProtocol) -> Bool {
        let bytes = line.utf8
        guard let sign = bytes.first, "<|=>".utf8.contains(sign), bytes.prefix(7).count == 7,
            bytes.prefix(7).allSatisfy({ $0 == sign })
        else { return false }
        let next = bytes.dropFirst(7).first
        return next == nil || next == UInt8(ascii: " ") || next == UInt8(ascii: "\r")
    }

    /// The numbers, from 1, of the lines that begin a conflict, or belong to one whose beginning is gone.
    ///
    /// `=======` by itself may be a line drawn by somebody: it counts only between the others.
    static func conflicts(in text: String) -> [Int] {
        guard text.hasBytes(of: "<<<<<<<") || text.hasBytes(of: ">>>>>>>") else { return [] }
        var lines: [Int] = []
        var isOpen = false
        for (index, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard let sign = line.first, isMarker(Substring(line)) else { continue }
            switch sign {
            case UInt8(ascii: "<"):
                lines.append(index + 1)
                isOpen = true
            case UInt8(ascii: ">"):
                if !isOpen { lines.append(index + 1) }
                isOpen = false
            default: break
            }
        }
        return lines
    }
}
