/// How much damage a symbol survives (ISO/IEC 18004 §7.5), from least to most.
package enum ErrorCorrection: Int, Sendable, Comparable, CaseIterable {
    /// About 7 % of the codewords can be restored.
    case low
    /// About 15 %.
    case medium
    /// About 25 %.
    case quartile
    /// About 30 %.
    case high

    /// The standard's letter: L, M, Q, H.
    package var letter: String {
        switch self {
        case .low: "L"
        case .medium: "M"
        case .quartile: "Q"
        case .high: "H"
        }
    }

    package static func < (left: ErrorCorrection, right: ErrorCorrection) -> Bool {
        left.rawValue < right.rawValue
    }
}
