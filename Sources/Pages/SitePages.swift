package import Drawing
package import Guides

/// All pages of a guidebook, made once; nothing is rendered while a request waits.
package struct SitePages: Sendable {
    /// By path, `/`, `/c/CODE`, `/fields/NAME` (not percent-encoded).
    package let pages: [String: Page]
    private let lost: LostPages

    /// Renders everything.
    ///
    /// - Throws: `DrawingError.missingGlyph` where a flowchart has a character that the typeface lacks.
    package init(_ guidebook: Guidebook) throws(DrawingError) {
        let flow = FlowSection(guidebook: guidebook, measurer: try TextMeasurer())
        let front = FrontPages(guidebook: guidebook)
        var pages = ["/": front.home()]
        for field in guidebook.site.fields { pages["/fields/\(field.name)"] = front.field(field) }
        for (code, guide) in guidebook.guides {
            pages[code.path] =
                switch guide {
                case .item(let item): try ItemPage(item: item, guidebook: guidebook, flow: flow).page()
                case .roadmap(let roadmap): try RoadmapPage(roadmap: roadmap, guidebook: guidebook, flow: flow).page()
                case .policy(let policy): PolicyPage(policy: policy, guidebook: guidebook).page()
                case .notice(let notice): NoticePage(notice: notice, guidebook: guidebook).page()
                }
        }
        self.pages = pages
        lost = LostPages(guidebook: guidebook)
    }

    /// Why `/c/…` opens nothing, as a page.
    package func lostPage(for typed: String) -> Page {
        do {
            return lost.neverIssued(try ShortCode(reading: typed))
        } catch {
            return switch error {
            case .malformed: lost.malformed(typed)
            case .wrongCheckCharacter: lost.wrongCheckCharacter(typed)
            }
        }
    }

    /// The page for an address that does not exist.
    package var notFound: Page { lost.notFound() }
}
