internal import Guides
internal import Markup

/// What somebody must know before anything else: that an item cannot be applied for, or soon no more, or that a policy
/// is over.
struct StateBanner {
    let guidebook: Guidebook
    let today: CalendarDate

    /// Nothing for an item that is in use and stays so.
    func markup(of item: Item) -> Markup? {
        let next = item.standing.next(after: today)
        let phone = phone(of: item)
        switch item.state(on: today) {
        case .paused(let pause):
            return box(StateWords.paused, lines(of: pause, next), phone)
        case .notYet(let date):
            return box(StateWords.notYet, [StateWords.startsOn(date) + Words.fullStop, StateWords.cannotApply], phone)
        case .cancelled: return nil
        case .inUse: break
        }
        switch next?.state {
        case .paused(let pause):
            let title = pause.since.map { StateWords.pausedFrom($0) } ?? StateWords.paused
            let dates = StateWords.pauseDates(pause.since, pause.until)
            return box(title, [dates, StateWords.reason(pause.reason), StateWords.askFirst], phone)
        case .cancelled(let cancellation):
            return box(
                next.map { StateWords.endsOn($0.day) } ?? "",
                (cancellation.reason.isEmpty ? [] : [StateWords.reason(cancellation.reason)]) + [StateWords.askFirst],
                phone, successor: cancellation.successor.flatMap { guidebook.guide(named: $0) })
        case .inUse, .notYet, nil: return nil
        }
    }

    private func lines(of pause: Pause, _ next: ItemStanding.Turn?) -> [String] {
        var dates = StateWords.pauseDates(pause.since, pause.until)
        switch next?.state {
        case .inUse: dates += next.map { StateWords.resumesOn($0.day) } ?? ""
        case .cancelled: dates += next.map { StateWords.endsOn($0.day) + Words.fullStop } ?? ""
        case .paused, .notYet, nil: break
        }
        return [dates, StateWords.reason(pause.reason), StateWords.cannotApply]
    }

    /// For a roadmap: which of its items cannot be applied for.
    func markup(of roadmap: Roadmap) -> Markup? {
        let held = guidebook.heldItems(of: roadmap)
        guard !held.isEmpty else { return nil }
        let lines = held.map { StateWords.line($0.item.stem, words($0.item, $0.state)) }
        return box(StateWords.blocked(held.count), lines + [StateWords.othersGoOn], nil)
    }

    /// For a policy that is over: since when, and that there may be a newer one.
    func markup(of policy: Policy) -> Markup? {
        let standing = policy.standing(on: today)
        guard standing.isPast else { return nil }
        var lines = [PolicyWords.askForNewer]
        if case .expired(let lastDay?) = standing { lines.insert(PolicyWords.lastDay(lastDay), at: 0) }
        return box(PolicyWords.standing(standing), lines, guidebook.site.inquiryPhone)
    }

    /// The item's own number, else the site's; a sample says so.
    private func phone(of item: Item) -> [Markup] {
        guard let phone = item.inquiry?.phone else { return guidebook.site.inquiryPhone }
        let isSample = item.written.samples(of: FileKind.item.shape).contains(KnownKey.inquiry)
        return [Components.phone(phone)] + SampleMarks.chip(isSample)
    }

    private func words(_ item: Item, _ state: ItemState) -> String {
        guard case .paused = state else { return StateMarks.words(state) ?? "" }
        guard let next = item.standing.next(after: today), next.state == .inUse else { return StateWords.paused }
        return StateWords.paused + Words.comma + StateWords.resumes(next.day)
    }

    private func box(_ title: String, _ lines: [String], _ phone: [Markup]?, successor: Guide? = nil) -> Markup {
        var content: [Markup] = [.tag("b", [:], title)] + lines.map { .tag("p", [:], $0) }
        if let successor, let code = successor.code {
            content.append(
                .tag("p", [.text(StateWords.readInstead), .tag("a", ["href": code.path], successor.name)]))
        }
        if let phone { content.append(.tag("p", [.text(StateWords.call)] + phone)) }
        return .tag("div", ["class": "al", "role": "note"], content)
    }
}
