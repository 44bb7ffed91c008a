internal import Foundation
internal import Guides
internal import Testing

@testable internal import LookupServer
@testable internal import Publication

/// What is published is what is served: the same addresses, with the same status, in the same forms.
@Suite(.serialized) struct PublicationTests {
    @Test func `Every address answers with the status, the forms and the bytes that were published`() async throws {
        try await Daemon.run(limits: .unlimited) { daemon in
            let publication = daemon.site.snapshot.publication
            let addresses = publication.everyAddress
            #expect(Set(addresses).count == addresses.count)
            // Each form is there, or this proves nothing.
            var seen: Set<Representation> = []
            for address in addresses {
                let resource = try #require(publication.resource(at: address), "\(address)")
                for form in resource.representations {
                    seen.insert(form)
                    let bytes = try #require(publication.bytes(of: form, at: address), "\(address) \(form)")
                    let target = address.link + (form == .largePage ? "?size=large" : "")
                    let answer = try daemon.ask(target, ["Host: yikatong.example", "Accept: \(form.mediaType)"])
                    #expect(answer.status == resource.status.rawValue, "\(target)")
                    #expect(answer["content-type"] == form.mediaType, "\(target)")
                    // Pages are long: what differs between two of them takes minutes to say.
                    let isSame = answer.body == bytes
                    #expect(isSame, "\(target) \(form)")
                }
            }
            #expect(seen == Set(Representation.allCases).subtracting([.picture]))
        }
    }

    @Test func `Forms that were not published are not there`() throws {
        let tree = try ReloadTree()
        let loaded = GuideLoader(guides: tree.guides, cards: tree.cards).load()
        let publication = try Publication(try #require(loaded.guidebook))
        for address in publication.everyAddress {
            let forms = try #require(publication.resource(at: address)).representations
            for form in Representation.allCases where !forms.contains(form) {
                #expect(publication.bytes(of: form, at: address) == nil, "\(address) \(form)")
            }
        }
    }
}
