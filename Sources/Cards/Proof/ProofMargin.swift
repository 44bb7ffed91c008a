/// How badly a symbol was shown to the reader and was still read.
///
/// A grade is one picture with all of it at once: reduced, as from far away; blurred, as by a shaking hand; turned;
/// and pale, as after years in the sun. Each grade is worse than the one before in all four.
package struct ProofMargin: Sendable, Hashable, Comparable {
    /// 0 (only as it is) … `worst`.
    package let grade: Int

    /// What a grade does to the picture.
    struct Damage: Sendable, Equatable {
        /// Pixels that are left to a module.
        var pixelsPerModule: Double
        /// The standard deviation of the blur, in modules.
        var blur: Double
        /// In degrees.
        var turn: Double
        /// What is left of the difference between black and white, 0…1.
        var contrast: Double
    }

    /// From the mildest to the worst.
    static let damages = [
        Damage(pixelsPerModule: 3.0, blur: 0.20, turn: 3, contrast: 0.80),
        Damage(pixelsPerModule: 2.8, blur: 0.25, turn: 5, contrast: 0.65),
        Damage(pixelsPerModule: 2.6, blur: 0.30, turn: 8, contrast: 0.50),
        Damage(pixelsPerModule: 2.4, blur: 0.35, turn: 11, contrast: 0.40),
        Damage(pixelsPerModule: 2.2, blur: 0.40, turn: 14, contrast: 0.32),
        Damage(pixelsPerModule: 2.1, blur: 0.45, turn: 17, contrast: 0.25),
        Damage(pixelsPerModule: 2.0, blur: 0.50, turn: 20, contrast: 0.20),
        Damage(pixelsPerModule: 1.9, blur: 0.55, turn: 23, contrast: 0.15),
    ]

    package static let worst = ProofMargin(grade: damages.count)
    /// A card must survive this to be printed: a phone held too far away, not quite still, in the evening.
    package static let bar = ProofMargin(grade: 3)

    /// What cards of the shipped designs survive, most often.
    static let usual = ProofMargin(grade: 5)

    package static func < (left: ProofMargin, right: ProofMargin) -> Bool { left.grade < right.grade }
}
