import Guides
import Testing

@testable import Pages

@Suite struct AddressTests {
    @Test func `Every address has a page with its status, and is read back from its path`() throws {
        let pages = try ShippedSite.pages()
        let guidebook = try ShippedSite.guidebook()
        #expect(Set(pages.addresses).count == pages.addresses.count)
        #expect(pages.addresses.count > 150)
        for address in pages.addresses {
            #expect(PageAddress(path: address.path) == address)
            let page = try #require(pages.fixedPage(at: address), "\(address.path)")
            let isLost = address.code.map { guidebook.guide(for: $0) == nil } ?? false
            #expect((page.status == 200) != isLost, "\(address.path)")
            #expect(pages.pages[address.path]?.html == page.html)
            #expect(pages.page(at: address.path).html == page.html)
        }
        #expect(pages.fixedPage(at: .law("没有的法")) == nil)
        #expect(pages.fixedPage(at: .search) == nil)
    }

    @Test func `A page links to sections that it has`() throws {
        let pages = try ShippedSite.pages()
        for address in pages.addresses {
            let page = try #require(pages.fixedPage(at: address))
            for section in page.sections {
                #expect(page.html.contains("id=\"\(section.rawValue)\""), "\(address.path)")
            }
        }
    }

    @Test func `There is no picture on a page of which there is no picture`() throws {
        let guidebook = try ShippedSite.guidebook()
        let today = try #require(ShippedSite.today)
        let code = try #require(guidebook.roadmaps["房地产开发"]?.code)
        let picture = PageAddress.file(.card, of: code).link
        let bare = try SitePages(onDemand: guidebook, today: today, pictured: [])
        #expect(bare.fixedPage(at: .code(code))?.html.contains(picture) == false)
        let shown = try SitePages(onDemand: guidebook, today: today, pictured: [code])
        #expect(shown.fixedPage(at: .code(code))?.html.contains(picture) == true)
    }
}
