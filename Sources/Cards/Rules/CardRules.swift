package import Guides

/// The rules about what stands under cards/ besides the cards themselves, each with its manual.
package enum CardRules {
    package static let all: [any Rule.Type] = [
        DesignNumber.self, UnknownColour.self, UnknownPlaceholder.self, SeveralKinds.self, DesignPicture.self,
        OutsideSafeArea.self, HalfBleed.self, CoveredQuietZone.self, FineModules.self, SymbolCount.self, SideCount.self,
        MissingTrialMark.self, UnreadableDesign.self,
        OutsidePaper.self, SheetBleed.self, MissingRuler.self,
    ]
}

extension Double {
    /// In tenths, rounded up, so that what is too large never reads as 0; without a fraction where there is none.
    var tenths: String {
        let rounded = (self * 10 - 1e-6).rounded(.up) / 10
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}
