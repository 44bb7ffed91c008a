internal import ArgumentParser
internal import Foundation
internal import Guides
internal import Ledger

/// `onecard impact`: what leans on a law.
struct ImpactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "impact",
        abstract: "List everything that leans on a law, or on an article or paragraph of it.")

    @Argument(
        help: "A law by any of its names, and places in it: 建筑法 第八条, 建筑法第八条第一款, 中华人民共和国建筑法 8.")
    var words: [String]

    @OptionGroup var options: GuideOptions

    @Option(help: "text or json.")
    var format = OutputFormat.text

    /// What JSON says.
    private struct Summary: Encodable {
        let law: String
        /// The places that were asked for, as laws write them; empty for the whole law.
        let articles: [String]
        let state: String
        let uses: [LawImpact.Use]
        let codes: [String]
        let batches: [LedgerReport.Batch]
    }

    func run() throws {
        let workbook = try options.workbook()
        let guidebook = workbook.guidebook
        let named = LawLibrary.plainName(Citation(words.joined(separator: " ")).law)
        try workbook.need { $0.kind == .law && $0.stem == named }
        let citation: Citation
        let law: Law
        do throws(CitedLaw.Failure) {
            (law, citation) = try CitedLaw.find(words, in: guidebook.laws)
        } catch {
            Report.complain(error.message)
            throw ExitCode.inputErrors
        }
        let impact = LawImpact(law, at: citation.places, in: guidebook)
        let ledger = LedgerReport(options)
        if ledger.isBroken { Report.warn("\(ledger.path)有读不懂或被改过的行，印过的批次可能列不全；onecard check 列出是哪几行") }
        let batches = ledger.batches(leaningOn: impact)
        switch format {
        case .json:
            try Report.write(
                json: Summary(
                    law: law.name, articles: citation.articles, state: law.state(on: .today).rawValue,
                    uses: impact.uses, codes: impact.codes,
                    batches: batches))
        case .text:
            say(impact)
            if !impact.uses.isEmpty { say(batches) }
        }
    }

    private func say(_ impact: LawImpact) {
        let what =
            "《\(impact.law.name)》\(impact.places.map(\.description).joined(separator: "、"))（\(impact.law.state(on: .today).rawValue)）"
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
        let copies = batches.filter { !$0.isVoided }.map(\.copies).boundedSum
        let voided = batches.filter(\.isVoided).map(\.copies).boundedSum
        let apart = voided == 0 ? "" : "，另有作废\(voided)份"
        Report.say("\n印过的卡：\(Set(batches.map(\.batch)).count)批，共\(copies)份\(apart)。指南改了，卡上的码照旧能用；卡面的字有变的才要重印")
        var last = ""
        for batch in batches {
            let run = "批次 \(batch.batch)（\(batch.date)）"
            if run != last { Report.say("  \(run)") }
            last = run
            let through = batch.through.isEmpty ? "" : "，里面有\(batch.through.joined(separator: "、"))"
            let edition = batch.edition.map { "，版本\($0)" } ?? ""
            Report.say(
                "    \(batch.code) \(batch.kind) \(batch.guide)：\(batch.design)\(batch.copies)份"
                    + "\(batch.isVoided ? "（已作废）" : "")\(edition)\(through)")
        }
    }
}
