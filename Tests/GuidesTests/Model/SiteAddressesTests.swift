internal import TestSupport
internal import Testing

@testable internal import Guides

/// Where the site has pages is the same by the files and by the guidebook that is made of them.
@Suite struct SiteAddressesTests {
    private let loader = GuideLoader(guides: Repository.path("guides"), cards: Repository.path("cards"))

    @Test func `the files of the tree and its guidebook give the same addresses`() throws {
        let files = loader.check().addresses
        let book = SiteAddresses(try #require(loader.load().guidebook?.asWritten))
        #expect(Set(files.all) == Set(book.all))
        #expect(files.all.count == Set(files.all).count)
        #expect(files.bases == book.bases)
        #expect(files.all.count > 150)
    }

    @Test func `no day takes an address away`() throws {
        let guidebook = try #require(loader.load().guidebook)
        let now = Set(SiteAddresses(guidebook).all)
        for day in ["2020-01-01", "2035-12-31"] {
            #expect(Set(SiteAddresses(guidebook.on(try #require(CalendarDate(day)))).all) == now, "\(day)")
        }
    }

    @Test func `two fields of one name are one page`() {
        let text = """
            名称: 甲
            网址: https://a.example
            领域: [{名称: 乙, 颜色: "#A3322B"}, {名称: 乙, 颜色: "#A3322B"}]

            """
        let file = GuideFile(
            kind: .site, stem: Site.fileStem, path: "guides/site.yaml", bytes: Array(text.utf8))
        let twice = GuideTree(files: [file])
        #expect(SiteAddresses(twice).fronts == [.home, .policies, .field("乙")])
    }
}
