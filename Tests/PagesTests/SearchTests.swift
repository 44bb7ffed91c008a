internal import Guides
internal import Pages
internal import Testing

/// What people type, and what they must find.
@Suite struct SearchTests {
    private let guidebook: Guidebook
    private let pages: SitePages

    init() throws {
        guidebook = try ShippedSite.guidebook()
        pages = try ShippedSite.pages()
    }

    /// The titles found, best first.
    private func find(_ query: String) -> [String] {
        pages.page(at: "/search", query: ["q": query]).html.matches(of: /<li><a href="[^"]*"><b>(.*?)<\/b>/).map {
            // Parts of a title that stay on one line have tags of their own.
            String($0.output.1).replacing(/<[^>]*>/, with: "")
        }
    }

    @Test func namesAliasesAndCodesComeFirst() throws {
        for item in guidebook.items.values {
            #expect(find(item.name).first == item.name)
            let code = try #require(item.code)
            #expect(find(code.text.lowercased()) == [item.name])
            for alias in item.aliases { #expect(find(alias).prefix(4).contains(item.name), "\(alias)") }
        }
    }

    @Test func materialsAndLawsLeadToItems() throws {
        let item = try #require(guidebook.items["施工许可"])
        #expect(find("中标通知书").contains(item.name))
        let law = try #require(guidebook.laws["建筑法"])
        let found = find("建筑法")
        #expect(found.contains(law.name) && found.contains(item.name))
    }

    @Test(arguments: ["建筑工程施工许可", "sgxk", "SGXK", "施工 许可", "施工許可证", "施工许可正", "施工许可证怎么办"])
    func formsOfOneWishFindTheSame(_ query: String) throws {
        let item = try #require(guidebook.items["施工许可"])
        #expect(find(query).prefix(5).contains(item.name))
    }

    @Test(arguments: [("開工證", "开工证"), ("環評", "环评"), ("施工許可", "施工许可"), ("⽔法", "水法"), ("⽔法", "⽔法"), ("消防驗收", "消防验收")])
    func `Traditional characters and radicals find what ours find`(_ query: String, _ ours: String) {
        #expect(!find(query).isEmpty)
        #expect(find(query) == find(ours))
    }

    @Test func nothingIsFoundForWhatIsNotHere() {
        #expect(find("彩票").isEmpty)
        #expect(find("").isEmpty)
        #expect(find("、。").isEmpty)
    }
}
