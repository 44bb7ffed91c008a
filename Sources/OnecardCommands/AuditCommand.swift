internal import ArgumentParser
internal import Foundation
internal import Guides
internal import Ledger

/// `onecard audit`: one report of everything that is due.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract:
            "Report reviews due, policies expiring, laws changed, sample data still in place, and printed codes by state."
    )

    @OptionGroup var options: GuideOptions

    @Option(help: ArgumentHelp("The day to audit for, such as 2027-05-01; today if not given.", valueName: "date"))
    var today: CalendarDate = .today

    @Option(help: ArgumentHelp("How many days ahead counts as soon.", valueName: "n"))
    var days = 180

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func validate() throws {
        guard (0...36_500).contains(days) else { throw ValidationError("--days 应当在0到36500之间，这里是\(days)") }
    }

    /// What JSON says.
    private struct Summary: Encodable {
        let today: String
        let reviews: [Audit.DueReview]
        let expiries: [Audit.Expiry]
        let changedLaws: [Audit.ChangedLaw]
        let comingLaws: [ComingLawChange]
        let coming: [ComingChange]
        let openDeadlines: [Audit.OpenDeadline]
        let samples: [String: [String]]
        let unverified: [String: [String]]
        let codes: Codes
    }

    private struct Codes: Encodable {
        /// The codes of guides, and of retired ones.
        let living: Int
        let retired: Int
        /// The codes minted in advance.
        let reserved: Int
        /// The codes of the ledger, each with what it leads to.
        let printed: [LedgerReport.Code]
        /// The names of guides whose code was never printed.
        let unprinted: [String]
    }

    func run() throws {
        let guidebook = try options.workbook(today: today).guidebook
        let audit = Audit(guidebook, today: today, horizon: days)
        let ledger = LedgerReport(options)
        let codes = Codes(
            living: guidebook.guides.count, retired: guidebook.retired.count, reserved: guidebook.reserved.count,
            printed: ledger.codes(in: guidebook), unprinted: ledger.unprinted(in: guidebook))
        if ledger.isBroken { Report.warn("\(ledger.path)有读不懂或被改过的行，印过的短码可能列不全；onecard check 列出是哪几行") }
        switch format {
        case .json:
            try Report.write(
                json: Summary(
                    today: today.description, reviews: audit.reviews, expiries: audit.expiries,
                    changedLaws: audit.changedLaws, comingLaws: audit.comingLaws,
                    coming: ComingChange.all(in: guidebook, from: today, days: days),
                    openDeadlines: audit.openDeadlines,
                    samples: audit.samples, unverified: audit.unverified, codes: codes))
        case .text:
            say(audit)
            say(ComingChange.all(in: guidebook, from: today, days: days))
            say(codes)
        }
    }

    private func say(_ audit: Audit) {
        let overdue = audit.reviews.filter(\.isOverdue).count
        Report.say("审计日期：\(audit.today.chinese)\n\n到期的核对：\(audit.reviews.count)个，其中已过期\(overdue)个")
        for (month, reviews) in Dictionary(grouping: audit.reviews, by: { String($0.due.prefix(7)) }).sorted(by: {
            $0.key < $1.key
        }) {
            Report.say("  \(month)")
            for (office, due) in Dictionary(grouping: reviews, by: \.office).sorted(by: { $0.key < $1.key }) {
                Report.say("    \(office.isEmpty ? "（没有写单位）" : office)：\(due.count)个")
                for review in due {
                    Report.say("      \(review.due) \(review.kind) \(review.name)\(review.isOverdue ? "（已过期）" : "")")
                }
            }
        }
        Report.say("\n快到期或已到期的政策：\(audit.expiries.count)个")
        for expiry in audit.expiries {
            Report.say("  \(expiry.date) \(expiry.policy)\(expiry.isExpired ? "（已到期）" : "")")
        }
        Report.say("\n核对以后改过的法规：\(audit.changedLaws.count)处")
        for change in audit.changedLaws { Report.say("  \(change.guide)：\(change.law)\(change.change)") }
        Report.say("\n将要变的法规：\(audit.comingLaws.count)处")
        for change in audit.comingLaws {
            let guides = change.guides.isEmpty ? "" : "，影响\(change.guides.joined(separator: "、"))"
            Report.say("  \(change.date) \(change.law)\(change.change)\(guides)")
        }
        say(audit.openDeadlines)
        Report.say("\n示例数据：\(count(audit.samples))\n尚未与官方来源核对：\(count(audit.unverified))")
    }

    /// By the year whose calendar is missing, since one file mends them all.
    private func say(_ deadlines: [Audit.OpenDeadline]) {
        Report.say("\n算到没有节假日安排的年份的时限：\(deadlines.count)个")
        for (year, open) in Dictionary(grouping: deadlines, by: \.missingYear).sorted(by: { $0.key < $1.key }) {
            Report.say("  \(year)年的放假安排公布后，写进guides/calendar/\(year).yaml；在那以前只按周末和元旦算")
            for deadline in open { Report.say("    \(deadline.item)：\(deadline.limit)，今天起算到\(deadline.date)") }
        }
    }

    private func say(_ changes: [ComingChange]) {
        Report.say("\n到日子自己变的：\(changes.count)个")
        for change in changes {
            Report.say("  \(change.date ?? "日期未定") \(change.kind) \(change.name)：\(change.change)")
        }
    }

    /// The codes by state; those that lead nowhere first, each by itself, for somebody holds such a card.
    private func say(_ codes: Codes) {
        Report.say("\n短码：在用\(codes.living)个，退役\(codes.retired)个，预留\(codes.reserved)个，没有印过\(codes.unprinted.count)个")
        guard !codes.printed.isEmpty else { return Report.say("台账：还没有印过卡") }
        let voided = codes.printed.map(\.voidedCopies).boundedSum
        Report.say(
            "台账：印过\(codes.printed.count)个短码，共\(codes.printed.map(\.copies).boundedSum)份\(apart(voided))")
        let states = Dictionary(grouping: codes.printed, by: \.state)
        if let dead = states[LedgerReport.deadState] {
            Report.say("  打不开任何指南：\(dead.count)个，请恢复指南，或写进guides/retired.yaml")
            for code in dead { Report.say("    \(line(code))") }
        }
        for (state, printed) in states.sorted(by: { $0.key < $1.key }) where state != LedgerReport.deadState {
            let verb =
                switch state {
                case LedgerReport.retiredState: "已退役"
                case LedgerReport.cancelledState: "已取消"
                case LedgerReport.awaitedState: "还没有到发布日期"
                case LedgerReport.reservedState: "指南还没有发布"
                case LedgerReport.revisedState: "指南有错误，正在修改"
                default: "打开\(state)"
                }
            Report.say("  \(verb)：\(printed.count)个，\(printed.map(\.copies).boundedSum)份")
            for code in printed { Report.say("    \(line(code))") }
        }
    }

    private func line(_ code: LedgerReport.Code) -> String {
        "\(code.code)\(code.name.map { " \($0)" } ?? "")：\(code.copies)份\(apart(code.voidedCopies))，批次\(code.batches.joined(separator: "、"))"
            + (code.edition.map { "，最新版本\($0)" } ?? "")
    }

    /// Copies that were taken back, which may be out all the same.
    private func apart(_ voided: Int) -> String { voided == 0 ? "" : "，另有作废\(voided)份" }

    private func count(_ names: [String: [String]]) -> String {
        names.isEmpty
            ? "没有" : names.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value.count)个" }.joined(separator: "，")
    }
}

extension CalendarDate: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
