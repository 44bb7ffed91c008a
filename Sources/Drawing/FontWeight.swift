/// The weights of the one typeface that cards and flowcharts are set in.
///
/// Debian's fonts-noto-cjk brings exactly these two; asking Pango for another would silently give one of them.
package enum FontWeight: Sendable, Hashable, CaseIterable {
    case regular
    case bold
}

/// The one typeface of everything we draw.
package enum Typeface {
    /// The family name as fontconfig knows it.
    package static let family = "Noto Sans CJK SC"
}
