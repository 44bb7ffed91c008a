internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Glibc

/// `onecard reload`: has a running daemon read files and certificates anew, and says what became of it.
struct ReloadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload",
        abstract: "Have a running daemon read files and certificates anew, and wait for the outcome.",
        discussion: """
            For `systemctl reload`. Exit status: 0 when everything is served, 1 when something newest is refused, with \
            the reasons; then its last good version goes on being served.
            """)

    @Option(help: ArgumentHelp("The folder that serve was given as --control.", valueName: "dir"))
    var control: String

    @Option(help: ArgumentHelp("The daemon's process.", valueName: "number"))
    var pid: Int32

    @Option(help: ArgumentHelp("How many seconds to wait for the outcome.", valueName: "seconds"))
    var within = 80

    func validate() throws {
        // Zero and below mean groups of processes, and 1 is the system itself.
        guard pid > 1 else { throw ValidationError("--pid 应当是一个进程的号码，这里是\(pid)") }
        guard (1...3600).contains(within) else { throw ValidationError("--within 应当在1到3600之间，这里是\(within)") }
    }

    func run() throws {
        let desk = ReloadDesk(in: control)
        let request = UUID().uuidString
        do {
            try desk.ask(request)
        } catch {
            Report.complain("写不了文件夹“\(control)”：\(SystemReason.words(for: error))")
            throw ExitCode.inputErrors
        }
        guard kill(pid, SIGHUP) == 0 else {
            Report.complain("通知不了进程\(pid)：\(String(cString: strerror(errno)))；用 systemctl status onecard 看它是否在运行")
            throw ExitCode.inputErrors
        }
        let end = ContinuousClock.now + .seconds(within)
        while ContinuousClock.now < end {
            if let answer = desk.answer(to: request) { return try tell(answer) }
            guard kill(pid, 0) == 0 else {
                Report.complain("进程\(pid)在答复以前停了；用 journalctl -u onecard 看原因")
                throw ExitCode.inputErrors
            }
            usleep(20_000)
        }
        Report.complain("\(within)秒内没有答复；服务照常，结果在 /readyz 和 journalctl -u onecard 里")
        throw ExitCode.inputErrors
    }

    private func tell(_ answer: ReloadDesk.Answer) throws {
        guard !answer.refusals.isEmpty else { return }
        Report.complain("有\(answer.refusals.count)处错误，改好以前继续提供原来的内容：")
        for refusal in answer.refusals { Report.complain(refusal) }
        throw ExitCode.inputErrors
    }
}
