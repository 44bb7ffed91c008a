internal import ArgumentParser
internal import Cards
internal import Foundation
internal import Guides

/// Whether cards come as pictures or as pages, and how they lie on them.
struct SheetOptions: ParsableArguments {
    /// The kinds of files.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case png, pdf
    }

    @Option(help: "png, or pdf: lines and letters, a page for each side, for print shops.")
    var format = Format.png

    @Option(help: ArgumentHelp("Many cards to a page, as a file in cards/sheets/ says; PDF.", valueName: "name"))
    var sheet: String?

    @Option(help: ArgumentHelp("The first place to print on, for a sheet that was begun.", valueName: "n"))
    var start = 1

    @Flag(inversion: .prefixedNo, help: "Draw crop marks, on sheets and on PDF pages with bleed.")
    var cropMarks = true

    func validate() throws {
        guard (1...10_000).contains(start) else { throw ValidationError("--start 应当在1到10000之间，这里是\(start)") }
        guard sheet != nil || start == 1 else { throw ValidationError("--start 要与 --sheet 一起用") }
    }

    /// What makes the pages; nil where pictures are wanted.
    ///
    /// - Parameter folder: cards/sheets.
    func printer(for design: CardDesign, folder: String, copies: Int, bleed: Bool, flowcharts: GuidebookFlowcharts)
        throws -> PagePrinter?
    {
        guard let sheet else {
            guard format == .pdf else { return nil }
            return PagePrinter(bleed: bleed, cropMarks: cropMarks, flowcharts: flowcharts)
        }
        let chosen = try named(sheet, in: SheetFolder(folder), design)
        guard start <= chosen.count else {
            Report.complain("拼版“\(chosen.stem)”只有\(chosen.count)格，--start 不能是\(start)")
            throw ExitCode.inputErrors
        }
        return PagePrinter(
            sheet: chosen, cropMarks: cropMarks, start: start - 1, copies: copies, flowcharts: flowcharts)
    }

    private func named(_ name: String, in folder: SheetFolder, _ design: CardDesign) throws -> CardSheet {
        guard let found = folder.sheets.first(where: { $0.stem == name }) else {
            if folder.names.contains(name) {
                Report.write(folder.diagnostics, texts: folder.texts, to: .standardError)
            } else {
                let near = Spelling.nearest(to: name, in: folder.names).map { "，是否想写“\($0)”？" }
                Report.complain("没有名为“\(name)”的拼版" + (near ?? "，有：\(folder.names.joined(separator: "、"))"))
            }
            throw ExitCode.inputErrors
        }
        guard found.takes(design) else {
            let fitting = folder.sheets(for: design).map(\.stem).joined(separator: "、")
            Report.complain(
                "拼版“\(name)”放不下版式“\(design.stem)”："
                    + (fitting.isEmpty ? "尺寸不同，请新建一个拼版" : "请用 --sheet \(fitting)"))
            throw ExitCode.inputErrors
        }
        return found
    }
}

extension PagePrinter {
    /// What whoever stands at the printer has to know.
    func say(_ records: [PrintRecord]) {
        guard let sheet, let design = records.first?.job.design else { return }
        let begun = start > 0 ? "（第1张从第\(start + 1)格起）" : ""
        let turn = design.sides.count > 1 ? "双面打印选“\(sheet.turn)”，" : ""
        Report.say(
            "拼版：\(records.count * copies)张卡，\(sheets(for: records.count))张纸\(begun)；\(turn)缩放选“实际大小”，打完量一量纸边的标尺。")
    }
}
