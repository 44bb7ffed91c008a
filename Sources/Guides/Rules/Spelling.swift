/// Finds what somebody probably meant.
package enum Spelling {
    /// The candidate with the smallest edit distance (insert, delete, replace), at most two fifths of the longer one's
    /// length, or one; nil where nothing is near.
    ///
    /// Of two where one begins or ends with the other, the distance is one.
    ///
    /// Equally near ones: the first.
    package static func nearest(to text: String, in candidates: some Sequence<String>) -> String? {
        let scalars = Array(text.unicodeScalars)
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let other = Array(candidate.unicodeScalars)
            let limit = max(1, max(scalars.count, other.count) * 2 / 5)
            guard abs(scalars.count - other.count) <= limit || containment(scalars, other) else { continue }
            let distance = containment(scalars, other) ? 1 : distance(scalars, other)
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.candidate
    }

    /// One is the start or the end of the other: 承诺时限 for 承诺办结时限 is found by distance, 电话 for 咨询电话 by this.
    private static func containment(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        guard short.count >= 2, short.count * 2 >= long.count else { return false }
        return long.starts(with: short) || long.suffix(short.count).elementsEqual(short)
    }

    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var previous = Array(0...right.count)
        for (row, scalar) in left.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for (column, other) in right.enumerated() {
                current.append(
                    min(previous[column] + (scalar == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[right.count]
    }
}
