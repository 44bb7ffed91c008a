/// What an answer costs a client of its allowance, counted in scans.
///
/// A scan's page is ready bytes and costs 1. Everything that is made while its asker waits costs about as many times that
/// as it keeps a core busy: whoever asks for nothing but such answers still leaves the core to the others. At the usual
/// 100 a second, burst 400, these are 10 searches a second from one address, and 40 at once.
enum AnswerCost: Int {
    /// Everything whose bytes are ready.
    case ready = 1
    /// The page that says why a code opens nothing, with what was typed in it.
    case lost = 2
    /// A file or a description for programs: `materials.csv`, `flowchart.svg`, JSON, a linkset.
    case document = 5
    /// A search, or a page with answers to 情形, that nobody asked for lately: laid out and packed anew.
    case variant = 10
}

/// Takes what an answer costs beyond the one that every request has paid; throws where the client has not so much left.
typealias AnswerCharge = (AnswerCost) throws(Refusal) -> Void
