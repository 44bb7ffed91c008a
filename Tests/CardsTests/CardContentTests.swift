import Cards
import Guides
import TestSupport
import Testing

/// What cards say of the shipped guides.
@Suite("Contents of cards")
struct CardContentTests {
    private let guidebook: Guidebook

    init() throws {
        let outcome = GuideLoader(guides: Repository.path("guides"), cards: Repository.path("cards")).load()
        guidebook = try #require(outcome.guidebook)
    }

    private func content(_ stem: String) throws -> CardContent {
        let guide = try #require(guidebook.guide(named: stem))
        return try #require(CardContent(guide, stem: stem, in: guidebook))
    }

    private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    @Test("A roadmap's time is the shortest, no promise; an item's is its own")
    func time() throws {
        for (stem, roadmap) in guidebook.roadmaps {
            let days = RoadmapSchedule(roadmap, in: guidebook).workingDays
            #expect(days > 0)
            #expect(try content(stem)[.shortestTime] == TimeLimit.span(days, .workingDay).description)
            #expect(try content(stem)[.promisedTime].isEmpty)
        }
        for (stem, item) in guidebook.items {
            #expect(try content(stem)[.promisedTime] == item.promised.limit.description)
            #expect(try content(stem)[.shortestTime].isEmpty)
        }
    }

    @Test("Of a roadmap's materials those are marked that not every project brings")
    func materials() throws {
        for (stem, roadmap) in guidebook.roadmaps {
            let materials = RoadmapSchedule(roadmap, in: guidebook).materials
            let shown = lines(try content(stem)[.materials])
            #expect(shown.count == materials.count)
            for (line, material) in zip(shown, materials) {
                #expect(line.contains(material.material.name))
                #expect(line.hasSuffix("（视情况）") != material.isAlways, "\(stem): \(line)")
            }
        }
    }

    @Test("Of an item's materials it is said how many, in which form and from whom; the office's own are left out")
    func itemMaterials() throws {
        for (stem, item) in guidebook.items {
            let wanted = item.materials.filter { $0.need != .exempt }
            let shown = lines(try content(stem)[.materials])
            #expect(shown.count == wanted.count)
            for (line, material) in zip(shown, wanted) {
                #expect(line.contains(material.name) && line.contains(material.form))
                #expect(line.contains(material.issuer ?? material.source))
                if let originals = material.originals, originals > 0 { #expect(line.contains("原件\(originals)份")) }
                #expect(material.conditions.isEmpty || line.contains("（视情况）"))
            }
        }
    }

    @Test("The general card tells every field and every roadmap with its code")
    func overview() throws {
        let content = try content(Guide.overviewStem)
        for field in guidebook.site.fields {
            #expect(content[.conditions].contains(field.name))
            #expect(lines(content[.steps]).contains { $0.hasSuffix("、" + field.name) })
        }
        for roadmap in guidebook.roadmaps.values {
            let code = try #require(roadmap.code)
            #expect(content[.steps].contains("\(roadmap.name)（卡号\(CardContent.grouped(code.text))）"))
        }
        #expect(!content[.materials].isEmpty && !content[.basis].isEmpty)
    }
}
