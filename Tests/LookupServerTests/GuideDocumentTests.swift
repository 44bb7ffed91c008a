internal import Diagnostics
internal import Foundation
internal import Guides
internal import TestSupport
internal import Testing

@testable internal import Publication

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

    @Test func `a roadmap's document says of every item what it is on the day, with its code, and the schema knows it`()
        throws
    {
        let tree = try SmallTree()
        func item(_ name: String, _ code: String, _ state: String) throws {
            let text = try SmallTree.text(of: tree.item, ["短码": code, "名称": name, "别名": "[\(name)别名]", "事项状态": state])
            try tree.folder.write(text, to: "guides/items/\(name).yaml")
        }
        try item("甲", "4K7MM", "在用\n计划取消日期: 2027-03-01\n取消: {原因: 并入施工许可。, 接替: 施工许可}")
        try item("乙", "A1B27", "暂停\n暂停: {起: 2027-03-01, 原因: 搬家。}")
        try item("丙", "C3D4S", "在用\n计划生效日期: 2027-03-02")
        try tree.folder.write(
            """
            短码: T6J28
            名称: 全流程
            简介: 从头到尾。
            领域: 房地产开发
            项目类型: 社会投资
            适用对象: 开发企业
            阶段: [{名称: 一, 牵头: 住建部门, 事项: [{事项: 施工许可}, {事项: 甲}, {事项: 乙, 前置: [{事项: 甲}]}, {事项: 丙}]}]
            核对: {日期: 2026-11-01, 状态: 示例}
            下次核对: 2027-05-01

            """, to: "guides/roadmaps/全流程.yaml")
        let law = tree.guides + "/laws/建筑法.yaml"
        let deleted = try String(contentsOfFile: law, encoding: .utf8).replacing(
            "  - 条: 第八条\n", with: "  - 条: 第八条\n    删去日期: 2027-03-01\n")
        try SmallTree.write(deleted, to: law)
        let outcome = GuideLoader(guides: tree.guides, cards: tree.cards).load()
        let written = try #require(outcome.guidebook, "\(outcome.diagnostics.map(\.message))")
        func document(_ stem: String, _ day: String) throws -> [UInt8] {
            let book = written.on(try #require(CalendarDate(day)))
            let guide = try #require(book.guide(named: stem))
            return GuideDocument(guidebook: book).json(guide, code: try #require(guide.code)).bytes
        }
        func states(_ day: String) throws -> [String] {
            let text = String(decoding: try document("全流程", day), as: UTF8.self)
            return text.matches(of: /"短码":"(.{5})","当前状态":"(.+?)"/).map { "\($0.output.1) \($0.output.2)" }
        }
        #expect(try states("2027-02-28") == ["CY7MN 在用", "4K7MM 在用", "A1B27 在用", "4K7MM 在用", "C3D4S 尚未生效"])
        #expect(try states("2027-03-01") == ["CY7MN 在用", "4K7MM 取消", "A1B27 暂停", "4K7MM 取消", "C3D4S 尚未生效"])
        // And a citation which of its articles are gone.
        let before = String(decoding: try document("施工许可", "2027-02-28"), as: UTF8.self)
        let after = String(decoding: try document("施工许可", "2027-03-01"), as: UTF8.self)
        #expect(!before.contains("已删去") && after.contains("\"已删去\":[\"第八条\"]"))
        let schema = try #require(
            try JSONSerialization.jsonObject(
                with: Data(GuideSchema.json(baseURL: "https://example.gov.cn").bytes)) as? [String: Any])
        for stem in ["全流程", "施工许可"] {
            let json = try JSONSerialization.jsonObject(with: Data(try document(stem, "2027-03-01")))
            #expect(SchemaCheck(schema).problems(json, at: "") == [])
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
