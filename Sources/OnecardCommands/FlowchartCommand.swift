internal import ArgumentParser
internal import Cards
internal import Guides

/// `onecard flowchart`: a guide's flowchart on paper.
struct FlowchartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flowchart",
        abstract: "Write a guide's flowchart as SVG, PNG or PDF, A4 or A3.",
        discussion:
            "Where one page is too small, the chart is split between its stages; SVG and PNG files are then numbered.")

    @Argument(help: "The guide's name or code.")
    var name: String

    @OptionGroup var options: GuideOptions

    @OptionGroup var file: PaperFileOptions

    @Option(help: ArgumentHelp("a4 or a3.", valueName: "paper"))
    var paper = FlowchartFile.Paper.a4

    func run() throws {
        let workbook = try options.workbook()
        let guidebook = workbook.guidebook
        var stem = name
        let code = try? ShortCode(reading: name)
        if let code, let guide = guidebook.guide(for: code) { stem = guide.stem }
        try workbook.need { [.item, .roadmap].contains($0.kind) && ($0.stem == stem || code.map($0.gives) ?? false) }
        try file.write(stem, orSay: "“\(name)”没有流程图") { format in
            try FlowchartFile(guidebook).pages(of: stem, as: format, paper: paper, dotsPerInch: file.dpi)
        }
    }
}

extension FlowchartFile.Paper: ExpressibleByArgument {}
