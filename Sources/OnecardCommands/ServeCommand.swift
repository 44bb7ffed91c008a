internal import ArgumentParser
internal import Cards
internal import Diagnostics
internal import Drawing
internal import Foundation
internal import Guides
internal import Hummingbird
internal import Logging
internal import LookupServer
internal import Publication
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

    @Option(
        help: ArgumentHelp(
            "The folder for scan counts and each file's last good version; without it neither is kept.",
            valueName: "dir"))
    var data: String?

    @Option(help: ArgumentHelp("The folder through which `onecard reload` learns what became of it.", valueName: "dir"))
    var control: String?

    @Option(help: ArgumentHelp("The certificate chain for HTTPS and HTTP/2, PEM.", valueName: "file"))
    var tlsCert: String?

    @Option(help: ArgumentHelp("The certificate's private key, PEM.", valueName: "file"))
    var tlsKey: String?

    @Flag(help: "For writing guides: pages reload themselves after each change and show its errors. This machine only.")
    var preview = false

    @Option(help: ArgumentHelp("With --preview: show the pages as of this day, such as 2027-05-01.", valueName: "date"))
    var today: CalendarDate?

    @Option(
        help: ArgumentHelp(
            """
            Where operators ask for /healthz, /readyz and /metrics, by plain HTTP; local: programs on this machine at the \
            public address, not behind a proxy. Without it nobody.
            """, valueName: "host:port"))
    var operations: String?

    @OptionGroup var limits: LimitOptions

    @OptionGroup var publicFiles: PublicOption

    @Option(help: "How log lines look on standard error: text or json.")
    var logFormat = LineLogHandler.Format.text

    @Option(
        help: "The least urgent log lines that are written: trace, debug, info, notice, warning, error or critical.")
    var logLevel = LogLevel.notice

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port 应当在0到65535之间，这里是\(port)") }
        guard (tlsCert == nil) == (tlsKey == nil) else { throw ValidationError("--tls-cert 和 --tls-key 要一起写") }
        guard !preview || ["127.0.0.1", "::1", "localhost"].contains(host) else {
            throw ValidationError("--preview 只能在本机用，--host 应当是 127.0.0.1，这里是“\(host)”")
        }
        if let operations, OperationsPlace(operations) == nil {
            throw ValidationError(
                "--operations 应当是地址和端口，如 127.0.0.1:9580 或 [::1]:9580，或者local，这里是“\(operations)”")
        }
        guard preview || today == nil else { throw ValidationError("--today 只和 --preview 一起用：正式的页面总是当天的") }
        guard !preview || data == nil else { throw ValidationError("--preview 不统计扫码，不要和 --data 一起写") }
    }

    func run() async throws {
        Pipes.surviveReaders()
        let voice = ServeVoice(logFormat, level: logLevel.level)
        let logger = voice.logger
        defer { voice.drain() }
        let folders = [options.guides, options.cards]
        let state = TreeFingerprint(of: folders)
        let keeper = data.map { VersionKeeper(in: $0) { voice.logger.error("\($0)") } }
        let files = ServedFiles(
            options, address, today: today, isPreview: preview,
            keeper: keeper)
        let start = files.load(nil)
        guard let guidebook = start.guidebook else {
            // Nothing can be shown, and nothing was ever shown from here.
            Workbook.say(start.settled.errors)
            Report.complain("site.yaml不能用，改好以前不能提供页面（serve --preview 可以预览）；onecard check 列出全部错误")
            throw ExitCode.inputErrors
        }
        // What is good now must outlive the program before anybody is answered from it; meanwhile pages are made ready.
        let keeping = Aside { files.keep() }
        let certificates = certificates(voice)
        if let control { makeFolder(control, voice) }
        let tally = data.map { _ in ScanTally() }
        let site: LiveSite
        do {
            let publication = try Publication(guidebook, cards: start.cards)
            site = LiveSite(
                SiteSnapshot(publication), scans: tally,
                problems: start.problems + files.chartProblems(publication))
        } catch {
            voice.complain(error.description)
            throw ExitCode.inputErrors
        }
        OpenFiles.raiseLimit()
        _ = keeping.finish()
        let manager = ServiceManager()
        var services: [any Service] = []
        if let data, let tally {
            let writer = ScanWriter(path: ScanFile.path(in: data), tally: tally) { logger.error("\($0)") }
            services.append(ScanFlushService(writer, site: site, logger: logger))
        }
        services.append(RefusalReport(site, logger: logger))
        services.append(WatchdogService(manager))
        services.append(StatusService(manager, site: site))
        if let certificates { services.append(CertificateService(certificates, logger: logger)) }
        let operators = operations.flatMap { OperationsPlace($0) }
        if case .address(let place)? = operators {
            services.append(
                OperationsService(site, at: place, logger: logger) { port in
                    logger.notice("监控地址可用了", metadata: ["address": "http://\(place.host):\(port)/metrics"])
                })
        }
        addGauges(to: site, certificates, voice)
        site.addFaults { StandingFaults(data: data, certificates).problems }
        services.append(
            ReloadService(
                site, work(folders, files, site, certificates, manager, logger),
                triggers: ReloadTriggers.all(watching: folders, since: state), logger: logger))
        do {
            let application = try buildApplication(
                serving: site, at: ListenAddress(host: host, port: port), limits: limits.limits,
                certificates: certificates, answersOperators: operators == .local || (preview && operators == nil),
                publicFiles: publicFiles.folder, isPreview: preview, services: services, logger: logger
            ) { port in
                announce(guidebook, pages: site.pageCount, port: port, voice)
                manager.ready(site.statusWords)
            }
            try await application.runService()
            manager.stopping()
        } catch {
            voice.complain(ListenFailure(error, at: ListenAddress(host: host, port: port)).description)
            throw ExitCode.failure
        }
    }

    private func addGauges(to site: LiveSite, _ certificates: TLSCertificates?, _ voice: ServeVoice) {
        site.addGauge(
            "onecard_build_info{version=\"\(BuildVersion.number)\",commit=\"\(BuildVersion.commit)\"}",
            "Which onecard this is."
        ) { 1 }
        site.addGauge("onecard_log_lines_dropped", "Log lines left out because nobody read them.") {
            voice.droppedLines
        }
        if let certificates {
            site.addGauge("onecard_certificate_expiry_timestamp_seconds", "When the certificate ends.") {
                certificates.expiry
            }
            site.addGauge("onecard_certificate_reload_failing", "1 while the newest certificate cannot be used.") {
                certificates.refusal == nil ? 0 : 1
            }
        }
    }

    private func work(
        _ folders: [String], _ files: ServedFiles, _ site: LiveSite, _ certificates: TLSCertificates?,
        _ manager: ServiceManager, _ logger: Logger
    ) -> ReloadWork {
        let desk = control.map { ReloadDesk(in: $0) }
        return ReloadWork(
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
                guard !isReloading else {
                    manager.reloading()
                    desk?.begin()
                    return
                }
                manager.ready(site.statusWords)
                do {
                    try desk?.finish([certificates?.refusal].compactMap(\.self) + site.refusals)
                } catch {
                    logger.error("重新读文件的结果写不出：\(SystemReason.words(for: error))")
                }
            },
            chartProblems: files.chartProblems,
            keep: {
                files.keep()
                files.copyKept()
            })
    }

    private func certificates(_ voice: ServeVoice) -> TLSCertificates? {
        guard let tlsCert, let tlsKey else { return nil }
        return TLSCertificates(certificate: tlsCert, key: tlsKey, keptIn: data) { voice.logger.error("\($0)") }
    }

    /// That there is none costs no page.
    private func makeFolder(_ folder: String, _ voice: ServeVoice) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            voice.logger.error("建不了文件夹“\(folder)”：\(SystemReason.words(for: error))")
        }
    }

    /// What is where, in a few lines.
    private func announce(_ guidebook: Guidebook, pages: Int, port: Int, _ voice: ServeVoice) {
        let shown = host == "127.0.0.1" || host == "0.0.0.0" ? "localhost" : host.contains(":") ? "[\(host)]" : host
        let origin = "\(tlsCert == nil ? "http" : "https")://\(shown):\(port)"
        var lines = ["onecard 已启动，\(pages)个页面 / serving \(pages) pages: \(origin)/"]
        for card in guidebook.cards {
            guard let code = guidebook.guide(named: card.opens)?.code else { continue }
            lines.append(
                "  卡 / card  \(card.title)  \(code.grouped)  \(origin)\(PageAddress.code(code).link)  （卡上 / on the card: \(guidebook.address(of: code))）"
            )
        }
        if preview { lines.append("预览：保存文件后页面自动刷新，有错误就显示在页面下方 / preview: pages reload after each change.") }
        lines.append("按 Ctrl-C 停止 / Ctrl-C stops it.")
        voice.announce(lines, pages: pages, address: origin)
    }
}
