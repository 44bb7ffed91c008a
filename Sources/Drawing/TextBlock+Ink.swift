extension TextBlock {
    /// Room that certainly holds all ink, also that of letters that reach below the line and of accents above it.
    package var inkBounds: Box {
        let em = style.size * millimetresPerPoint
        let box = bounds
        return Box(
            x: box.x - 0.2 * em, y: box.y - 0.4 * em, width: box.width + 0.4 * em, height: box.height + 0.8 * em)
    }
}
