extension CardRenderer {
    /// How large a card's sides would be, drawn and compressed but not proved: for measuring what the proof costs.
    ///
    /// The bytes themselves stay here; a card that was not proved has no way out.
    package func measure(_ content: CardContent, design: CardDesign, dotsPerInch: Int = 300) throws(CardError) -> Int {
        try draw(content, design: design, dotsPerInch: dotsPerInch, bleed: false).sides.reduce(0) { $0 + $1.png.count }
    }
}
