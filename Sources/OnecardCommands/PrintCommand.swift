internal import ArgumentParser
internal import Cards
internal import Diagnostics
internal import Drawing
internal import Foundation
internal import Guides
internal import Ledger

/// `onecard print`: draws, proves and writes cards.
struct PrintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "Print cards as PNG or PDF files, and enter them in the ledger.",
        discussion: """
            Each finished picture is decoded again before it is written, as it is and in bad conditions; a card that \
            does not give back exactly its address is not written. Either all files and all rows of the ledger are \
            written or none; a print that was cut off is completed by the next one.
            """)

    @Argument(help: "Names of cards, or of guides; without any, all cards are printed.")
    var names: [String] = []

    @OptionGroup var options: GuideOptions

    @Option(help: ArgumentHelp("The folder to write to; made where it does not exist.", valueName: "dir"))
    var out: String

    @Option(
        name: .customLong("design"),
        help: ArgumentHelp(
            "The design, a file in cards/designs/; without it 口袋卡, for items 窗口标签.", valueName: "name"))
    var namedDesign: String?

    private var design: String { namedDesign ?? (items ? PrintJob.labelDesign : PrintJob.usualDesign) }

    @Flag(help: "All items, as labels for their counters.")
    var items = false

    @Option(help: ArgumentHelp("Only cards and items of this field.", valueName: "name"))
    var field: String?

    @Option(help: ArgumentHelp("Dots per inch, 150 to 1200.", valueName: "n"))
    var dpi = 300

    @Flag(help: "Draw the design's bleed beyond each edge, for print shops.")
    var bleed = false

    @Option(help: ArgumentHelp("How many copies of each will be made, for the ledger.", valueName: "n"))
    var copies = 1

    @Option(help: ArgumentHelp("The print run's name; without it, the day and a number.", valueName: "name"))
    var batch: String?

    @Flag(help: "Mark the cards 试印, for trying out, and enter nothing in the ledger.")
    var trial = false

    @Option(help: ArgumentHelp("Threads to draw with; without it, one for each core.", valueName: "n"))
    var jobs: Int?

    @Flag(help: "Also print cards of items that are paused.")
    var paused = false

    @Flag(help: "Write one picture of all designs and the chosen cards, and nothing else.")
    var preview = false

    @OptionGroup var paper: SheetOptions

    @OptionGroup var address: BaseURLOption

    func validate() throws {
        guard CardRenderer.resolutions.contains(dpi) else { throw ValidationError("--dpi 应当在150到1200之间，这里是\(dpi)") }
        guard copies > 0 else { throw ValidationError("--copies 应当是正整数，这里是\(copies)") }
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs 应当在1到256之间，这里是\(jobs)") }
        if let batch, batch.isEmpty || batch.contains(where: \.isNewline) { throw ValidationError("--batch 要有名称") }
    }

    func run() throws {
        // Loading the typeface takes about as long as reading the guides.
        let preparation = Aside { CompanionRenderer.Pair.prepared() }
        defer { _ = preparation.finish() }
        let workbook = try options.workbook()
        let guidebook = workbook.guidebook
        do {
            let selection = PrintSelection(
                guidebook: guidebook, names: names, items: items, field: field, baseURL: address.baseURL,
                isTrial: trial || preview, workbook: workbook,
                gate: preview ? nil : PrintGate(guidebook: guidebook, allowsPaused: paused))
            if preview {
                try CardPreview(options: options, selection: selection, out: out, onlyDesign: design).write()
                return
            }
            try checkAddress(guidebook)
            let commit = PrintCommit(ledger: ledger)
            if try !trial && commit.recover() { Report.say("上次打印中途断了，已经补记进台账。") }
            let design = try chosenDesign(selection)
            let pages = try paper.printer(
                for: design, folder: options.cards + "/sheets", copies: copies, bleed: bleed,
                flowcharts: GuidebookFlowcharts(guidebook))
            try print(try selection.jobs(design: design), pages, guidebook, commit, preparation.finish() ?? nil)
            // All is written. Letting go of the guides one by one would take longer than ending does.
            Foundation.exit(Report.checkForLoss() ? EXIT_SUCCESS : ExitCode.inputErrors.rawValue)
        } catch let refused as RefusedCards {
            say(refused, workbook.guidebook)
            throw ExitCode.inputErrors
        } catch let error as CardError {
            Report.complain(error.description)
            throw ExitCode.inputErrors
        } catch let error as PrintError {
            if case .brokenLedger(let found) = error {
                let text = Ledger(at: ledger).text
                Report.write(found, texts: [ledger: text], to: .standardError)
            }
            Report.complain(error.description)
            throw ExitCode.inputErrors
        }
    }

    /// All that cannot be printed, each with its file.
    private func say(_ refused: RefusedCards, _ guidebook: Guidebook) {
        for (job, error) in refused.cards {
            Report.complain("\(file(of: job, guidebook))：按版式“\(job.design.stem)”印不出来：\(error.problem)")
        }
        Report.complain("\(refused.cards.count)张卡印不出来，一张也没有印；改好它们，或只写要印的名称")
    }

    /// The file of a card, or of the guide that was printed without one.
    private func file(of job: PrintJob, _ guidebook: Guidebook) -> String {
        if job.edition != nil || guidebook.cards.contains(where: { $0.stem == job.stem }) {
            return "\(options.cards)/\(job.stem).yaml"
        }
        let kind = guidebook.guide(named: job.stem)?.kind ?? .item
        return "\(options.guides)/" + (kind.folder.map { "\($0)/\(job.stem).yaml" } ?? kind.fileName ?? "")
    }

    private var ledger: String { options.cards + "/ledger.csv" }

    /// - Parameters:
    ///   - pages: What makes pages of the proved pictures, where these are wanted.
    ///   - renderers: Those that have their typeface.
    private func print(
        _ jobs: [PrintJob], _ pages: PagePrinter?, _ guidebook: Guidebook, _ commit: PrintCommit,
        _ renderers: CompanionRenderer.Pair?
    ) throws {
        let staging = try Staging(for: out)
        var printer = BulkPrinter(dotsPerInch: dpi, bleed: bleed, flowcharts: GuidebookFlowcharts(guidebook))
        if let workers = self.jobs { printer.workers = workers }
        let progress = ProgressLine(total: jobs.count)
        var records = try printer.print(jobs, into: staging, by: renderers) { progress.show($0) }
        progress.end()
        if let pages { records = try pages.print(records, into: staging) }
        try staging.write(
            Manifest.json(records, dotsPerInch: dpi, bleed: bleed, isTrial: trial), named: Manifest.fileName)
        let files = records.fileNames + [Manifest.fileName]
        if trial {
            try PrintCommit.moveOnly(files, from: staging)
            say(records, batch: nil)
        } else {
            let rows = records.compactMap { $0.row(copies: copies) }
            say(records, batch: try commit.commit(files, from: staging, rows: rows, batch: batch))
        }
        pages?.say(records)
    }

    /// A card that goes out must carry an address that the site answers for.
    private func checkAddress(_ guidebook: Guidebook) throws {
        guard !trial, let baseURL = address.baseURL, let host = WebAddress.host(of: baseURL) else { return }
        guard !Ledger.Expectations(guidebook).hosts.contains(host) else { return }
        Report.complain("“\(host)”不是site.yaml里的网址，不能正式打印。试印请加 --trial；真要换网址，请先改site.yaml")
        throw ExitCode.inputErrors
    }

    private func chosenDesign(_ selection: PrintSelection) throws -> CardDesign {
        let folder = DesignFolder(options.cards + "/designs", saying: selection.longestAddress, only: design)
        if let found = folder.designs.first { return found }
        if folder.diagnostics.isEmpty {
            var message = "没有名为“\(design)”的版式"
            if let near = Spelling.nearest(to: design, in: folder.names) { message += "，是否想写“\(near)”？" }
            Report.complain(message)
        } else {
            Report.write(folder.diagnostics, texts: folder.texts, to: .standardError)
        }
        throw ExitCode.inputErrors
    }

    private func say(_ records: [PrintRecord], batch: String?) {
        for record in records.prefix(20) {
            let margin = "余量\(record.margin.grade)/\(ProofMargin.worst.grade)"
            let symbol = "版本\(record.version)-\(record.level)，模块\(record.moduleMillimetres)毫米，已验证可扫，\(margin)"
            Report.say(
                "\(record.job.stem)：\(record.job.content.address)（\(symbol)）→ \(record.files.map { "\(out)/\($0.name)" }.joined(separator: "、"))"
            )
        }
        if records.count > 20 { Report.say("……共\(records.count)张，见 \(out)/\(Manifest.fileName)") }
        Report.say(batch.map { "已记入台账，批次“\($0)”。" } ?? "试印，没有记入台账。")
    }
}

extension PrintRecord {
    /// What the ledger is told.
    fileprivate func row(copies: Int) -> PrintCommit.Row? {
        guard let picture = SHA256Digest(hex: files[proved].sha256) else { return nil }
        return PrintCommit.Row(
            code: job.code, address: job.content.address, design: job.design.stem, copies: copies,
            edition: job.edition, picture: picture)
    }
}
