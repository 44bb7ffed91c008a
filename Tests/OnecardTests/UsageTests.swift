import Foundation
import Glibc
import TestSupport
import Testing

/// What the command says of itself, of a wrong command line, and of a result that could not be written.
@Suite struct UsageTests {
    private func run(_ arguments: [String], locale: String = "zh_CN.UTF-8") throws -> BuiltCommand.Result {
        try BuiltCommand.run(executable: "/usr/bin/env", ["LC_ALL=\(locale)", BuiltCommand.path] + arguments)
    }

    @Test(arguments: [
        (["chek"], "错误：没有“chek”这个命令，是否想写“check”？"), (["check", "多的"], "错误：多写了“多的”"),
        (["check", "--stric"], "错误：没有“--stric”这个选项，是否想写“--strict”？"), (["check", "--today"], "错误：“--today”后面要写值"),
        (["print"], "错误：还要写--out <dir>"),
        (["check", "--format", "xml"], "错误：“xml”不能用在--format <format>上，可以写：“text”、“json”"),
        (["check", "--today", "明天"], "错误：“明天”不能用在--today <date>上"),
        (["qr", "CY7MN", "--out", "码.txt"], "错误：--out 应当以 .svg、.png 或 .pdf 结尾"),
        (["new", "itme", "甲"], "错误：“itme”不能用在<kind>上"),
    ])
    func `a wrong command line is explained in Chinese`(arguments: [String], words: String) throws {
        let result = try run(arguments)
        #expect(result.status == 64)
        #expect(result.errors.hasPrefix(words), "\(result.errors)")
        #expect(result.errors.contains("全部说明：onecard"))
        #expect(!result.errors.contains("Error:") && !result.errors.contains("Usage:"))
        // In another language, the parser's own words.
        #expect(try run(arguments, locale: "en_US.UTF-8").errors.hasPrefix("Error:"))
    }

    @Test func `a command whose words got lost is no success`() throws {
        // Without /proc; nobody but root may take it away.
        guard geteuid() == 0 else { return }
        let result = try BuiltCommand.run(
            executable: "/usr/bin/env",
            ["timeout", "60", "unshare", "-m", "sh", "-c", "umount -l /proc; exec \(BuiltCommand.path) check"])
        #expect(result.status == 64)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasPrefix("错误：读不到命令行上写的东西"), "\(result.errors)")
    }

    @Test func `help is in the language of the locale, and fits the terminal`() throws {
        let root = try run(["--help"])
        #expect(root.output.hasPrefix("说明：投资项目服务一卡通"))
        #expect(root.output.contains("  check                   检查全部指南和卡的文件。"))
        for command in ["check", "new", "print", "serve", "audit", "impact", "qr", "flowchart", "schema", "stats"] {
            let help = try run([command, "--help"])
            #expect(help.status == 0)
            #expect(help.output == (try run(["help", command]).output))
            #expect(help.output.contains("用法：onecard \(command)") && help.output.contains("选项："))
            #expect(help.output.contains("显示说明。"))
            for line in help.output.split(separator: "\n") {
                let width = line.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E7F ? 2 : 1) }
                #expect(width <= 84 || line.hasPrefix("用法"), "\(line)")
            }
            #expect(try run([command, "--help"], locale: "en_US.UTF-8").output.contains("USAGE: onecard \(command)"))
        }
        #expect(try run(["check", "--help"]).output.contains("--strict                警告也当错误。"))
        let check = try run(["check", "--help"]).output.filter { !$0.isWhitespace }
        #expect(check.contains("（可以写：text、json；不写就是text）"))
    }

    @Test func `the version names the commit and the compiler`() throws {
        let result = try run(["--version"])
        #expect(result.status == 0)
        #expect(
            result.output.firstMatch(of: /^1\.\d+（(提交[0-9a-f]{12}，)?Swift \d+\.\d+[.0-9+]*）\n$/) != nil,
            "\(result.output)")
    }

    @Test(arguments: [
        ["check", "--format", "json"], ["check"], ["check", "--explain", "all"], ["audit"],
        ["audit", "--format", "json"],
        ["impact", "建筑法"], ["--help"],
    ])
    func `a result that a full disk does not take ends with status 1`(arguments: [String]) throws {
        let command = ([BuiltCommand.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
        let result = try BuiltCommand.run(executable: "/bin/sh", ["-c", "LC_ALL=C.UTF-8 \(command) > /dev/full"])
        #expect(result.status == 1)
        #expect(result.errors.contains("错误：结果没有写全：磁盘已满"), "\(result.errors)")
    }

    @Test func `a value that would steer the terminal is shown by its number`() throws {
        let folder = try TemporaryFolder()
        for name in ["guides", "cards"] {
            try FileManager.default.copyItem(atPath: Repository.path(name), toPath: folder.path(name))
        }
        try folder.write(
            "短码: CY7MX\n天气\u{202E}: \"甲\\e]0;OWNED\\a\"\n示例: \"\\e[2J\"\n事项类型: \"\\e[2J\\r\\n::error::x\"\n",
            to: "guides/items/逃\u{1B}[2J.yaml")
        let options = ["--guides", folder.path("guides"), "--cards", folder.path("cards")]
        for format in ["text", "json"] {
            let result = try run(["check", "--all", "--format", format] + options)
            #expect(result.status == 1)
            #expect(!result.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\r" })
            #expect(!result.output.contains("\n::error::"))
            if format == "text" {
                #expect(!result.output.unicodeScalars.contains("\u{202E}"))
                #expect(result.output.contains("‹U+001B›[2J"))
            }
        }
    }
}
