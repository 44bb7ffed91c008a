internal import ArgumentParser
internal import Cards
internal import Diagnostics
internal import Foundation
internal import Ledger

/// `onecard print --preview`: one picture with every design of the chosen cards, to look at a change of a design.
struct CardPreview {
    let options: GuideOptions
    let selection: PrintSelection
    let out: String
    /// The one design that was named; the usual one stands for all.
    let onlyDesign: String

    func write() throws {
        let only = onlyDesign == PrintJob.usualDesign ? nil : onlyDesign
        let folder = DesignFolder(options.cards + "/designs", saying: selection.longestAddress, only: only)
        guard !folder.diagnostics.hasErrors else {
            Report.write(folder.diagnostics, texts: folder.texts, to: .standardError)
            throw ExitCode.inputErrors
        }
        let sheet = try ContactSheet(flowcharts: GuidebookFlowcharts(selection.guidebook)).png(
            of: try selection.contents().map(\.content), designs: folder.designs)
        let staging = try Staging(for: out)
        try staging.write(sheet.png, named: "预览.png")
        try PrintCommit.moveOnly(["预览.png"], from: staging)
        for refusal in sheet.refused { Report.complain(refusal) }
        Report.say("预览：\(out)/预览.png")
    }
}
