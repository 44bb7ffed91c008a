internal import Guides
internal import Ledger

/// What the ledger says, for people who must decide what to reprint.
struct LedgerReport {
    /// One design of one code in one print run.
    struct Batch: Encodable {
        let batch: String
        /// ISO 8601, like the edition.
        let date: String
        let code: String
        /// The kind and the stem of the guide that the code opens.
        let kind: String
        let guide: String
        /// The items of a roadmap that lean on the law.
        let through: [String]
        let design: String
        let copies: Int
        /// Taken back since, by `onecard ledger void`.
        let isVoided: Bool
        /// The date of the card's content; nil where a guide without a card was printed.
        let edition: String?
    }

    /// A printed code and what it leads to.
    struct Code: Encodable {
        let code: String
        /// 事项, 全流程, 政策, 通知, 总览, 退役, 取消, 待发布, 预留, 修改中 or 打不开.
        let state: String
        /// The name of what it opens, or opened; nil where it opens nothing.
        let name: String?
        /// Without the voided ones.
        let copies: Int
        /// Taken back since; some may be out all the same.
        let voidedCopies: Int
        let batches: [String]
        /// Of the newest cards, ISO 8601.
        let edition: String?
    }

    /// What becomes of a code that leads nowhere.
    static let deadState = "打不开"
    static let retiredState = "退役"
    static let cancelledState = "取消"
    static let awaitedState = "待发布"
    static let reservedState = "预留"
    static let revisedState = "修改中"

    /// Where the ledger stands.
    let path: String
    /// Whether it has broken or edited rows, which `onecard check` names.
    let isBroken: Bool
    private let prints: [Ledger.Print]

    init(_ options: GuideOptions) {
        let ledger = Ledger(at: options.ledger)
        path = ledger.path
        isBroken = !ledger.faults.isEmpty
        prints = ledger.prints
    }

    /// The printed batches whose code leans on a law, in the order in which they were printed.
    func batches(leaningOn impact: LawImpact) -> [Batch] {
        prints.compactMap { print in
            let row = print.row
            return impact.leaning[row.code].map { leaning in
                Batch(
                    batch: row.batch, date: row.date.description, code: row.code.text, kind: leaning.kind,
                    guide: leaning.guide, through: leaning.through, design: row.design, copies: row.copies,
                    isVoided: print.isVoided, edition: row.edition?.description)
            }
        }
    }

    /// Every printed code with its state, by state and code.
    func codes(in guidebook: Guidebook) -> [Code] {
        Dictionary(grouping: prints, by: \.row.code).map { code, prints in
            let (state, name) = LedgerReport.state(of: code, in: guidebook)
            let rows = prints.map(\.row)
            return Code(
                code: code.text, state: state, name: name,
                copies: prints.filter { !$0.isVoided }.map(\.row.copies).boundedSum,
                voidedCopies: prints.filter(\.isVoided).map(\.row.copies).boundedSum,
                batches: rows.reduce(into: []) { if !$0.contains($1.batch) { $0.append($1.batch) } },
                edition: rows.compactMap(\.edition).max()?.description)
        }.sorted { ($0.state, $0.code) < ($1.state, $1.code) }
    }

    /// The guides whose code was never printed, by name.
    func unprinted(in guidebook: Guidebook) -> [String] {
        let printed = Set(prints.map(\.row.code))
        return guidebook.guides.filter { !printed.contains($0.code) }.map(\.guide.name).sorted()
    }

    private static func state(of code: ShortCode, in guidebook: Guidebook) -> (state: String, name: String?) {
        switch guidebook.opening(of: code) {
        case .guide(let guide): (guide.category, guide.name)
        case .gone(let retirement):
            (retirement.cause == .cancelled ? cancelledState : retiredState, retirement.name)
        case .awaited: (awaitedState, guidebook.asWritten.guide(for: code)?.name)
        case .reserved(let reservation): (reservedState, reservation.purpose)
        case .revised: (revisedState, nil)
        case .nothing: (deadState, nil)
        }
    }
}
