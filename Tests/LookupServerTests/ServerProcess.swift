internal import Foundation
internal import Glibc
internal import TestSupport

/// The built daemon over this repository's guides, in a process of its own on a port that the system chose.
final class ServerProcess: Sendable {
    let port: Int
    private let process: Process

    /// Starts it and waits until it says where it serves.
    init(_ arguments: [String]) throws {
        process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("onecard")
        process.arguments =
            ["serve", "--guides", Repository.path("guides"), "--cards", Repository.path("cards"), "--port", "0"]
            + arguments
        let output = Pipe()
        process.standardOutput = output
        try process.start()
        var text = ""
        while !text.contains("\n") {
            let bytes = output.fileHandleForReading.availableData
            guard !bytes.isEmpty else { throw Client.Failure(words: "the daemon did not start: \(text)") }
            text += String(decoding: bytes, as: UTF8.self)
        }
        guard let match = text.firstMatch(of: /localhost:([0-9]+)/), let port = Int(match.output.1) else {
            throw Client.Failure(words: text)
        }
        self.port = port
    }

    deinit { if process.isRunning { kill(identifier, SIGKILL) } }

    var identifier: pid_t { process.processIdentifier }

    /// Resident memory in bytes.
    func memory() throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(identifier)/statm", encoding: .utf8)
        guard let pages = status.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw Client.Failure(words: status)
        }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    func ask(_ target: String) throws -> Client.Answer {
        let client = try Client(port: port)
        try client.send("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n")
        return try client.answer()
    }

    /// Sends SIGTERM and waits; the exit status.
    func stop() -> Int32 {
        process.terminate()
        return waitUntilExit()
    }

    /// Waits for the end; the exit status, or minus the signal that ended it.
    @discardableResult func waitUntilExit() -> Int32 {
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }
}
