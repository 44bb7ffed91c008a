import Foundation
import TestSupport

/// The `onecard` that was built together with the tests.
enum BuiltCommand {
    struct Result {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The executable beside the test bundle.
    static let path: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("onecard").path
    }()

    /// Runs the command in the repository's root and waits for its end.
    static func run(_ arguments: [String]) throws -> Result {
        try run(executable: path, arguments)
    }

    /// Runs any program; its two outputs go to files, so that neither can fill a pipe and stop it.
    static func run(executable: String, _ arguments: [String]) throws -> Result {
        let folder = try TemporaryFolder()
        let process = try start(executable: executable, arguments, into: folder)
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try text(folder.path("output")),
            errors: try text(folder.path("errors")))
    }

    static func start(executable: String, _ arguments: [String], into folder: TemporaryFolder) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: Repository.root)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try handle(folder.path("output"))
        process.standardError = try handle(folder.path("errors"))
        try process.start()
        return process
    }

    private static func handle(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(fileURLWithPath: path))
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    private static func text(_ path: String) throws -> String {
        // Not by String(contentsOf:), which swallows a byte-order mark.
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }
}

/// A running `onecard serve` on a port that the system chose.
final class Daemon: Sendable {
    enum StartError: Error {
        case endedEarly(String)
        case notReady
    }

    /// One daemon for the tests that only ask; it ends with the tests.
    static let shared = Result { try Daemon(["--rate-limit", "0"]) }

    let port: Int
    private let process: Process
    private let folder: TemporaryFolder

    /// Starts it and waits until it says where it serves, at most five minutes.
    init(_ arguments: [String] = []) throws {
        folder = try TemporaryFolder()
        process = try BuiltCommand.start(
            executable: BuiltCommand.path, ["serve", "--port", "0"] + arguments, into: folder)
        let output = URL(fileURLWithPath: folder.path("output"))
        for _ in 0..<3000 {
            let said = (try? String(contentsOf: output, encoding: .utf8)) ?? ""
            if let match = said.firstMatch(of: /http:\/\/localhost:([0-9]+)\//), let port = Int(match.1) {
                self.port = port
                return
            }
            guard process.isRunning else {
                throw StartError.endedEarly(
                    try String(contentsOf: URL(fileURLWithPath: folder.path("errors")), encoding: .utf8))
            }
            Thread.sleep(forTimeInterval: 0.1)
        }
        process.terminate()
        throw StartError.notReady
    }

    /// Sends SIGTERM and waits; the exit status.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }

    deinit {
        if process.isRunning { process.terminate() }
    }

    /// Ends the shared daemon with the test process, whose static values are never freed.
    static let endsWithTests: Void = {
        atexit { if case .success(let daemon) = Daemon.shared { daemon.process.terminate() } }
    }()
}
