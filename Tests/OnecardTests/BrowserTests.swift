import Foundation
import TestSupport
import Testing

/// Every kind of page of the built daemon in a real browser, see Tests/BrowserTests.
@Suite struct BrowserTests {
    @Test("Pages in a browser")
    func pagesInBrowser() throws {
        // The shipped tree, with a retired code and a card that was printed long ago.
        let tree = try TemporaryFolder()
        let made = try BuiltCommand.run(
            executable: Self.python, [Repository.path("Tests/BrowserTests/tree.py"), tree.path])
        try #require(made.status == 0, "\(made.errors)")
        let daemon = try Daemon(["--guides", tree.path("guides"), "--cards", tree.path("cards"), "--rate-limit", "0"])
        // One process a file, beside each other.
        let runs = try ["access", "layout", "use"].map { subject in
            let folder = try TemporaryFolder()
            return (folder: folder, process: try Self.start(subject, daemon.port, into: folder))
        }
        for run in runs {
            run.process.waitUntilExit()
            // unittest writes its report to the error output; what matters stands in and behind the first failure.
            let report = try String(contentsOf: URL(fileURLWithPath: run.folder.path("errors")), encoding: .utf8)
            let start = report.range(of: "======")?.lowerBound ?? report.startIndex
            #expect(run.process.terminationStatus == 0, "\(String(report[start...].prefix(8000)))")
            #expect(report.contains(/Ran [1-9][0-9]* tests?/), "the tests were found and run: \(report)")
        }
        #expect(daemon.stop() == 0)
    }

    private static var python: String { Repository.path(".build/venv/bin/python") }

    private static func start(_ subject: String, _ port: Int, into folder: TemporaryFolder) throws -> Process {
        try BuiltCommand.start(
            executable: "/usr/bin/env",
            [
                "ONECARD_URL=http://127.0.0.1:\(port)", "ONECARD_SCREENSHOTS=\(Repository.path(".build/screenshots"))",
                python, "-m", "unittest", "discover", "-s", Repository.path("Tests/BrowserTests"), "-p",
                "test_\(subject).py",
            ], into: folder)
    }
}
