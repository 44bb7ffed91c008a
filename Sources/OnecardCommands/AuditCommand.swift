internal import ArgumentParser
internal import Foundation
internal import Guides

/// `onecard audit`: one report of everything that is due.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Report reviews due, policies expiring, laws changed, and sample data still in place.")

    @OptionGroup var options: GuideOptions

    @Option(help: ArgumentHelp("The day to audit for, such as 2027-05-01; today if not given.", valueName: "date"))
    var today: CalendarDate = .today

    @Option(help: ArgumentHelp("How many days ahead counts as soon.", valueName: "n"))
    var days = 180

    @Option(help: "text or json.")
    var format = OutputFormat.text

    /// What JSON says.
    private struct Summary: Encodable {
        let today: String
        let reviews: [Audit.DueReview]
        let expiries: [Audit.Expiry]
        let changedLaws: [Audit.ChangedLaw]
        let samples: [String: [String]]
        let unverified: [String: [String]]
        let codes: Codes
    }

    private struct Codes: Encodable {
        let living: Int
        let retired: Int
        let reserved: Int
    }

    func run() throws {
        let guidebook = try options.guidebook(today: today)
        let audit = Audit(guidebook, today: today, horizon: days)
        let codes = Codes(living: guidebook.guides.count, retired: guidebook.retired.count, reserved: guidebook.reserved.count)
        switch format {
        case .json:
            try Report.write(json: Summary(
                today: today.description, reviews: audit.reviews, expiries: audit.expiries, changedLaws: audit.changedLaws,
                samples: audit.samples, unverified: audit.unverified, codes: codes))
        case .text:
            say(audit)
            Report.say("\n短码：在用\(codes.living)个，退役\(codes.retired)个，预留\(codes.reserved)个")
        }
    }

    private func say(_ audit: Audit) {
        let overdue = audit.reviews.filter(\.isOverdue).count
        Report.say("审计日期：\(audit.today.chinese)\n\n到期的核对：\(audit.reviews.count)个，其中已过期\(overdue)个")
        for (month, reviews) in Dictionary(grouping: audit.reviews, by: { String($0.due.prefix(7)) }).sorted(by: { $0.key < $1.key }) {
            Report.say("  \(month)")
            for (office, due) in Dictionary(grouping: reviews, by: \.office).sorted(by: { $0.key < $1.key }) {
                Report.say("    \(office.isEmpty ? "（没有写单位）" : office)：\(due.count)个")
                for review in due { Report.say("      \(review.due) \(review.kind) \(review.name)\(review.isOverdue ? "（已过期）" : "")") }
            }
        }
        Report.say("\n快到期或已到期的政策：\(audit.expiries.count)个")
        for expiry in audit.expiries { Report.say("  \(expiry.date) \(expiry.policy)\(expiry.isExpired ? "（已到期）" : "")") }
        Report.say("\n核对以后改过的法规：\(audit.changedLaws.count)处")
        for change in audit.changedLaws { Report.say("  \(change.guide)：\(change.law)\(change.change)") }
        Report.say("\n示例数据：\(count(audit.samples))\n尚未与官方来源核对：\(count(audit.unverified))")
    }

    private func count(_ names: [String: [String]]) -> String {
        names.isEmpty ? "没有" : names.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value.count)个" }.joined(separator: "，")
    }
}

extension CalendarDate: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
