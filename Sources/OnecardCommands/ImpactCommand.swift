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
        let codes: [String]
        let batches: [LedgerReport.Batch]
    }

    func run() throws {
        let workbook = try options.workbook()
        let guidebook = workbook.guidebook
        try workbook.need { $0.kind == .law && $0.stem == self.law }
        guard let law = guidebook.laws[law] ?? guidebook.laws.values.first(where: { $0.name == law }) else {
            let near = Spelling.nearest(to: law, in: guidebook.laws.keys.sorted())
            Report.complain("没有名为“\(law)”的法规\(near.map { "，是否想写“\($0)”？" } ?? "")")
            throw ExitCode.inputErrors
        }
        if let article, law.article(article) == nil {
            // What cites the law without a number is still listed.
            Report.complain("《\(law.name)》的文件里没有\(Citation.articleNumber(of: article))，请核对条号")
            throw ExitCode.inputErrors
        }
        let impact = LawImpact(law, article: article, in: guidebook)
        let ledger = LedgerReport(options)
        if ledger.isBroken { Report.warn("\(ledger.path)有读不懂或被改过的行，印过的批次可能列不全；onecard check 列出是哪几行") }
        let batches = ledger.batches(leaningOn: impact)
        switch format {
        case .json:
            try Report.write(
                json: Summary(
                    law: law.name, article: article, state: law.state.rawValue, uses: impact.uses, codes: impact.codes,
                    batches: batches))
        case .text:
            say(impact)
            if !impact.uses.isEmpty { say(batches) }
        }
    }

    private func say(_ impact: LawImpact) {
        let what = "《\(impact.law.name)》\(impact.article ?? "")（\(impact.law.state.rawValue)）"
        guard !impact.uses.isEmpty else {
            Report.say("没有指南、政策引用\(what)")
            return
        }
        Report.say("引用\(what)的有\(impact.uses.count)处，涉及\(impact.codes.count)个指南和政策：")
        var last = ""
        for use in impact.uses {
            let guide = "\(use.kind) \(use.guide)（\(use.code)）"
            if guide != last { Report.say("\n\(guide)") }
            last = guide
            let articles = use.articles.joined(separator: "、")
            let missing = use.kind == "政策" ? "" : "：条款待核"
            Report.say("  \(use.what)\(articles.isEmpty ? missing : "：\(articles)")")
        }
    }

    private func say(_ batches: [LedgerReport.Batch]) {
        guard !batches.isEmpty else {
            Report.say("\n印过的卡：没有一批打开这些指南")
            return
        }
        let copies = batches.reduce(0) { $0 + $1.copies }
        Report.say("\n印过的卡：\(Set(batches.map(\.batch)).count)批，共\(copies)份。指南改了，卡上的码照旧能用；卡面的字有变的才要重印")
        var last = ""
        for batch in batches {
            let run = "批次 \(batch.batch)（\(batch.date)）"
            if run != last { Report.say("  \(run)") }
            last = run
            let through = batch.through.isEmpty ? "" : "，里面有\(batch.through.joined(separator: "、"))"
            let edition = batch.edition.map { "，版本\($0)" } ?? ""
            Report.say(
                "    \(batch.code) \(batch.kind) \(batch.guide)：\(batch.design)\(batch.copies)份\(edition)\(through)")
        }
    }
}
