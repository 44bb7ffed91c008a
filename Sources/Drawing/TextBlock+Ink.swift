extension TextBlock {
    /// Room that certainly holds all ink, also that of letters that reach below the line and of accents above it; nothing
    /// where no line has any.
    package var inkBounds: Box {
        // Smoothed edges, and what rounding does to a glyph's place.
        let margin = 0.05 * style.size * millimetresPerPoint + 0.1
        let inked = lines.filter { $0.inkWidth > 0 }
        let left = inked.map(\.inkX).min() ?? 0, right = inked.map { $0.inkX + $0.inkWidth }.max() ?? 0
        let top = inked.map(\.inkY).min() ?? 0, bottom = inked.map { $0.inkY + $0.inkHeight }.max() ?? 0
        return Box(
            x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin)
    }
}
