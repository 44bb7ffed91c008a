internal import Flowcharts
internal import Guides
internal import Markup

/// The page of a roadmap, which is what a card opens: three figures, the way of all items, then what each page has.
struct RoadmapPage {
    let roadmap: Roadmap
    let context: SiteContext
    let reading: Reading

    func content() -> PageContent {
        let guidebook = context.guidebook
        let schedule = RoadmapSchedule(roadmap, in: guidebook)
        let banner = StateBanner(guidebook: guidebook, today: context.today).markup(of: roadmap)
        let main: [Markup] = [
            Components.section(
                .flow,
                RoadmapFlowSection(roadmap: roadmap, guidebook: guidebook, charts: context.charts, reading: reading)
                    .markup()),
            Components.section(.guide, guide(schedule)),
            Components.section(
                .materials, MaterialSection(guidebook: guidebook, reading: reading).markup(of: roadmap, schedule)),
            Components.section(.basis, basis()),
            Components.section(
                .policies, PolicySection(guidebook: guidebook, today: context.today).markup(of: roadmap)),
            Components.section(
                .contact,
                ContactSection(guidebook: guidebook, printed: context.printed(roadmap.code)).markup(
                    .init(stem: roadmap.stem, code: roadmap.code, review: roadmap.review, changes: roadmap.changes))),
        ]
        return PageContent(
            address: PageAddress(ofCode: roadmap.code), query: reading.answerQuery, title: roadmap.name,
            description: roadmap.summary,
            colour: roadmap.fields.first.flatMap { guidebook.site.field(named: $0)?.colour },
            trail: roadmap.fields.map { .tag("a", ["href": PageAddress.field($0).link], $0) },
            lead: [
                banner ?? .nothing, .tag("p", [:], roadmap.summary),
                Components.muted(RoadmapWords.forWhom(roadmap.audience)),
                RoadmapAnswers(roadmap: roadmap, schedule: schedule, guidebook: guidebook).markup(),
            ],
            bar: Section.allCases, main: main, chart: Stylesheet.road,
            structured: StructuredData.roadmap(roadmap, guidebook),
            picture: context.picture(of: roadmap.stem, roadmap.code),
            code: roadmap.code, hasBanner: banner != nil)
    }

    private func guide(_ schedule: RoadmapSchedule) -> [Markup] {
        let alternatives = roadmap.alternatives
        let conditional = roadmap.entries.filter { entry in
            !entry.conditions.isEmpty && !alternatives.contains { $0.items.contains(entry.item) }
        }
        let content = [
            Components.facts(
                FactRows(written: roadmap.written, shape: FileKind.roadmap.shape, guidebook: context.guidebook).open + [
                    Components.row(RoadmapWords.shortestTime, shortest(schedule)),
                    Components.row(RoadmapWords.mainLine, schedule.criticalPath.joined(separator: " → ")),
                    Components.row(
                        RoadmapWords.chosenItems,
                        alternatives.isEmpty
                            ? nil : [Components.paragraphs(alternatives.map { RoadmapWords.either($0.items) })]),
                    Components.row(
                        RoadmapWords.conditionalItems,
                        conditional.isEmpty ? nil : conditional.map(\.item).joined(separator: Words.listMark)),
                ] + [
                    Components.row(RoadmapWords.charges, fees),
                    Components.row(RoadmapWords.itemGuides, RoadmapWords.itemGuidesHint),
                ])
        ]
        guard !roadmap.situations.isEmpty else { return content }
        return content + [
            Components.situationForm(
                roadmap.situations, reading, heading: GuideWords.projectSituation, path: roadmap.code?.path ?? "/",
                anchor: .flow
            ) { situation in
                [situation.note, consequence(of: situation)].compactMap(\.self).joined()
            }
        ]
    }

