internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Guides

/// The guides that a command works with: all but those with errors, and those that depend on them.
///
/// A clerk who mends one file is not kept from printing another; what a command needs itself must be free of errors.
struct Workbook {
    let guidebook: Guidebook
    /// The files that are left out.
    let held: [HeldFile]

    /// Ends with status 1 where even the site's file has errors: without it there is neither address nor telephone.
    ///
    /// - Parameter settled: What was loaded; a warning tells of errors that do not concern the command.
    init(_ settled: GuideLoader.Settled) throws {
        guard let guidebook = settled.guidebook else {
            Workbook.say(settled.errors)
            Report.complain("site.yaml不能用，改好以前什么都不做；onecard check 列出全部错误")
            throw ExitCode.inputErrors
        }
        self.guidebook = guidebook
        held = settled.held
        let files = Set(settled.errors.map(\.location.file)).count
        if files > 0 { Report.warn("另有\(files)个文件有错误，运行 onecard check 查看") }
    }

    /// Ends with status 1 where one of the files that a command needs is left out, after saying why.
    func need(_ isNeeded: (HeldFile) -> Bool) throws {
        let needed = held.filter(isNeeded)
        guard !needed.isEmpty else { return }
        Workbook.say(reasons(of: needed))
        let names = needed.prefix(3).map { "“\($0.stem)”" }.joined(separator: "、")
        Report.complain("\(names)\(needed.count > 3 ? "等\(needed.count)个" : "")有错误，改好以后再试")
        throw ExitCode.inputErrors
    }

    /// Why files are left out; for one that only depends on others, why those are.
    private func reasons(of files: [HeldFile]) -> [Diagnostic] {
        var found: Set<Diagnostic> = []
        var open = files
        var seen = Set(files.map(\.path))
        while let file = open.popLast() {
            found.formUnion(file.reasons)
            for other in held where !seen.contains(other.path) {
                guard file.reasons.contains(where: { $0.message.contains("“\(other.stem)”") }) else { continue }
                seen.insert(other.path)
                open.append(other)
            }
        }
        return found.sorted()
    }

    private static func say(_ errors: [Diagnostic]) {
        Report.write(errors, limit: 10, to: .standardError) { GuideLoader.text(of: $0) }
    }
}
