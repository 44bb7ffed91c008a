internal import ArgumentParser
internal import Cards
internal import Diagnostics
internal import Drawing
internal import Foundation
internal import Guides
internal import Hummingbird
internal import Logging
internal import LookupServer
internal import ScanRecords
internal import ServiceLifecycle
internal import VersionRecords

/// `onecard serve`: answers the addresses on the cards until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages that the cards open.",
        discussion: """
            Changed files are served within a second; while one has errors, its last good version goes on being served, \
            with --data also after a restart, and /readyz says what is wrong. SIGHUP reads files and certificates anew. SIGTERM and Ctrl-C stop it after \
            the answers in flight.
            """)

    @OptionGroup var options: GuideOptions

    @Option(help: ArgumentHelp("The address to listen on; 0.0.0.0 for every network.", valueName: "host"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("The port to listen on; 0 lets the system choose.", valueName: "port"))
    var port = 8080

    @OptionGroup var address: BaseURLOption

    @Option(help: ArgumentHelp("The folder for the scan counts; without it nothing is counted.", valueName: "dir"))
    var data: String?

    @Option(help: ArgumentHelp("The certificate chain for HTTPS and HTTP/2, PEM.", valueName: "file"))
    var tlsCert: String?

    @Option(help: ArgumentHelp("The certificate's private key, PEM.", valueName: "file"))
    var tlsKey: String?

    @Flag(help: "For writing guides: pages reload themselves after each change and show its errors. This machine only.")
    var preview = false

    @Option(help: ArgumentHelp("With --preview: show the pages as of this day, such as 2027-05-01.", valueName: "date"))
    var today: CalendarDate?

    @OptionGroup var limits: LimitOptions

    @OptionGroup var publicFiles: PublicOption

    @Option(help: "How log lines look on standard error: text or json.")
    var logFormat = LineLogHandler.Format.text

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port 应当在0到65535之间，这里是\(port)") }
        guard (tlsCert == nil) == (tlsKey == nil) else { throw ValidationError("--tls-cert 和 --tls-key 要一起写") }
        guard !preview || ["127.0.0.1", "::1", "localhost"].contains(host) else {
            throw ValidationError("--preview 只能在本机用，--host 应当是 127.0.0.1，这里是“\(host)”")
        }
        guard preview || today == nil else { throw ValidationError("--today 只和 --preview 一起用：正式的页面总是当天的") }
        guard !preview || data == nil else { throw ValidationError("--preview 不统计扫码，不要和 --data 一起写") }
    }

    func run() async throws {
        var logger = Logger(label: "onecard") { [logFormat] in LineLogHandler(label: $0, format: logFormat) }
        logger.logLevel = .notice
        let folders = [options.guides, options.cards]
        let state = TreeFingerprint(of: folders)
        let files = ServedFiles(
            options, address, today: today, isPreview: preview,
            keeper: try data.map { try keeper(in: $0, logger) })
        let start = files.load(nil)
        guard let guidebook = start.guidebook else {
            // Nothing can be shown, and nothing was ever shown from here.
            Workbook.say(start.settled.errors)
            Report.complain("site.yaml不能用，改好以前不能提供页面（serve --preview 可以预览）；onecard check 列出全部错误")
            throw ExitCode.inputErrors
        }
        // What is good now must outlive the program before anybody is answered from it; meanwhile pages are made ready.
        let keeping = Aside { files.keep() }
        let certificates = try certificates()
        let tally = data.map { _ in ScanTally() }
        let site: LiveSite
        do {
            let snapshot = try SiteSnapshot(guidebook, cards: start.cards)
            site = LiveSite(snapshot, scans: tally, problems: start.problems + files.chartProblems(snapshot))
        } catch {
            Report.complain(error.description)
            throw ExitCode.inputErrors
        }
        OpenFiles.raiseLimit()
        _ = keeping.finish()
        let manager = ServiceManager()
        var services: [any Service] = []
        if let data, let tally {
            services.append(ScanFlushService(try writer(in: data, tally), site: site, logger: logger))
        }
        services.append(
            ReloadService(
                site, work(folders, files, certificates, manager, logger),
                triggers: ReloadTriggers.all(watching: folders, since: state), logger: logger))
        do {
            let application = try buildApplication(
                serving: site, at: ListenAddress(host: host, port: port), limits: limits.limits,
                certificates: certificates,
                publicFiles: publicFiles.folder, isPreview: preview, services: services, logger: logger
            ) { port in
                announce(guidebook, pages: site.pageCount, port: port)
                manager.ready("\(site.pageCount) pages")
            }
            try await application.runService()
            manager.stopping()
        } catch {
            Report.complain(ListenFailure(error, at: ListenAddress(host: host, port: port)).description)
            throw ExitCode.failure
        }
    }

    private func work(
        _ folders: [String], _ files: ServedFiles, _ certificates: TLSCertificates?,
        _ manager: ServiceManager, _ logger: Logger
    ) -> ReloadWork {
        ReloadWork(
            folders: folders,
            loadChanges: { files.load($0).work },
            onHangup: {
                do {
                    try certificates?.reload()
                } catch {
                    logger.error("\(error)；继续用原来的证书")
                }
            },
            announce: { isReloading in
                if isReloading { manager.reloading() } else { manager.ready("reloaded") }
            },
            chartProblems: files.chartProblems, keep: files.keep)
    }

    private func keeper(in folder: String, _ logger: Logger) throws -> VersionKeeper {
        try makeFolder(folder)
        return VersionKeeper(in: folder) { logger.error("\($0)") }
    }

    private func certificates() throws -> TLSCertificates? {
        guard let tlsCert, let tlsKey else { return nil }
        do {
            return try TLSCertificates(certificate: tlsCert, key: tlsKey)
        } catch {
            Report.complain(error.description)
            throw ExitCode.inputErrors
        }
    }

    private func writer(in folder: String, _ tally: ScanTally) throws -> ScanWriter {
        try makeFolder(folder)
        return ScanWriter(path: ScanFile.path(in: folder), tally: tally)
    }

    private func makeFolder(_ folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            Report.complain("建不了文件夹“\(folder)”：\(SystemReason.words(for: error))")
            throw ExitCode.inputErrors
        }
    }

    /// What is where, in a few lines.
    private func announce(_ guidebook: Guidebook, pages: Int, port: Int) {
        let shown = host == "127.0.0.1" || host == "0.0.0.0" ? "localhost" : host
        Report.say(
            "onecard 已启动，\(pages)个页面 / serving \(pages) pages: \(tlsCert == nil ? "http" : "https")://\(shown):\(port)/"
        )
        for card in guidebook.cards {
            guard let code = guidebook.guide(named: card.opens)?.code else { continue }
            Report.say(
                "  卡 / card  \(card.title)  \(code.grouped)  \(tlsCert == nil ? "http" : "https")://\(shown):\(port)\(PageAddress.code(code).link)  （卡上 / on the card: \(guidebook.address(of: code))）"
            )
        }
        if preview { Report.say("预览：保存文件后页面自动刷新，有错误就显示在页面下方 / preview: pages reload after each change.") }
        Report.say("按 Ctrl-C 停止 / Ctrl-C stops it.")
    }
}

extension LineLogHandler.Format: ExpressibleByArgument {}