    /// The shortest time, what is in it, and which of the alternatives it counts.
    private func shortest(_ schedule: RoadmapSchedule) -> [Markup] {
        let taken = roadmap.alternatives.filter(\.isExhaustive).flatMap(\.items).filter {
            schedule.criticalPath.contains($0)
        }
        let blocking = context.guidebook.blockingItems(of: roadmap)
        let conditions = roadmap.entries.filter { taken.contains($0.item) }.flatMap(\.conditions)
        return [
            Components.time(RoadmapAnswers.days(schedule)),
            Components.muted(
                RoadmapWords.shortestNote + (conditions.isEmpty ? "" : RoadmapWords.countedAs(conditions))
                    + (blocking.isEmpty ? "" : StateWords.notCounted(blocking))),
        ]
    }

    /// The items that cost something.
    private var fees: [Markup]? {
        let charged = roadmap.entries.compactMap { context.guidebook.items[$0.item] }.filter(\.isCharged)
        guard !charged.isEmpty else { return [.text(GuideWords.free)] }
        return charged.map {
            .tag("p", [:], $0.stem + Words.colon + $0.fees.map(\.name).joined(separator: Words.listMark))
        }
            + [Components.muted(RoadmapWords.othersFree)]
    }

    /// Which items an answer adds, answer by answer.
    private func consequence(of situation: Situation) -> String? {
        let answers = zip(situation.choices, situation.conditions).compactMap { answer, condition -> String? in
            let items = roadmap.entries.filter { $0.conditions.contains(condition) }.map(\.item)
            return items.isEmpty ? nil : RoadmapWords.alsoItems(answer, items)
        }
        return answers.isEmpty ? nil : answers.joined(separator: Words.semicolon) + Words.fullStop
    }

    /// What the order rests on in full; what each item rests on as links, for its words stand on the item's page too
    /// and would make this one too heavy for a phone in a queue.
    private func basis() -> [Markup] {
        let order = roadmap.entries.flatMap { $0.prerequisites.compactMap(\.basis) }
        let laws = Set(order.compactMap { context.guidebook.laws.stem(named: $0.law) })
        let items = roadmap.entries.flatMap { context.guidebook.items[$0.item]?.basis ?? [] }
        let section = LawSection(guidebook: context.guidebook, today: context.today, longest: 200)
        let further = items.filter { context.guidebook.laws.stem(named: $0.law).map { !laws.contains($0) } ?? true }
        return [Components.muted(RoadmapWords.basisHint)] + section.markup(order, others: items)
            + (further.isEmpty ? [] : [.tag("h3", ["class": "hh"], RoadmapWords.itemBasis), section.links(further)])
    }
}

extension Roadmap: GuideView {
    func page(_ context: SiteContext, _ reading: Reading) -> PageContent {
        RoadmapPage(roadmap: self, context: context, reading: reading).content()
    }

    func add(_ inputs: PageInputs, to digest: inout InputDigest) {
        digest.add(inputs.digest(ofRoadmap: self))
        inputs.addPolicies(to: &digest)
        inputs.addAllLaws(to: &digest)
    }

    func searched(in guidebook: Guidebook) -> (terms: [SearchIndex.Term], note: String)? {
        let terms: [SearchIndex.Term] = [
            .init(name, 100), .init(stem, 100), .init(projectType, 50),
        ]
        return (
            terms + fields.map { .init($0, 80) } + aliases.map { .init($0, 95, SiteWords.alias($0)) },
            fields.joined(separator: Words.listMark)
        )
    }

    var asked: [Situation] { situations }

    func materialsTable(in guidebook: Guidebook) -> MaterialsTable? {
        MaterialsTable(RoadmapSchedule(self, in: guidebook), guidebook)
    }

    func chart(in context: SiteContext) -> ChartFile? {
        context.charts.chart(of: self).map {
            ChartFile(
                picture: $0.svg(), style: Stylesheet.road,
                colour: fields.first.flatMap { context.guidebook.site.field(named: $0)?.colour })
        }
    }
}
