package import Cards
package import Diagnostics
package import Drawing
package import Guides
internal import Ledger
internal import Pages

extension Publication {
    /// What of it cannot be shown, with its places in the files.
    ///
    /// - Parameter file: Gives the file of a guide as it is on disk.
    package func findings(in file: (GuidebookSources.Source) -> GuideFile?) -> [Diagnostic] {
        pages.chartFaults.map { source, fault in
            file(source).map { ChartInspection.finding(fault, of: $0) }
                ?? MissingGlyph.undrawable(fault.description, at: SourceLocation(file: source.stem))
        }.sorted()
    }
}

extension Publication {
    /// What of checked files could not be printed, and which printed addresses would open nothing: what `check` says
    /// beyond the rules and the charts, see `ChartInspection`.
    ///
    /// It works on the files, for of a large tree there is no guidebook at once; where the site has pages is found the same
    /// way, see `SiteAddresses`.
    ///
    /// - Parameters:
    ///   - cards: A guidebook of the cards and at least the guides that they open; nil where there is none.
    ///   - designs: Those without errors.
    ///   - coverage: The typeface's characters; nil where it is not installed, and then nothing is said of printing.
    ///   - ledger: The path of the ledger.
    ///   - file: The path of a card's file.
    package static func findings(
        of guides: GuideLoader.Findings, cards: Guidebook?, in designs: [CardDesign], coverage: GlyphCoverage?,
        ledger: String, file: (Card) -> String
    ) -> [Diagnostic] {
        // Where there is not one file, the folder is another one than was meant.
        let expectations: Ledger.Expectations? =
            guides.fileCount == 0 ? nil : Ledger.Expectations(guides.addresses, illegible: guides.illegible)
        var found = Ledger.check(ledger, against: expectations)
        // Without a barcode reader or typeface `print` says what is missing; the files are none the worse for it.
        guard let coverage else { return found }
        if let cards, let design = designs.first(where: { $0.stem == PrintJob.usualDesign }) {
            found += (try? CardInspection.cards(of: cards, in: design, file: file)) ?? []
        }
        if let design = designs.first(where: { $0.stem == PrintJob.labelDesign }) {
            found += (try? CardInspection.labels(of: guides.items, in: design, coverage: coverage)) ?? []
        }
        return found
    }
}
