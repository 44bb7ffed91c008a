internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import Logging
internal import LookupServer

/// How a daemon speaks: its log, and what it says when it starts, which for programs is a log line too.
///
/// Nothing of it ever waits for who reads it.
struct ServeVoice: Sendable {
    let logger: Logger
    private let format: LineLogHandler.Format
    private let output = LineWriter(STDOUT_FILENO)
    private let errors: LineWriter

    /// - Parameter level: The least urgent lines that are written.
    init(_ format: LineLogHandler.Format, level: Logger.Level) {
        self.format = format
        let errors = LineLogHandler.writer(to: STDERR_FILENO, label: "onecard", format: format)
        var logger = Logger(label: "onecard") { LineLogHandler(label: $0, format: format, write: errors.write) }
        logger.logLevel = level
        self.logger = logger
        self.errors = errors
    }

    /// Says that it has started: lines for people on standard output, or one log line for programs.
    func announce(_ lines: [String], pages: Int, address: String) {
        switch format {
        case .text: output.write(lines.map { $0.visible + "\n" }.joined())
        case .json: logger.notice("onecard 已启动", metadata: ["pages": "\(pages)", "address": "\(address)"])
        }
    }

    /// Says why it ends.
    func complain(_ words: String) {
        switch format {
        case .text: errors.write("错误：" + words.visible + "\n")
        case .json: logger.critical("\(words)")
        }
        drain()
    }

    /// Log lines that were left out because nobody read them.
    var droppedLines: Int { errors.dropped }

    /// Before the end: whoever reads has a moment.
    func drain() {
        output.drain()
        errors.drain()
    }
}

extension LineLogHandler.Format: ExpressibleByArgument {}

/// The urgency of log lines, as `--log-level` names it.
enum LogLevel: String, CaseIterable, ExpressibleByArgument {
    case trace, debug, info, notice, warning, error, critical

    var level: Logger.Level { Logger.Level(rawValue: rawValue) ?? .notice }
}
