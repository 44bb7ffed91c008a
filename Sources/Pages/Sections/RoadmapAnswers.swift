internal import Guides
internal import Markup

/// The four answers for a whole project, and under them how many items it meets.
struct RoadmapAnswers {
    let roadmap: Roadmap
    let schedule: RoadmapSchedule
    let guidebook: Guidebook

    func markup() -> Markup {
        let papers = roadmap.papers(in: guidebook)
        return .tag(
            "div", ["class": "g four"],
            [
                AnswerGrid.answer(
                    .materials, GuideWords.bring, AnswerGrid.count(papers.own, RoadmapWords.materials(papers.own)),
                    AnswerGrid.paperNotes(papers.own, RoadmapWords.paperUnit, exempt: papers.exempt)),
                AnswerGrid.answer(
                    .guide, GuideWords.cost,
                    [Components.whole(charged.isEmpty ? GuideWords.free : RoadmapWords.charged(charged.count))],
                    costNote),
                AnswerGrid.answer(.contact, GuideWords.place, [Components.whole(place)], placeNote),
                AnswerGrid.answer(
                    .flow, GuideWords.duration, [Components.time(RoadmapAnswers.days(schedule))],
                    [.text(blocking.isEmpty ? RoadmapWords.shortest : StateWords.shortestOnce(blocking))]),
                .tag(
                    "a", ["class": "w", "href": "#\(Section.flow.rawValue)"],
                    [
                        .tag("span", ["class": "l"], RoadmapWords.howMany),
                        .tag("b", [Components.whole(RoadmapWords.items(schedule.requiredItems))]),
                        .tag("span", ["class": "s"], RoadmapWords.itemsNote(conditionalItems)),
                    ]),
            ])
    }

    /// The longest path; at least half a day, where all is decided on the spot.
    static func days(_ schedule: RoadmapSchedule) -> TimeLimit { .span(max(schedule.workingDays, 0.5), .workingDay) }

    private var blocking: [String] { guidebook.blockingItems(of: roadmap) }

    private var items: [Item] { roadmap.entries.compactMap { guidebook.items[$0.item] } }

    private var charged: [Item] { items.filter(\.isCharged) }

    private var costNote: [Markup] {
        charged.isEmpty
            ? []
            : [.text(charged.map(\.stem).joined(separator: Words.listMark) + Words.comma + RoadmapWords.othersFree)]
    }

    private var place: String {
        items.allSatisfy(\.isOnline)
            ? GuideWords.online : items.contains(where: \.isOnline) ? RoadmapWords.mostlyOnline : GuideWords.atCounter
    }

    private var placeNote: [Markup] {
        var parts: [Markup] = []
        if items.allSatisfy({ $0.isOnline && $0.visits == 0 }) {
            let words = SampleMarks.words(GuideWords.noVisit, items.contains(where: \.areVisitsSample))
            parts.append(Components.whole(words))
        }
        if let hall = guidebook.site.halls.first {
            parts.append(
                items.contains(where: \.isOnline)
                    ? .fragment([Components.whole(GuideWords.alsoAt), .text(hall.name)]) : .text(hall.name))
        }
        return AnswerGrid.lines(parts)
    }

    /// Items that only some projects meet, beyond the one of each group of alternatives that all meet.
    private var conditionalItems: Int { roadmap.entries.count - schedule.requiredItems - overlooked }

    /// Alternatives of which every project meets one are no further items.
    private var overlooked: Int { roadmap.alternatives.filter(\.isExhaustive).reduce(0) { $0 + $1.items.count - 1 } }
}
