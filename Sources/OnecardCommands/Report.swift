internal import Diagnostics
internal import Foundation
internal import Glibc
internal import Synchronization

/// Prints for people: results to standard output, what went wrong to standard error.
enum Report {
    /// Why a result could not be written, the first time.
    private static let loss = Mutex<String?>(nil)

    /// - Parameter limit: How many findings to show at most, errors first; nil for all.
    static func write(
        _ diagnostics: [Diagnostic], texts: [String: String], limit: Int? = nil, to output: FileHandle
    ) {
        write(diagnostics, limit: limit, to: output) { texts[$0] }
    }

    /// - Parameter text: Gives a file's text, for quoting its lines.
    static func write(
        _ diagnostics: [Diagnostic], limit: Int? = nil, to output: FileHandle,
        text: @escaping @Sendable (_ file: String) -> String?
    ) {
        let formatter = DiagnosticFormatter(usesColor: isatty(output.fileDescriptor) == 1, text: text)
        write(formatter.report(diagnostics, limit: limit), to: output)
    }

    /// How many of the findings fit the terminal, with the line that sums them up and the prompt below; nil where standard
    /// output is none.
    static func findingsPerScreen(_ diagnostics: [Diagnostic]) -> Int? {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0,
            size.ws_col > 0
        else { return nil }
        return DiagnosticFormatter.limit(diagnostics, fitting: Int(size.ws_row) - 2, columns: Int(size.ws_col))
    }

    /// Writes at once, not when a buffer is full: a reader of the daemon's first lines is waiting.
    ///
    /// What could not be written to standard output is a result that got lost: `checkForLoss` says so at the end.
    static func write(_ text: String, to output: FileHandle) {
        do {
            try output.write(contentsOf: Data(text.utf8))
        } catch {
            guard output.fileDescriptor == STDOUT_FILENO else { return }
            loss.withLock { $0 = $0 ?? SystemReason.words(for: error) }
        }
    }

    /// Says on standard error that a result could not be written, and why.
    ///
    /// - Returns: Whether all was written.
    static func checkForLoss() -> Bool {
        guard let reason = loss.withLock({ $0 }) else { return true }
        complain("结果没有写全：\(reason)")
        return false
    }

    /// Stable JSON: sorted keys, slashes as they are.
    static func write(json value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        write(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n", to: .standardOutput)
    }

    static func say(_ line: String) { write(printable(line) + "\n", to: .standardOutput) }

    /// What the reader should know of but what stops nothing.
    static func warn(_ line: String) { write("警告：" + printable(line) + "\n", to: .standardError) }

    static func complain(_ line: String) { write("错误：" + printable(line) + "\n", to: .standardError) }

    /// Names and values come from others and must not steer a terminal; the line breaks are our own.
    private static func printable(_ text: String) -> String {
        text.utf8.contains(0x0A)
            ? text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).visible }
                .joined(separator: "\n")
            : text.visible
    }
}
