internal import Foundation
internal import Glibc
internal import TestSupport

/// The built `onecard serve` in a process of its own.
final class BuiltDaemon {
    let port: Int
    let process = Process()
    private let folder: TemporaryFolder
    /// Kept, since its folder goes when nobody holds it any more.
    private var tree: SmallTree?

    /// The executable beside the tests.
    static let executable = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("onecard").path

    /// Starts it and waits until it says where it serves; operators' pages are answered there too, unless another address is
    /// among the arguments.
    ///
    /// - Parameters:
    ///   - launcher: What it is started through, such as `["faketime", "2026-11-23"]`.
    ///   - environment: Besides that of the tests.
    convenience init(
        _ tree: SmallTree, _ arguments: [String] = [], launcher: [String] = [], environment: [String: String] = [:]
    ) throws {
        try self.init(
            guides: tree.guides, cards: tree.cards, arguments, launcher: launcher, environment: environment)
        self.tree = tree
    }

    init(
        guides: String, cards: String, _ arguments: [String] = [], launcher: [String] = [],
        environment: [String: String] = [:]
    ) throws {
        folder = try TemporaryFolder()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            launcher + [BuiltDaemon.executable, "serve", "--guides", guides, "--cards", cards, "--port", "0"]
            + (arguments.contains("--operations") ? [] : ["--operations", "local"]) + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = try Self.file(folder.path("output"))
        process.standardError = try Self.file(folder.path("errors"))
        try process.start()
        let files = [folder.path("output"), folder.path("errors")]
        for _ in 0..<1200 {
            // For programs it stands in the log.
            let text = files.map { (try? String(contentsOfFile: $0, encoding: .utf8)) ?? "" }
            if let match = text.joined().firstMatch(of: /localhost:([0-9]+)/), let port = Int(match.output.1) {
                self.port = port
                return
            }
            guard process.isRunning else { break }
            usleep(50_000)
        }
        process.terminate()
        throw Client.Failure(
            words:
                "the daemon did not start: \((try? String(contentsOfFile: folder.path("errors"), encoding: .utf8)) ?? "")"
        )
    }

    deinit {
        guard process.isRunning else { return }
        // A launcher that waits for the daemon does not pass the signal on.
        for child in children { kill(child, SIGTERM) }
        process.terminate()
    }

    /// What the process has started itself.
    private var children: [pid_t] {
        let pid = process.processIdentifier
        let text = (try? String(contentsOfFile: "/proc/\(pid)/task/\(pid)/children", encoding: .utf8)) ?? ""
        return text.split(separator: " ").compactMap { pid_t($0) }
    }

    private static func file(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(fileURLWithPath: path))
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    /// What it has said on standard output so far.
    var said: String { (try? String(contentsOfFile: folder.path("output"), encoding: .utf8)) ?? "" }

    /// What it has logged so far.
    var log: String { (try? String(contentsOfFile: folder.path("errors"), encoding: .utf8)) ?? "" }

    /// Resident memory in bytes.
    var memory: Int {
        let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/statm", encoding: .utf8)) ?? ""
        return (status.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0)
            * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// Asks on a connection of its own.
    func ask(_ target: String, method: String = "GET", _ fields: [String] = ["Host: localhost"]) throws -> Client.Answer
    {
        let client = try Client(port: port)
        try client.send((["\(method) \(target) HTTP/1.1"] + fields).joined(separator: "\r\n") + "\r\n\r\n")
        return try client.answer(hasBody: method != "HEAD")
    }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Sends SIGTERM and waits for the end; the exit status.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }

    /// Asks again and again until it holds; ends the test where it does not for a time far beyond any promise.
    func wait(for what: String, _ condition: () throws -> Bool) throws {
        for _ in 0..<3000 {
            if try condition() { return }
            usleep(20_000)
        }
        throw Client.Failure(words: "it never came: \(what)\n\(log)")
    }
}

/// Another program, run to its end.
enum Program {
    struct Result {
        let status: Int32
        let output: String
        let errors: String
    }

    static func run(_ arguments: [String], input: String? = nil) throws -> Result {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        try Data((input ?? "").utf8).write(to: URL(fileURLWithPath: folder.path("input")))
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder.path("input")))
        for name in ["output", "errors"] { try Data().write(to: URL(fileURLWithPath: folder.path(name))) }
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("output")))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("errors")))
        try process.start()
        process.waitUntilExit()
        func text(_ name: String) -> String { (try? String(contentsOfFile: folder.path(name), encoding: .utf8)) ?? "" }
        return Result(status: process.terminationStatus, output: text("output"), errors: text("errors"))
    }
}
