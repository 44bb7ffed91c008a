internal import ArgumentParser
internal import Cards
internal import Foundation
internal import Guides

/// `onecard flowchart`: a guide's flowchart on paper.
struct FlowchartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flowchart",
        abstract: "Write a guide's flowchart as PNG or PDF, A4 or A3.",
        discussion: "Where one page is too small, the chart is split between its stages; PNG pages are then numbered.")

    @Argument(help: "The guide's name or code.")
    var name: String

    @OptionGroup var options: GuideOptions

    @Option(help: ArgumentHelp("The file to write, ending in .png or .pdf.", valueName: "file"))
    var out: String

    @Option(help: ArgumentHelp("a4 or a3.", valueName: "paper"))
    var paper = "a4"

    @Option(help: ArgumentHelp("Dots per inch of a PNG, 150 to 1200.", valueName: "n"))
    var dpi = 300

    func validate() throws {
        guard let format = PaperFormat(fileName: out), format != .svg else {
            throw ValidationError("--out 应当以 .png 或 .pdf 结尾")
        }
        guard FlowchartFile.Paper(rawValue: paper) != nil else { throw ValidationError("--paper 应当是 a4 或 a3") }
        guard CardRenderer.resolutions.contains(dpi) else { throw ValidationError("--dpi 应当在150到1200之间") }
    }

    func run() throws {
        let guidebook = try options.guidebook()
        var stem = name
        if let code = try? ShortCode(reading: name), let guide = guidebook.guide(for: code) { stem = guide.stem }
        do {
            guard let format = PaperFormat(fileName: out), let paper = FlowchartFile.Paper(rawValue: paper),
                let pages = try FlowchartFile(guidebook).pages(of: stem, as: format, paper: paper, dotsPerInch: dpi)
            else {
                Report.complain("“\(name)”没有流程图")
                throw ExitCode.inputErrors
            }
            for (number, page) in pages.enumerated() {
                let file = pages.count == 1 ? out : numbered(number + 1)
                try Data(page).write(to: URL(fileURLWithPath: file), options: .atomic)
                Report.say("\(stem) → \(file)")
            }
        } catch let error as CardError {
            Report.complain(error.description)
            throw ExitCode.inputErrors
        } catch let error as CocoaError {
            Report.complain("写不了文件：\(error.localizedDescription)")
            throw ExitCode.inputErrors
        }
    }

    /// 图.png becomes 图-2.png.
    private func numbered(_ page: Int) -> String {
        let url = URL(fileURLWithPath: out)
        return url.deletingPathExtension().path + "-\(page)." + url.pathExtension
    }
}

extension Guide {
    /// The name by which other files refer to it.
    fileprivate var stem: String {
        switch self {
        case .item(let item): item.stem
        case .roadmap(let roadmap): roadmap.stem
        case .policy(let policy): policy.stem
        case .notice(let notice): notice.stem
        case .overview: Guide.overviewStem
        }
    }
}
