/// What an answer takes that is not ready bytes: of its client's allowance, and of the threads that work.
///
/// The allowance is counted in scans. What is made while its asker waits costs about as many scans as it keeps a core
/// busy: at the usual 100 a second, burst 400, these are 10 searches a second from one address, and 40 at once. What it
/// took in truth is paid for when it is known, see `ClientLimiter.Allowance.spend`.
enum AnswerCost {
    /// A page that nobody has made yet.
    case page
    /// The page that says why a code opens nothing, with what was typed in it.
    case lost
    /// A file or a description for programs: `materials.csv`, `flowchart.svg`, JSON, a linkset.
    case document
    /// A search, or a page with answers to 情形, that nobody asked for lately: laid out and packed anew.
    case variant

    /// What it costs in scans, with the one that every request pays.
    var scans: Int {
        switch self {
        case .page: 1
        case .lost: 2
        case .document: 5
        case .variant: 10
        }
    }

    /// Whether somebody who scanned a card waits for it: that goes before everything else.
    var isScan: Bool { self == .page || self == .lost }
}

/// Why an answer is not given where its request was read.
enum Deferral: Error {
    /// It is not given at all.
    case refused(Refusal)
    /// It takes work, for which there are threads of their own.
    case work(AnswerCost)
    /// Nobody waits for it any more.
    case abandoned

    /// What is said in its place.
    var refusal: Refusal {
        switch self {
        case .refused(let refusal): refusal
        case .work, .abandoned: .busy
        }
    }
}

/// Asks to do work of that cost here and now; throws where it is not to be done here, or not at all.
typealias AnswerCharge = (AnswerCost) throws(Deferral) -> Void

/// What the making of an answer may do on the thread that it runs on.
struct WorkPermit {
    /// Asked before each piece of work.
    let take: AnswerCharge
    /// Whether somebody still waits for the answer; asked in the middle of long work.
    let isWanted: () -> Bool

    /// No work: for threads that answer.
    static var none: WorkPermit {
        WorkPermit { cost throws(Deferral) in
            throw .work(cost)
        } isWanted: {
            true
        }
    }

    /// All that the client may have, at once: for the one client of a preview.
    static func all(of allowance: @escaping () -> ClientLimiter.Allowance) -> WorkPermit {
        WorkPermit { cost throws(Deferral) in
            guard allowance().takeRest(of: cost) else { throw .refused(.tooManyRequests) }
        } isWanted: {
            true
        }
    }

    /// Work of a cost that is paid, and what more of the kind shows to be needed, for as long as somebody waits.
    static func within(
        _ paid: AnswerCost, of allowance: ClientLimiter.Allowance, for job: WorkJob
    ) -> WorkPermit {
        var isUsed = false
        return WorkPermit { cost throws(Deferral) in
            guard job.isWanted else { throw .abandoned }
            // The threads of scans do nothing else.
            guard cost.isScan || !paid.isScan else { throw .work(cost) }
            if cost == paid, !isUsed {
                isUsed = true
            } else if !allowance.takeRest(of: cost) {
                throw .refused(.tooManyRequests)
            }
        } isWanted: {
            job.isWanted
        }
    }
}
