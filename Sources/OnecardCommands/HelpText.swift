internal import ArgumentParser
internal import Diagnostics

/// The help of a command in Chinese: ArgumentParser's layout, with each sentence exchanged for the one of `HelpSentences`.
///
/// The sentences stand at their options in English, where packages and other languages read them; one that has no Chinese yet
/// stays as it is.
enum HelpText {
    /// The width that lines are broken to, and where the explanations of options begin, in cells of a terminal.
    private static let width = 80
    private static let margin = 26

    /// The help that was asked for, nil where the text is no help.
    ///
    /// - Parameter help: What ArgumentParser would print.
    static func chinese(insteadOf help: String) -> String? {
        guard let usage = help.firstMatch(of: /(?m)^USAGE: onecard(( [a-z-]+)*)/) else { return nil }
        var command: any ParsableCommand.Type = OnecardCommand.self
        for name in usage.1.split(separator: " ") {
            let inner = command.configuration.subcommands.first { $0.configuration.commandName == String(name) }
            guard let inner else { break }
            command = inner
        }
        // Without line breaks, so that sentences are found again.
        return chinese(OnecardCommand.helpMessage(for: command, columns: 100_000))
    }

    static func chinese(_ help: String) -> String {
        help.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }.joined(separator: "\n")
    }

    private static func line(_ line: String) -> String {
        if let heading = headings[line] { return heading }
        for (start, words) in [("OVERVIEW: ", "说明："), ("USAGE: ", "用法：")] where line.hasPrefix(start) {
            return wrapped(words + sentence(String(line.dropFirst(start.count))), indent: 0)
        }
        if line.hasPrefix("  See '") { return "  每个命令的说明：onecard help <命令>" }
        // An option and its explanation, or the explanation alone behind a long option. A label may end right before it.
        let (label, rest) = (String(line.prefix(margin)), String(line.dropFirst(margin)))
        if label.hasPrefix("  "), label.hasSuffix(" "), !rest.isEmpty, !rest.hasPrefix(" "),
            label.contains(where: { $0 != " " })
        {
            let label = String(label.reversed().drop { $0 == " " }.reversed())
            let explanation = wrapped(sentence(rest), indent: margin)
            let gap = margin - width(of: label)
            return gap > 1
                ? label + String(repeating: " ", count: gap) + explanation
                : label + "\n" + String(repeating: " ", count: margin) + explanation
        }
        if line.hasPrefix(String(repeating: " ", count: margin)) {
            let text = sentence(String(line.drop { $0 == " " }))
            return String(repeating: " ", count: margin) + wrapped(text, indent: margin)
        }
        return line.hasPrefix("  ") ? line : wrapped(sentence(line), indent: 0)
    }

    private static let headings = [
        "ARGUMENTS:": "参数：", "OPTIONS:": "选项：", "SUBCOMMANDS:": "命令：",
    ]

    /// A sentence and what ArgumentParser says of values and defaults behind it.
    private static func sentence(_ text: String) -> String {
        guard let match = text.wholeMatch(of: /(?s)(.*?)(?: \(((?:values: |default: ).*)\))?/) else { return text }
        var words = HelpSentences.chinese[String(match.1)] ?? String(match.1)
        if let values = match.2 {
            words +=
                "（"
                + values.replacing("values: ", with: "可以写：").replacing("; default: ", with: "；不写就是")
                .replacing("default: ", with: "不写就是").replacing(", ", with: "、") + "）"
        }
        return words
    }

    /// Broken between Chinese characters and at spaces; further lines begin behind so many spaces.
    private static func wrapped(_ text: String, indent: Int) -> String {
        var lines = [""]
        var used = indent
        var word = ""
        func flush() {
            if used + width(of: word) > width, used > indent {
                lines.append(String(repeating: " ", count: indent))
                used = indent
                word = String(word.drop { $0 == " " })
            }
            lines[lines.count - 1] += word
            used += width(of: word)
            word = ""
        }
        for character in text {
            let isWide = character.unicodeScalars.contains { $0.displayWidth == 2 }
            // A closing sign stays with what it closes.
            if (isWide && !"，。；：、）”！？".contains(character)) || character == " " { flush() }
            word.append(character)
            if "、，；".contains(character) { flush() }
        }
        flush()
        return lines.joined(separator: "\n")
    }

    private static func width(of text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + $1.displayWidth } }
}
