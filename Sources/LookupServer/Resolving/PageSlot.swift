internal import Synchronization

/// A page's place in a snapshot: empty until somebody asks for the page or there is time to make it, then filled for as
/// long as the snapshot lives.
///
/// What an earlier snapshot had in the place is taken over where it still holds.
final class PageSlot: Sendable {
    /// A page with what it was made from, see `SitePages.inputs(of:)`.
    ///
    /// A class, so that an empty place takes little memory.
    final class Made: Sendable {
        let inputs: UInt64
        let response: ReadyResponse
        /// For guides.
        let answers: CodeAnswers?
        /// What the hot path sends; for guides.
        let hot: HotPage?

        init(inputs: UInt64, response: ReadyResponse, answers: CodeAnswers?, hot: HotPage?) {
            (self.inputs, self.response, self.answers, self.hot) = (inputs, response, answers, hot)
        }
    }

    private struct State {
        var made: Made?
        var older: Made?
    }

    private let state: Mutex<State>

    init(replacing older: PageSlot?) {
        let kept = older.map { $0.state.withLock { $0.made ?? $0.older } }
        state = Mutex(State(older: kept ?? nil))
    }

    /// The page if it is there.
    ///
    /// Never waits: while somebody makes the page, it is not there.
    var hot: HotPage? { state.withLockIfAvailable { $0.made?.hot } ?? nil }

    /// Whether the page is there, so that nobody waits for it.
    var isMade: Bool { state.withLockIfAvailable { $0.made != nil } ?? false }

    /// The page, made now if it must be; nil where there is none.
    ///
    /// - Parameters:
    ///   - inputs: What the page is made from now.
    ///   - make: Makes it; the older page may share bytes with it.
    func page(_ inputs: () -> UInt64, _ make: (_ inputs: UInt64, _ older: Made?) -> Made?) -> Made? {
        state.withLock { state in
            if let made = state.made { return made }
            let inputs = inputs()
            let made = state.older?.inputs == inputs ? state.older : make(inputs, state.older)
            state = State(made: made)
            return made
        }
    }
}

/// The place of a page that nobody asked for yet, as one stands behind every code.
package struct PagePlace: Sendable {
    private let slot = PageSlot(replacing: nil)

    package init() {}
}
