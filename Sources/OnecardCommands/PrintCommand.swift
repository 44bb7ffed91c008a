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
            written or none; a print that was cut off is completed by the next one. For good, only the address in \
            site.yaml is printed, or a former one, and only such as everybody can open.
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

    @Option(help: ArgumentHelp("How many copies of each will be made, for the ledger, up to 1000000.", valueName: "n"))
    var copies = 1

    @Option(help: ArgumentHelp("The print run's name; without it, the day and a number.", valueName: "name"))
    var batch: String?

    @Flag(help: "Mark the cards 试印, for trying out, and enter nothing in the ledger.")
    var trial = false

    @Flag(
        help:
            "Print for good though the address is a sample, of http, an IP address or of one's own network; the ledger says so."
    )
    var unsafeAddress = false

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
        guard (1...PrintedCode.mostCopies).contains(copies) else {
            throw ValidationError("--copies 应当在1到\(PrintedCode.mostCopies)之间，这里是\(copies)")
        }
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs 应当在1到256之间，这里是\(jobs)") }
        if let batch, batch.isEmpty || batch.contains(where: \.isNewline) { throw ValidationError("--batch 要有名称") }
    }

    func run() throws {
        // Loading the typeface takes about as long as reading the guides.
        let preparation = Aside { CompanionRenderer.Pair.prepared() }
        defer { _ = preparation.finish() }
        let workbook = try options.workbook()
        let guidebook = workbook.guidebook
        if !trial && !preview { try workbook.needSite() }
        try workbook.needAddress(address.baseURL)
        do {
            let selection = PrintSelection(
                guidebook: guidebook, names: names, items: items, field: field, baseURL: address.baseURL,
                isTrial: trial || preview, workbook: workbook,
                gate: preview ? nil : PrintGate(guidebook: guidebook, allowsPaused: paused))
            if preview {
                try CardPreview(options: options, selection: selection, out: out, onlyDesign: design).write()
                return
            }
            let commit = PrintCommit(ledger: options.ledger)
            if try !trial && commit.recover() { Report.say("上次打印中途断了，已经补记进台账。") }
            let remark = try addressRemark(guidebook)
            let design = try chosenDesign(selection)
            let pages = try paper.printer(
                for: design, folder: options.cards + "/sheets", copies: copies, bleed: bleed,
                flowcharts: GuidebookFlowcharts(guidebook))
            let jobs = try selection.jobs(design: design)
            if !trial { try checkLedger(guidebook, for: jobs) }
            try printWholly(jobs, pages, guidebook, commit, preparation.finish() ?? nil, remark: remark)
            // All is written. Letting go of the guides one by one would take longer than ending does.
            Foundation.exit(Report.checkForLoss() ? EXIT_SUCCESS : ExitCode.inputErrors.rawValue)
        } catch let refused as RefusedCards {
            say(refused, workbook.guidebook)
            throw ExitCode.inputErrors
        } catch let error as CardError {
            Report.complain(error.description)
            throw ExitCode.inputErrors
        } catch let error as LedgerError {
            try LedgerFailure.end(error, ledger: options.ledger)
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

    /// Draws and proves the cards in a folder aside, and puts them into their places.
    ///
    /// - Parameters:
    ///   - pages: What makes pages of the proved pictures, where these are wanted.
    ///   - renderers: Those that have their typeface.
    ///   - remark: Why the address is printed only by a flag.
    private func printWholly(
        _ jobs: [PrintJob], _ pages: PagePrinter?, _ guidebook: Guidebook, _ commit: PrintCommit,
        _ renderers: CompanionRenderer.Pair?, remark: String?
    ) throws {
        let staging = try Staging(for: out)
        var printer = BulkPrinter(dotsPerInch: dpi, bleed: bleed, flowcharts: GuidebookFlowcharts(guidebook))
        if let workers = self.jobs { printer.workers = workers }
        let progress = ProgressLine(total: jobs.count)
        var records = try printer.print(jobs, into: staging, by: renderers) { progress.show($0) }
        progress.end()
        if let pages { records = try pages.print(records, into: staging) }
        try put(records, from: staging, commit, remark: remark)
        pages?.say(records)
    }

    /// Puts the finished files into their places, and the rows into the ledger.
    ///
    /// - Parameter remark: Why the address is printed only by a flag.
    private func put(
        _ records: [PrintRecord], from staging: Staging, _ commit: PrintCommit, remark: String?
    ) throws {
        func manifest(_ stamp: PrintCommit.Stamp?) throws(LedgerError) -> [UInt8] {
            do {
                return try Manifest.json(records, dotsPerInch: dpi, bleed: bleed, stamp: stamp)
            } catch {
                throw .file(Manifest.fileName, reason: "内容写不成JSON")
            }
        }
        if trial {
            try staging.write(manifest(nil), named: Manifest.fileName)
            try PrintCommit.moveOnly(records.fileNames + [Manifest.fileName], from: staging)
            say(records, batch: nil)
        } else {
            let rows = records.compactMap { $0.row(copies: copies, remark: remark) }
            let name = try commit.commit(
                records.fileNames, from: staging, rows: rows, batch: batch,
                manifest: PrintCommit.StampedFile(named: Manifest.fileName) { stamp throws(LedgerError) in
                    try manifest(stamp)
                })
            say(records, batch: name)
        }
    }

    /// A card that goes out must carry an address that the site answers for, and that everybody can open.
    ///
    /// - Returns: What is doubtful about an address that a flag lets pass, for the ledger; nil for a good one.
    private func addressRemark(_ guidebook: Guidebook) throws -> String? {
        guard !trial else { return nil }
        let site = guidebook.site, base = Site.withoutFinalSlash(address.baseURL ?? site.baseURL)
        guard SiteAddresses(guidebook).bases?.contains(base) == true else {
            Report.complain(
                "“\(base)”不是site.yaml里的网址，要一字不差才能正式印，不然印出去的卡打不开。试印请加 --trial；真要换网址，请先改site.yaml")
            throw ExitCode.inputErrors
        }
        guard let doubt = site.isSample ? "示例网址" : WebAddress.doubt(about: base) else { return nil }
        guard !unsafeAddress else { return doubt }
        let reason = site.isSample ? "site.yaml里写着“示例数据: 是”，网址“\(base)”是示例网址" : "网址“\(base)”是\(doubt)，外面的人打不开，或浏览器会警告"
        Report.complain(
            "\(reason)，印出去的卡改不了，所以不正式印。试印请加 --trial；请先在site.yaml里换成本单位的https域名；一定要用它正式印的，加 --unsafe-address，台账会记下")
        throw ExitCode.inputErrors
    }

    /// Nothing is printed upon a broken ledger, nor a code once more that cards of another guide have.
    private func checkLedger(_ guidebook: Guidebook, for jobs: [PrintJob]) throws {
        let ledger = Ledger(at: options.ledger)
        guard ledger.faults.isEmpty else { throw LedgerError.brokenLedger(ledger.faults) }
        guard !ledger.prints.isEmpty else { return }
        let expectations = Ledger.Expectations(SiteAddresses(guidebook))
        let found = ledger.otherGuides(expectations, of: Set(jobs.map(\.code)))
        guard found.isEmpty else { throw LedgerError.brokenLedger(found) }
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
                "\(record.job.stem)：\(record.job.content.address) → 打开：\(record.job.opens.kind)“\(record.job.opens.name)”（\(symbol)）→ "
                    + record.files.map { "\(out)/\($0.name)" }.joined(separator: "、"))
        }
        if records.count > 20 { Report.say("……共\(records.count)张，见 \(out)/\(Manifest.fileName)") }
        let count = "\(records.count)张卡"
        Report.say(
            batch.map { "正式印制：\(count)，每张\(copies)份，已记入台账，批次“\($0)”。" } ?? "试印：\(count)，没有记入台账，不要发出去。")
    }
}

extension PrintRecord {
    /// What the ledger is told.
    fileprivate func row(copies: Int, remark: String?) -> PrintCommit.Row? {
        guard let picture = SHA256Digest(hex: files[proved].sha256) else { return nil }
        return PrintCommit.Row(
            code: job.code, address: job.content.address, design: job.design.stem, copies: copies,
            edition: job.edition, picture: picture, guide: job.opens, remark: remark)
    }
}
