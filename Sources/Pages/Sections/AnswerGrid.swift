internal import Flowcharts
internal import Guides
internal import Markup

/// The four answers: 带什么, 多少钱, 去哪办, 多久; and under them the day on which it is decided.
struct AnswerGrid {
    let item: Item
    let guidebook: Guidebook
    let today: CalendarDate
    let reading: Reading

    func markup() -> Markup {
        .tag(
            "div", ["class": "g four"],
            [
                AnswerGrid.answer(.materials, GuideWords.bring, bring, bringNote),
                AnswerGrid.answer(
                    .guide, GuideWords.cost, [Components.whole(item.isCharged ? GuideWords.charged : GuideWords.free)],
                    fee),
                AnswerGrid.answer(
                    .contact, GuideWords.place,
                    [Components.whole(item.isOnline ? GuideWords.online : GuideWords.atCounter)], placeNote),
                duration, decision,
            ])
    }

    static func answer(_ section: Section, _ question: String, _ answer: [Markup], _ note: [Markup]) -> Markup {
        .tag(
            "a", ["href": "#\(section.rawValue)"],
            [
                .tag("span", ["class": "l"], question), .tag("b", answer), .tag("span", ["class": "s"], note),
            ])
    }

    private var bring: [Markup] {
        let papers = item.papers(after: reading.answers)
        return AnswerGrid.count(papers, papers.most == 0 ? GuideWords.nothingToBring : GuideWords.materials(papers))
    }

    private var bringNote: [Markup] {
        AnswerGrid.paperNotes(
            item.papers(after: reading.answers), GuideWords.paperUnit, exempt: item.exemptPapers(after: reading.answers)
        )
    }

    /// A number of papers as the answer; what may be none is no number.
    static func count(_ papers: PaperCount, _ words: String) -> [Markup] {
        [Components.whole(papers.least == 0 && papers.most > 0 ? GuideWords.onlyIfCase : words)]
    }

    /// On what the number of papers depends, and how many of them the office gets by itself.
    static func paperNotes(_ own: PaperCount, _ unit: String, exempt: PaperCount) -> [Markup] {
        var parts: [String] = []
        if own.least < own.most {
            parts.append(own.least == 0 ? GuideWords.atMost(own.most, unit) : GuideWords.onlyIfCase)
        }
        if exempt.most > 0 { parts.append(GuideWords.exemptPapers(exempt, unit)) }
        return lines(parts.map { Components.whole($0) })
    }

    private var fee: [Markup] {
        guard item.isCharged else {
            return item.feeBasis.first.map { basis in
                AnswerGrid.phrase([
                    .text(GuideWords.by(guidebook.shortName(of: basis))),
                    Components.whole(basis.articles.joined(separator: Words.listMark)),
                ])
            } ?? []
        }
        return [.text(item.fees.map(\.name).joined(separator: Words.listMark))]
    }

    private var placeNote: [Markup] {
        var parts: [Markup] = []
        func add(_ words: String) { parts.append(Components.whole(SampleMarks.words(words, item.areVisitsSample))) }
        if item.isOnline && item.visits == 0 { add(GuideWords.noVisit) }
        if item.visits > 0 { add(GuideWords.visits(item.visits)) }
        if item.channels.contains(KnownValue.atCounter), let hall = item.counters.first?.hall {
            parts.append(item.isOnline ? .fragment([Components.whole(GuideWords.alsoAt), .text(hall)]) : .text(hall))
        }
        return AnswerGrid.lines(parts)
    }

    /// Parts one below the other.
    static func lines(_ parts: [Markup]) -> [Markup] { joined(parts, by: .void("br")) }

    /// Parts on one line, as far as there is room.
    private static func phrase(_ parts: [Markup]) -> [Markup] { joined(parts, by: .void("wbr")) }

    private static func joined(_ parts: [Markup], by separator: Markup) -> [Markup] {
        parts.enumerated().flatMap { $0 > 0 ? [separator, $1] : [$1] }
    }

    private func time(_ limit: TimeLimit) -> Markup {
        switch limit {
        case .immediate: Components.whole(Words.immediate)
        case .none: Components.whole(FlowchartWords.noPromise)
        case .span: Components.time(limit)
        }
    }

    private var statutory: [Markup] {
        guard item.statutory.limit != .none else { return [.text(GuideWords.noStatutoryTime)] }
        let start = item.statutory.start.map { Components.whole(GuideWords.from($0)) } ?? .nothing
        return AnswerGrid.phrase([Components.whole(GuideWords.statutory(item.statutory.limit)), start])
    }

    private var state: ItemState { item.state(on: today) }

    private var next: ItemStanding.Turn? { item.standing.next(after: today) }

    /// How long it takes; while it is paused, nothing is promised for now.
    private var duration: Markup {
        guard case .paused = state else {
            return AnswerGrid.answer(.guide, GuideWords.duration, [time(item.promised.limit)], statutory)
        }
        let later =
            next?.state == .inUse ? [.text(StateWords.afterwards + " "), time(item.promised.limit)] : [Markup]()
        return AnswerGrid.answer(.guide, GuideWords.duration, [Components.whole(StateWords.paused)], later)
    }

    /// Instead of a promised day: from when on it can be applied for.
    private func opening(_ words: String, _ note: String) -> Markup {
        box(StateWords.when, [Components.whole(words)], note)
    }

    private func box(_ label: String, _ words: [Markup], _ note: String) -> Markup {
        .tag(
            "p", ["class": "w"],
            [
                .tag("span", ["class": "l"], label), .tag("b", words),
                note.isEmpty ? .nothing : .tag("span", ["class": "s"], note),
            ])
    }

    /// 今天提交，最迟 M月D日办结: the promised time counted from today by the calendar of holidays, on a day off from the
    /// next working day; no day is promised while it cannot be applied for, nor one on which it is no longer done.
    private var decision: Markup {
        switch state {
        case .inUse: break
        case .paused:
            guard let next else { return opening(StateWords.whenUnknown, StateWords.noneBefore) }
            return next.state == .inUse
                ? opening(StateWords.resumes(next.day), StateWords.noneBefore)
                : opening(StateWords.endsOn(next.day), "")
        case .notYet(let date): return opening(StateWords.startsOn(date), StateWords.noneBefore)
        case .cancelled: return .nothing
        }
        let calendar = guidebook.calendar
        guard let opening = calendar.workingDay(from: today),
            let result = calendar.adding(item.promised.limit, to: opening.date)
        else { return .nothing }
        if let next, next.day <= result.date {
            return box(StateWords.whenDecided, [Components.whole(StateWords.callFirst)], warning(of: next))
        }
        var notes: [String] = []
        if item.promised.isSample { notes.append(GuideWords.sampleTime) }
        if let year = opening.missingYear ?? result.missingYear { notes.append(GuideWords.beyondCalendar(year)) }
        if item.steps.mainPath.contains(where: { item.steps[$0].isUncounted }) {
            notes.append(GuideWords.withoutUncounted)
        }
        return box(
            GuideWords.today(today, opening: opening.date, start: item.promised.start),
            [
                Components.whole(GuideWords.latest(result.date, inYearOf: today)), .text(" "),
                Components.whole(GuideWords.decided),
            ], notes.joined(separator: Words.comma))
    }

    private func warning(of turn: ItemStanding.Turn) -> String {
        let what = if case .paused = turn.state { StateWords.pausedFrom(turn.day) } else { StateWords.endsOn(turn.day) }
        return StateWords.mayComeTooLate(what)
    }
}
