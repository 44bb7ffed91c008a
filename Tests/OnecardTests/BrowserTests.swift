import Foundation
import TestSupport
import Testing

/// Every kind of page of the built daemon in a real browser, see Tests/BrowserTests.
@Suite struct BrowserTests {
    /// A daemon on a copy of the shipped tree in which a code is retired and a card was printed long ago.
    private static let daemon = Result {
        let folder = try TemporaryFolder()
        let made = try BuiltCommand.run(
            executable: Repository.path(".build/venv/bin/python"),
            [Repository.path("Tests/BrowserTests/tree.py"), folder.path])
        try #require(made.status == 0, "\(made.errors)")
        let daemon = try Daemon(["--guides", folder.path("guides"), "--cards", folder.path("cards")])
        return (folder: folder, daemon: daemon)
    }

    @Test("Pages in a browser", arguments: ["access", "layout", "use"])
    func pagesInBrowser(subject: String) throws {
        let site = try Self.daemon.get()
        let result = try BuiltCommand.run(
            executable: "/usr/bin/env",
            [
                "ONECARD_URL=http://127.0.0.1:\(site.daemon.port)",
                "ONECARD_SCREENSHOTS=\(Repository.path(".build/screenshots"))",
                Repository.path(".build/venv/bin/python"), "-m", "unittest", "discover",
                "-s", Repository.path("Tests/BrowserTests"), "-p", "test_\(subject).py",
            ])
        // unittest writes its report to the error output; what matters stands in and behind the first failure.
        let report = result.errors
        let start = report.range(of: "======")?.lowerBound ?? report.startIndex
        #expect(result.status == 0, "\(String(report[start...].prefix(8000)))")
        #expect(report.contains(/Ran [1-9][0-9]* tests?/), "the tests were found and run")
    }
}
