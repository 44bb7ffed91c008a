internal import Diagnostics
internal import Foundation
internal import Glibc

/// Prints for people: results to standard output, what went wrong to standard error.
enum Report {
    static func write(_ diagnostics: [Diagnostic], texts: [String: String], to output: FileHandle) {
        let formatter = DiagnosticFormatter(usesColor: isatty(output.fileDescriptor) == 1) { texts[$0] }
        write(formatter.report(diagnostics), to: output)
    }

    /// Writes at once, not when a buffer is full: a reader of the daemon's first lines is waiting.
    static func write(_ text: String, to output: FileHandle) {
        try? output.write(contentsOf: Data(text.utf8))
    }

    static func say(_ line: String) { write(line + "\n", to: .standardOutput) }

    static func complain(_ line: String) { write("错误：" + line + "\n", to: .standardError) }
}
