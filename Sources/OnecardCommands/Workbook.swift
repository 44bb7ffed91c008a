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
    /// What is wrong with site.yaml; nothing where it is sound.
    private let siteErrors: [Diagnostic]

    /// Ends with status 1 where there are no guides at all.
    ///
    /// - Parameter settled: What was loaded; a warning tells of errors that do not concern the command. What is wrong with
    ///   site.yaml is told at once, for all guides lean on it.
    init(_ settled: GuideLoader.Settled) throws {
        guard let guidebook = settled.guidebook else {
            Workbook.say(settled.errors)
            Report.complain("没有读到指南，什么都没有做；onecard check 列出全部错误")
            throw ExitCode.inputErrors
        }
        self.guidebook = guidebook
        held = settled.held
        siteErrors = settled.siteErrors
        if !siteErrors.isEmpty {
            Workbook.say(siteErrors)
            Report.warn("site.yaml有错误，只用其中读得出来的")
        }
        let files = Set(settled.errors.map(\.location.file)).subtracting(siteErrors.map(\.location.file)).count
        if files > 0 { Report.warn("另有\(files)个文件有错误，运行 onecard check 查看") }
    }

    /// Ends with status 1 where site.yaml has errors: what is printed for good leans on all of it.
    func needSite() throws {
        guard siteErrors.isEmpty else {
            Report.complain("正式印的卡要用site.yaml里的网址、名称和电话，改好它以后再印；试印请加 --trial")
            throw ExitCode.inputErrors
        }
    }

    /// Ends with status 1 where no address is known to make a code of.
    ///
    /// - Parameter baseURL: The one on the command line.
    func needAddress(_ baseURL: String?) throws {
        guard baseURL == nil, !siteErrors.isEmpty, !hasAddress else { return }
        Report.complain("site.yaml里没有能用的“网址”，做不出二维码；改好它，或加 --base-url 指明网址")
        throw ExitCode.inputErrors
    }

    /// Whether site.yaml gives an address that codes can be made of.
    var hasAddress: Bool {
        let base = guidebook.site.baseURL
        return WebAddress.isAbsolute(base) && WebAddress.problem(in: base) == nil
            && BaseAddress.problem(in: base) == nil
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

    static func say(_ errors: [Diagnostic]) {
        Report.write(errors, limit: 10, to: .standardError) { GuideLoader.text(of: $0) }
    }
}
