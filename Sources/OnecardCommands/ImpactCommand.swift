internal import ArgumentParser
internal import Foundation
internal import Guides

/// `onecard impact`: what leans on a law.
struct ImpactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "impact",
        abstract: "List everything that leans on a law, or on one article of it.")

    @Argument(help: "The law's file name, such as 建筑法.")
    var law: String

    @Argument(help: "An article, such as 第八条.")
    var article: String?

    @OptionGroup var options: GuideOptions

    @Option(help: "text or json.")
    var format = OutputFormat.text

    /// What JSON says.
    private struct Summary: Encodable {
        let law: String
        let article: String?
        let state: String
        let uses: [LawImpact.Use]
        let policies: [String]
        let codes: [String]
    }

    func run() throws {
        let guidebook = try options.guidebook()
        guard let law = guidebook.laws[law] ?? guidebook.laws.values.first(where: { $0.name == law }) else {
            let near = Spelling.nearest(to: law, in: guidebook.laws.keys.sorted())
            Report.complain("没有名为“\(law)”的法规\(near.map { "，是否想写“\($0)”？" } ?? "")")
            throw ExitCode.inputErrors
        }
        let impact = LawImpact(law, article: article, in: guidebook)
        switch format {
        case .json:
            try Report.write(json: Summary(
                law: law.name, article: article, state: law.state.rawValue, uses: impact.uses, policies: impact.policies,
                codes: impact.codes))
        case .text:
            say(impact)
        }
    }

    private func say(_ impact: LawImpact) {
        let what = "《\(impact.law.name)》\(impact.article ?? "")（\(impact.law.state.rawValue)）"
        guard !impact.uses.isEmpty || !impact.policies.isEmpty else {
            Report.say("没有指南引用\(what)。")
            return
        }
        Report.say("引用\(what)的有\(impact.uses.count)处，涉及\(impact.codes.count)个指南：")
        var last = ""
        for use in impact.uses {
            let guide = "\(use.kind) \(use.guide)（\(use.code)）"
            if guide != last { Report.say("\n\(guide)") }
            last = guide
            Report.say("  \(use.what)\(use.articles.isEmpty ? "：条款待核" : "：\(use.articles.joined(separator: "、"))")")
        }
        if !impact.policies.isEmpty { Report.say("\n政策：\(impact.policies.joined(separator: "、"))") }
    }
}
