import Foundation
import TestSupport
import Testing

/// Every rule that `check` can print is one that `--explain` knows.
@Suite struct ExplainTests {
    /// The names of all rules in the sources, each with its file.
    private func names() throws -> [(name: String, file: String)] {
        let root = URL(fileURLWithPath: Repository.path("Sources")).resolvingSymlinksInPath()
        // The daemon's own problems are none of `check`'s.
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter {
            $0.hasSuffix(".swift") && !$0.hasPrefix("LookupServer/")
        }
        return try files.flatMap { file in
            let text = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
            var names = text.matches(of: /rule: "([a-z-]+[a-z])"/).map { String($0.1) }
            if text.contains(/enum \w+: \w*Rule\b/) {
                names += text.matches(of: /static let name = "([^"]+)"/).map { String($0.1) }
            }
            // `error("dead-code", …)` of a file whose names begin alike.
            if let prefix = text.firstMatch(of: /rule: "([a-z]+-)" \+ rule/)?.1 {
                names += text.matches(of: /\b(?:error|warning|finding)\(\s*"([a-z-]+)"/).map { String(prefix + $0.1) }
            }
            return names.map { (name: $0, file: file) }
        }
    }

    @Test func `each name in the sources has a manual with a wrong and a right example`() throws {
        let names = try names()
        #expect(names.count > 100)
        let all = try BuiltCommand.run(["check", "--explain", "all"])
        #expect(all.status == 0)
        for (name, file) in names {
            #expect(all.output.contains("[\(name)] "), "\(name) of \(file) is not registered")
        }
        for piece in all.output.components(separatedBy: "\n\n[") {
            #expect(piece.contains("\n错误：\n") && piece.contains("\n正确：\n"), "\(piece.prefix(40))")
        }
    }

    @Test(arguments: ["design-quiet-zone", "sheet-no-ruler", "ledger-dead-code", "unknown-key", "unfilled-template"])
    func `rules about guides, designs, sheets and the ledger are explained alike`(name: String) throws {
        let result = try BuiltCommand.run(["check", "--explain", name])
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("[\(name)] "))
    }

    @Test func `an unknown name lists those that may be meant`() throws {
        for (typed, meant) in [
            ("unkown-key", "“unknown-key”"), ("unknown_key", "“unknown-key”"), ("quiet-zone", "“design-quiet-zone”"),
            ("dead-code", "“ledger-dead-code”"),
        ] {
            let result = try BuiltCommand.run(["check", "--explain", typed])
            #expect(result.status == 1)
            #expect(result.errors.contains(meant), "\(result.errors)")
        }
    }
}
