import Foundation
import TestSupport
import Testing

/// What the handbook tells maintainers to type can be typed: on a fresh copy of the shipped tree each command does what it
/// says.
@Suite struct HandbookCommandTests {
    private func commands(beginning start: String) throws -> [String] {
        let text = try String(contentsOf: URL(fileURLWithPath: Repository.path("docs/维护手册.md")), encoding: .utf8)
        let spans = text.matches(of: /`(onecard [^`\n]+)`/).map { String($0.1) }
        let blocks = text.split(separator: "\n").filter { $0.hasPrefix("onecard ") }.map(String.init)
        return (spans + blocks).filter { $0.hasPrefix(start) }
    }

    private func copy() throws -> (folder: TemporaryFolder, options: [String]) {
        let folder = try TemporaryFolder()
        for name in ["guides", "cards"] {
            try FileManager.default.copyItem(atPath: Repository.path(name), toPath: folder.path(name))
        }
        return (folder, ["--guides", folder.path("guides"), "--cards", folder.path("cards")])
    }

    @Test func `each new file can be made`() throws {
        let commands = try commands(beginning: "onecard new ").filter { $0.split(separator: " ").count > 3 }
        #expect(commands.count >= 7)
        for command in commands {
            let (folder, options) = try copy()
            var arguments = command.dropFirst("onecard ".count).split(separator: "\"", omittingEmptySubsequences: false)
                .enumerated().flatMap { $0 % 2 == 0 ? $1.split(separator: " ").map(String.init) : [String($1)] }
            if let place = arguments.firstIndex(of: "短码") {
                let minted = try BuiltCommand.run(["new", "code", "试一试"] + options)
                arguments[place] = String(try #require(minted.output.firstMatch(of: /短码([0-9A-Z]{5})/)).1)
            }
            let result = try BuiltCommand.run(arguments + options)
            #expect(result.status == 0, "\(command): \(result.errors)")
            _ = folder
        }
    }

    @Test func `each rule that it names is explained`() throws {
        for command in try commands(beginning: "onecard check --explain ") where !command.hasSuffix("规则名") {
            let arguments = command.split(separator: " ").dropFirst().map(String.init)
            #expect(try BuiltCommand.run(arguments).status == 0, "\(command)")
        }
    }
}
