internal import Foundation
internal import Glibc

/// How far a long job is: a bar that redraws itself on a terminal, a line now and then elsewhere.
struct ProgressLine: Sendable {
    let total: Int
    private let isTerminal = isatty(STDERR_FILENO) == 1
    /// Short jobs need no progress.
    private var isShown: Bool { total > 20 }

    init(total: Int) {
        self.total = total
    }

    func show(_ done: Int) {
        guard isShown else { return }
        if isTerminal {
            let width = 30, filled = done * width / total
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
            write("\r\(bar) \(done)/\(total)")
        } else if done.isMultiple(of: 100) {
            write("已完成 \(done)/\(total)\n")
        }
    }

    func end() {
        if isShown, isTerminal { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) { Report.write(text, to: .standardError) }
}
