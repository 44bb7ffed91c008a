import Foundation
import TestSupport
import Testing

/// `onecard stats` over what a daemon has really counted.
@Suite struct StatsTests {
    @Test("Tables with bars, CSV and JSON say the same")
    func formats() throws {
        let folder = try TemporaryFolder()
        let data = folder.path("data")
        let daemon = try Daemon(["--data", data])
        for _ in 0..<6 { #expect(try RawHTTP.send("/c/CY7MN", port: daemon.port).status == 200) }
        for _ in 0..<3 { #expect(try RawHTTP.send("/c/sn2gm", port: daemon.port).status == 200) }
        #expect(try RawHTTP.send("/c/00000", port: daemon.port).status == 404)
        #expect(try RawHTTP.send("/c/nonsense", port: daemon.port).status == 400)
        #expect(daemon.stop() == 0)

        let table = try BuiltCommand.run(["stats", "--data", data])
        #expect(table.status == 0, "\(table.errors)")
        let lines = table.output.split(separator: "\n").map(String.init)
        #expect(lines.first == "扫码共9次")
        let most = try #require(lines.first { $0.contains("CY7MN") }),
            less = try #require(lines.first { $0.contains("SN2GM") })
        #expect(most.contains("建筑工程施工许可证核发"))
        #expect(most.hasSuffix("  6  " + String(repeating: "█", count: 32)))
        #expect(less.hasSuffix("  3  " + String(repeating: "█", count: 16)))
        #expect(lines.contains { $0.contains("00000") })
        #expect(lines.contains { $0.contains("不是卡号或输错的") })

        let csv = try BuiltCommand.run(["stats", "--data", data, "--format", "csv"]).output
        #expect(csv.hasPrefix("\u{FEFF}类别,项,名称,次数\r\n卡号,CY7MN,建筑工程施工许可证核发,6\r\n"))
        #expect(csv.contains("\r\n从未发放,00000,"))

        let json = try BuiltCommand.run(["stats", "--data", data, "--format", "json"]).output
        let document = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(document["total"] as? Int == 9)
        let codes = try #require(document["codes"] as? [[String: Any]])
        #expect(codes.map { $0["count"] as? Int } == [6, 3])
        #expect((document["hours"] as? [[String: Any]])?.count == 24)
        #expect((document["unknownCodes"] as? [[String: Any]])?.count == 2)

        // A day after today counts nothing; a folder without counts is an error.
        let later = try BuiltCommand.run(["stats", "--data", data, "--since", "2999-01-01"])
        #expect(later.output.hasPrefix("扫码共0次"))
        #expect(try BuiltCommand.run(["stats", "--data", folder.path("none")]).status == 1)
        #expect(try BuiltCommand.run(["stats", "--data", data, "--since", "soon"]).status == 64)
    }
}
