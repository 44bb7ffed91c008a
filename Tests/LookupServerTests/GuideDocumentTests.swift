internal import Foundation
internal import Guides
internal import TestSupport
internal import Testing

@testable internal import LookupServer

/// A guide as data: what its file says, under the same names.
@Suite struct GuideDocumentTests {
    private static let kinds = FileKind.allCases.filter(\.opensAtCode)

    private func document(_ kind: FileKind, _ file: MarkedFile) throws -> [UInt8] {
        let guidebook = try #require(MarkedGuides.guidebook(kind, file))
        let guide = try #require(
            kind == .site ? guidebook.guide(named: Guide.overviewStem) : guidebook.guide(named: MarkedGuides.stem))
        return GuideDocument(guidebook: guidebook).json(guide, code: try #require(guide.code)).bytes
    }

    @Test(arguments: kinds)
    func `a marker under every key is in the document unless the key is hidden`(_ kind: FileKind) throws {
        let file = MarkedFile(kind)
        let text = String(decoding: try document(kind, file), as: UTF8.self)
        for value in file.values {
            guard let marker = value.inData else { continue }
            #expect(text.contains(marker) == (value.fate != .hidden), "\(value.path): \(marker)")
        }
    }

    @Test(arguments: kinds)
    func `another choice under a key makes another document`(_ kind: FileKind) throws {
        for value in MarkedFile(kind).values where value.inData == nil && value.fate != .hidden {
            let other = MarkedFile(kind, lookingAt: value, isAltered: true)
            #expect(try document(kind, MarkedFile(kind, lookingAt: value)) != document(kind, other), "\(value.path)")
        }
    }

    @Test(arguments: kinds)
    func `a document with every key keeps to the published schema`(_ kind: FileKind) throws {
        let schema = try #require(
            try JSONSerialization.jsonObject(
                with: Data(GuideSchema.json(baseURL: "https://example.gov.cn").bytes)) as? [String: Any])
        let document = try JSONSerialization.jsonObject(with: Data(try document(kind, MarkedFile(kind))))
        #expect(SchemaCheck(schema).problems(document, at: "") == [])
        // The check finds something where there is something to find.
        var broken = try #require(document as? [String: Any])
        broken["乱写"] = "甲"
        #expect(SchemaCheck(schema).problems(broken, at: "") != [])
    }
}
