internal import Diagnostics
internal import Foundation
internal import Glibc
internal import Guides
internal import Hummingbird
internal import Logging
internal import LookupServer
internal import ScanRecords
internal import ServiceLifecycle
internal import TestSupport

/// A daemon on a port of its own, over the guides of this repository and one retired code.
struct Daemon: Sendable {
    let port: Int
    let site: LiveSite
    let tally: ScanTally
    /// Where operators ask, if they do elsewhere.
    var operationsPort: Int?

    /// The codes that tests ask for: of an item, of no guide, and retired.
    static let item = "CY7MN"
    static let retired = "00000"

    /// What every daemon of these tests serves; it cannot change, so that it is made once.
    private static let snapshot = Result {
        let tree = try GuideTreeCopy()
        let outcome = GuideLoader(guides: tree.guides, cards: tree.cards).load()
        guard let guidebook = outcome.guidebook else {
            throw Client.Failure(words: outcome.diagnostics.prefix(5).map(\.message).joined(separator: "\n"))
        }
        return try SiteSnapshot(guidebook)
    }

    /// Runs a daemon while `body` asks it, and stops it.
    static func run<Value: Sendable>(
        limits: ServerLimits = ServerLimits(), shortcut: Shortcut = .plain, logger: Logger? = nil,
        publicFiles: PublicFolder? = nil, certificate: Certificate? = nil, hasOperations: Bool = false,
        _ body: @escaping @Sendable (Daemon) throws -> Value
    ) async throws -> Value {
        let tally = ScanTally()
        let site = LiveSite(try snapshot.get(), scans: tally)
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        var quiet = Logger(label: "test")
        quiet.logLevel = .critical
        let logger = logger ?? quiet
        let (others, operations) = AsyncStream.makeStream(of: Int.self)
        let address = ListenAddress(host: "127.0.0.1", port: 0)
        let services =
            hasOperations
            ? [OperationsService(site, at: address, logger: logger) { operations.yield($0) }] : []
        let application = try buildApplication(
            serving: site, at: address, limits: limits,
            certificates: certificate.map { TLSCertificates(certificate: $0.path, key: $0.key) },
            answersOperators: !hasOperations, publicFiles: publicFiles, shortcut: shortcut, services: services,
            logger: logger
        ) { continuation.yield($0) }
        let group = ServiceGroup(configuration: .init(services: [application], logger: logger))
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            guard let port = await iterator.next() else { throw Client.Failure(words: "not started") }
            var started = Daemon(port: port, site: site, tally: tally)
            if hasOperations {
                var iterator = others.makeAsyncIterator()
                started.operationsPort = await iterator.next()
            }
            let daemon = started
            let result = await onThread { try body(daemon) }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return try result.get()
        }
    }

    /// Asks until it holds.
    func wait(_ condition: () throws -> Bool) throws { try waitUntil(condition) }

    /// Asks on a connection of its own.
    func ask(
        _ target: String, method: String = "GET", _ fields: [String] = ["Host: localhost"], version: String = "1.1"
    ) throws -> Client.Answer {
        let client = try Client(port: port)
        let lines = ["\(method) \(target) HTTP/\(version)"] + fields
        try client.send(lines.joined(separator: "\r\n") + "\r\n\r\n")
        return try client.answer(hasBody: method != "HEAD")
    }
}

/// Waits for something that must come; ends the test where it does not for a time far beyond any promise.
func waitUntil(_ condition: () throws -> Bool) throws {
    let end = Date().addingTimeInterval(180)
    while try !condition() {
        guard Date() < end else { throw Client.Failure(words: "it never came") }
        usleep(20_000)
    }
}

/// Runs something that blocks, as sockets do, on a thread of its own and not on those that the daemon runs on.
func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async -> Result<Value, any Error> {
    await withCheckedContinuation { continuation in
        Thread { continuation.resume(returning: Result { try body() }) }.start()
    }
}

/// A copy of this repository's guides that a test may change.
struct GuideTreeCopy {
    let folder: TemporaryFolder
    var guides: String { folder.path("guides") }
    var cards: String { folder.path("cards") }

    init() throws {
        folder = try TemporaryFolder()
        let manager = FileManager.default
        try manager.copyItem(atPath: Repository.path("guides"), toPath: guides)
        try manager.copyItem(atPath: Repository.path("cards"), toPath: cards)
        try folder.write(
            """
            退役:
              - {短码: "00000", 名称: 旧事项, 日期: 2026-10-01, 原因: 并入施工许可, 接替: 施工许可}

            """, to: "guides/retired.yaml")
    }
}
