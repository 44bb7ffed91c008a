package import Drawing

/// The colours of a flowchart on paper, chosen to be told apart in grey too.
package struct FlowchartInks: Sendable {
    package let accent: Colour
    package let ink = Colour.black
    package let quiet = Colour(rgb: 0x595959)
    package let line = Colour(rgb: 0x8A8A8A)
    package let pale: Colour

    package init(accent: Colour) {
        self.accent = accent
        pale = accent.over(.white, opacity: 0.1)
    }

    /// Every ink with the ground that it stands on, for a palette.
    package var ramps: [ShadeRamp] {
        [
            ShadeRamp(from: .white, to: ink), ShadeRamp(from: .white, to: quiet), ShadeRamp(from: .white, to: line),
            ShadeRamp(from: .white, to: accent), ShadeRamp(from: pale, to: ink), ShadeRamp(from: pale, to: accent),
            ShadeRamp(from: .white, to: pale), ShadeRamp(from: accent, to: .white), ShadeRamp(from: pale, to: quiet),
        ]
    }
}
