import Foundation
import TestSupport
import Testing

/// The JSON Schemas and tables of keys that come from the checker's own shapes.
@Suite struct SchemaTests {
    private func schemas() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let made = try BuiltCommand.run(["schema", "--out", folder.path])
        try #require(made.status == 0, "\(made.errors)")
        return folder
    }

    private func validate(_ tree: String, with schemas: TemporaryFolder) throws -> [String] {
        let result = try BuiltCommand.run(
            executable: Repository.path(".build/venv/bin/python"),
            [Repository.path("Tests/OnecardTests/validate.py"), schemas.path, tree])
        try #require(result.status == 0, "\(result.errors)")
        return result.output.split(separator: "\n").map(String.init)
    }

    @Test("An independent validator accepts every shipped file")
    func shippedFilesAreValid() throws {
        let lines = try validate(Repository.root, with: try schemas())
        #expect(lines.count == 1, "\(lines.prefix(5))")
        let count = try #require(lines.last?.firstMatch(of: /validated ([0-9]+) files/).flatMap { Int($0.1) })
        #expect(count > 150)
    }

    @Test("It refuses an unknown key, a missing one and a wrong value")
    func brokenFilesAreRefused() throws {
        let folder = try TemporaryFolder()
        let item = try String(
            contentsOf: URL(fileURLWithPath: Repository.path("guides/items/施工许可.yaml")), encoding: .utf8)
        try folder.write(item.replacingOccurrences(of: "事项类型: 行政许可", with: "事项类型: 许可"), to: "guides/items/a.yaml")
        try folder.write(item.replacingOccurrences(of: "服务对象:", with: "对象:"), to: "guides/items/b.yaml")
        let lines = try validate(folder.path, with: try schemas())
        #expect(lines.contains { $0.contains("a.yaml: 事项类型") })
        #expect(lines.contains { $0.contains("b.yaml") && $0.contains("服务对象") })
        #expect(lines.contains { $0.contains("b.yaml") && $0.contains("'对象'") })
    }

    @Test("The handbook's table of keys is the shapes' own")
    func tableOfKeys() throws {
        let folder = try schemas()
        let made = try String(contentsOf: URL(fileURLWithPath: folder.path("keys.md")), encoding: .utf8)
        let shipped = try String(contentsOf: URL(fileURLWithPath: Repository.path("docs/键表.md")), encoding: .utf8)
        #expect(made == shipped, "copy keys.md of `onecard schema` to docs/键表.md")
    }
}
