internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Guides

/// What is said of a command line that cannot be understood.
///
/// ArgumentParser's own words are English. Here, at the one place where they are printed, they become Chinese, unless the
/// locale names another language.
enum UsageMessage {
    /// Says what is wrong on standard error, and ends with status 64.
    static func end(with error: any Error) -> Never {
        guard isChinese else { OnecardCommand.exit(withError: error) }
        Report.write(text(for: error), to: .standardError)
        exit(ExitCode.validationFailure.rawValue)
    }

    /// Whether words are Chinese: in a Chinese locale, and where the locale names no language (C, POSIX, none).
    static var isChinese: Bool {
        let environment = ProcessInfo.processInfo.environment
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
        guard let name = names.first(where: { !$0.isEmpty }) else { return true }
        return name.hasPrefix("zh") || name.hasPrefix("C.") || ["C", "POSIX"].contains(name)
    }

    /// The message and, in two lines, how the command is used and where more is said.
    static func text(for error: any Error) -> String {
        let message = OnecardCommand.message(for: error)
        let whole = OnecardCommand.fullMessage(for: error)
        var lines = ["错误：" + chinese(message).visible]
        if let usage = whole.firstMatch(of: /(?m)^Usage: (.+)$/)?.1 { lines.append("用法：\(usage)") }
        if let help = whole.firstMatch(of: /See '(.+?)' for more information/)?.1 {
            lines.append("全部说明：\(help)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One of ArgumentParser's messages in Chinese; what is Chinese already stays as it is.
    static func chinese(_ message: String) -> String {
        for pattern in patterns {
            guard let match = try? pattern.regex.wholeMatch(in: message) else { continue }
            return pattern.words(match.output.dropFirst().map { $0.substring.map(String.init) ?? "" })
        }
        let isChinese = message.unicodeScalars.contains { $0.properties.isIdeographic }
        return isChinese ? message : "命令写得不对：\(message)"
    }

    /// One of the parser's messages, and what is said for it of the words in its brackets.
    private struct Pattern {
        let regex: Regex<AnyRegexOutput>
        let words: ([String]) -> String

        init<Output>(_ regex: Regex<Output>, _ words: @escaping ([String]) -> String) {
            self.regex = Regex(regex)
            self.words = words
        }
    }

    /// The messages of ArgumentParser's ErrorMessageGenerator.
    private static var patterns: [Pattern] {
        [
            Pattern(/Unexpected argument '(.+)'/) { unexpected($0[0]) },
            Pattern(/\d+ unexpected arguments: '(.+?)'(.*)/) {
                let first = unexpected($0[0])
                return first.hasPrefix("多写了") ? first + $0[1].replacing(", ", with: "").quotes : first
            },
            Pattern(/Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/) {
                "没有“\($0[0])”这个选项" + ($0[1].isEmpty ? "" : "，是否想写“\($0[1])”？")
            },
            Pattern(/Missing value for '(.+?)(?: <(.+)>)?'/) { "“\($0[0])”后面要写值" },
            Pattern(/The option '(.+)' does not take any value, but '(.*)' was specified\./) {
                "“\($0[0])”后面不用写值，这里写了“\($0[1])”"
            },
            Pattern(/Missing expected argument '(.+)'/) { "还要写\($0[0])" },
            Pattern(/Missing one of: (.+)/) { "还要写其中一个：\($0[0].quotes)" },
            Pattern(/Missing required subcommand\./) { _ in "还要写做什么，如 onecard check" },
            Pattern(/(?s)The value '(.*?)' is invalid for '(.+?)'(?:\. Please provide one of (.+)\.|[.:] .*)?/) {
                invalid($0[0], for: $0[1], choices: $0[2])
            },
            Pattern(/Value to be set with (.+) had already been set with (.+)/) {
                "\($0[0].quotes)和\($0[1].quotes)只能写一个"
            },
        ]
    }

    /// - Parameter choices: `'text' and 'json'`; empty where any value of a kind may stand.
    private static func invalid(_ value: String, for option: String, choices: String) -> String {
        let message = "“\(value)”不能用在\(option)上"
        guard !choices.isEmpty else { return message }
        var list = choices
        for separator in [" and ", " or ", ", "] { list = list.replacing(separator, with: "、") }
        return message + "，可以写：\(list.quotes)"
    }

    /// A word that no command takes: most often the command itself is mistyped.
    private static func unexpected(_ word: String) -> String {
        let names = OnecardCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
        guard CommandLine.arguments.dropFirst().first == word, !names.contains(word) else { return "多写了“\(word)”" }
        let near = Spelling.nearest(to: word, in: names).map { "，是否想写“\($0)”？" }
        return "没有“\(word)”这个命令" + (near ?? "；onecard --help 列出全部命令")
    }
}

extension String {
    /// With Chinese quotation marks for straight ones.
    fileprivate var quotes: String {
        var isOpen = false
        let marked = map { character -> Character in
            guard character == "'" else { return character }
            isOpen.toggle()
            return isOpen ? "“" : "”"
        }
        return String(marked)
    }
}
