import Foundation
import TestSupport
import Testing

/// Every number on a command line, at its limits and beyond.
@Suite struct NumberTests {
    private static let large = ["9223372036854775807", "-9223372036854775808"]

    @Test(
        "A number out of bounds is refused with its bounds, in Chinese",
        arguments: [
            (["audit"], "--days", ["36501", "-1"] + large, "0到36500"),
            (["new", "code", "甲"], "--count", ["1001", "0", "-1"] + large, "1到1000"),
            (["qr", "CY7MN", "--out", "/dev/null.png"], "--dpi", ["149", "1201"] + large, "150到1200"),
            (
                ["qr", "CY7MN", "--out", "/dev/null.png"], "--size", ["9.9", "1001", "1e300", "nan", "inf"], "10到1000毫米"
            ),
            (["flowchart", "施工许可", "--out", "/dev/null.png"], "--dpi", ["149", "1201"] + large, "150到1200"),
            (["print", "--out", "/dev/null"], "--dpi", ["149", "1201"] + large, "150到1200"),
            (["print", "--out", "/dev/null", "--sheet", "a4-10"], "--start", ["0", "10001"] + large, "1到10000"),
            (["print", "--out", "/dev/null"], "--jobs", ["0", "257"] + large, "1到256"),
            (["serve"], "--port", ["-1", "65536"] + large, "0到65535"),
            (["serve"], "--rate-limit", ["-1", "1000001", "nan", "inf", "1e300"], "0到1000000"),
            (["serve"], "--max-connections", ["0", "1000001"] + large, "1到1000000"),
            (["serve"], "--idle-timeout", ["0", "3601"] + large, "1到3600"),
        ])
    func refused(_ command: [String], _ option: String, _ values: [String], _ bounds: String) throws {
        for value in values {
            let result = try BuiltCommand.run(command + ["\(option)=\(value)"])
            #expect(result.status == 64, "\(option) \(value)")
            #expect(result.errors.contains(option), "\(result.errors)")
            #expect(result.errors.contains(bounds), "\(result.errors)")
        }
    }

    @Test(
        "What is too long for a number is refused and not cut",
        arguments: [(["audit"], "--days"), (["serve"], "--port"), (["new", "code", "甲"], "--count")])
    func overlong(_ command: [String], _ option: String) throws {
        for value in ["9223372036854775808", String(repeating: "9", count: 400), "1.5", "", "五"] {
            let result = try BuiltCommand.run(command + ["\(option)=\(value)"])
            #expect(result.status == 64, "\(option) \(value)")
        }
    }

    @Test("The limits themselves are taken")
    func limits() throws {
        for days in ["0", "36500"] { #expect(try BuiltCommand.run(["audit", "--days", days]).status == 0) }
        let folder = try TemporaryFolder()
        let large = try BuiltCommand.run([
            "qr", "CY7MN", "--size", "1000", "--dpi", "1200", "--out", folder.path("a.png"),
        ])
        #expect(large.status == 1)
        #expect(large.errors.contains("太大"), "\(large.errors)")
        #expect(large.errors.contains("--size 169"), "\(large.errors)")
        let fits = try BuiltCommand.run(["qr", "CY7MN", "--size", "1000", "--out", folder.path("a.svg")])
        #expect(fits.status == 0)
    }

    @Test("A name said twice is printed once")
    func twice() throws {
        let folder = try TemporaryFolder()
        let result = try BuiltCommand.run(["print", "房地产开发", "房地产开发", "--trial", "--out", folder.path])
        #expect(result.status == 0)
        #expect(result.output.split(separator: "\n").count { $0.hasPrefix("房地产开发：") } == 1)
    }

    @Test("Each reason why nothing can be served at an address is said in one sentence")
    func addresses() throws {
        let daemon = try Daemon()
        for (options, words) in [
            (["--port", String(daemon.port)], "端口\(daemon.port)已经有程序在用"),
            (["--host", "192.0.2.1", "--port", "0"], "“192.0.2.1”不是这台机器的地址"),
            (["--host", "no-such-host.invalid", "--port", "0"], "找不到名为“no-such-host.invalid”的机器"),
        ] {
            let result = try BuiltCommand.run(["serve"] + options)
            #expect(result.status == 1)
            #expect(result.errors.contains(words), "\(result.errors)")
            #expect(!result.errors.contains("errno"), "\(result.errors)")
            #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
        }
        #expect(daemon.stop() == 0)
    }
}
