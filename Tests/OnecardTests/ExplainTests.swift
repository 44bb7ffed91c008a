import Foundation
import TestSupport
import Testing

/// Every rule that `check` can print is one that `--explain` knows.
@Suite struct ExplainTests {
    /// The names of all rules in the sources, each with its file.
    private func names() throws -> [(name: String, file: String)] {
        let root = URL(fileURLWithPath: Repository.path("Sources")).resolvingSymlinksInPath()
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
        return try files.flatMap { file in
            let text = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
            // Findings are made by rules, which have a manual, and in no other way.
            if !file.hasSuffix("Rules/Rule.swift") {
                let made = text.matches(of: /Diagnostic\(\s*rule: "/)
                #expect(made.isEmpty, "\(file) makes a finding without a rule")
            }
            guard text.contains(/enum \w+: \w*Rule\b/) else { return [(name: String, file: String)]() }
            return text.matches(of: /static let name = "([^"]+)"/).map { (String($0.1), file) }
        }
    }

    @Test func `each name in the sources has a manual with a wrong and a right example`() throws {
        let names = try names()
        #expect(names.count > 100)
        #expect(Set(names.map(\.name)).count == names.count)
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
