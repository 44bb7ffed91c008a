internal import ArgumentParser
internal import Drawing
internal import Foundation
internal import Guides
internal import Hummingbird
internal import Logging
internal import LookupServer

/// `onecard serve`: answers the addresses on the cards until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages that the cards open.",
        discussion: "SIGTERM and Ctrl-C stop it after the answers in flight.")

    @OptionGroup var options: GuideOptions

    @Option(help: ArgumentHelp("The address to listen on; 0.0.0.0 for every network.", valueName: "host"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("The port to listen on; 0 lets the system choose.", valueName: "port"))
    var port = 8080

    @OptionGroup var address: BaseURLOption

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port 应当在0到65535之间，这里是\(port)") }
    }

    func run() async throws {
        let guidebook = address.applied(to: try options.guidebook())
        let snapshot: SiteSnapshot
        do {
            snapshot = try SiteSnapshot(guidebook)
        } catch {
            Report.complain(error.description)
            throw ExitCode.inputErrors
        }
        var logger = Logger(label: "onecard") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        let application = buildApplication(
            serving: snapshot, at: ListenAddress(host: host, port: port), logger: logger
        ) { port in
            announce(guidebook, snapshot, port: port)
        }
        do {
            try await application.runService()
        } catch {
            Report.complain("不能在\(host):\(port)提供服务：\(error)。端口可能被占用，请换一个：--port")
            throw ExitCode.failure
        }
    }

    /// What is where, in a few lines.
    private func announce(_ guidebook: Guidebook, _ snapshot: SiteSnapshot, port: Int) {
        let shown = host == "127.0.0.1" || host == "0.0.0.0" ? "localhost" : host
        Report.say("onecard 已启动，\(snapshot.pageCount)个页面 / serving \(snapshot.pageCount) pages: http://\(shown):\(port)/")
        for card in guidebook.cards {
            guard let code = guidebook.guide(named: card.opens)?.code else { continue }
            Report.say("  卡 / card  \(card.title)  \(code.grouped)  http://\(shown):\(port)/c/\(code)  （卡上 / on the card: \(guidebook.address(of: code))）")
        }
        Report.say("按 Ctrl-C 停止 / Ctrl-C stops it.")
    }
}
