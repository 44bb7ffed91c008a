import Diagnostics
import TestSupport
import Testing

@testable import Guides

/// Every key says once what becomes of it.
struct ShownTests {
    /// The records of a kind, each with its path.
    private func fields(of kind: FileKind) -> [(path: String, field: Field)] {
        var found: [(path: String, field: Field)] = []
        func walk(_ shape: RecordShape, _ path: String) {
            for field in shape.fields {
                found.append((path + field.key, field))
                if let inner = field.shape.record { walk(inner, path + field.key + ".") }
            }
        }
        walk(kind.shape, "")
        return found
    }

    @Test(arguments: FileKind.allCases)
    func `every key is shown or hidden for a reason`(_ kind: FileKind) {
        for (path, field) in fields(of: kind) {
            switch field.shown {
            case .undeclared: Issue.record("\(kind): say at \(path) where it is shown, or why it is not")
            case .hidden(let reason), .data(let reason): #expect(reason.count >= 5, "\(path)")
            case .fact(_, let heading, _): #expect(!heading.isEmpty, "\(path)")
            case .lead, .bracket, .line, .mark, .link, .byPage: break
            }
        }
    }

    @Test(arguments: FileKind.allCases)
    func `the table of keys says where each is shown`(_ kind: FileKind) {
        let text = HandbookText.chapter(kind)
        for (path, field) in fields(of: kind) {
            #expect(!field.shown.place.isEmpty, "\(path)")
            #expect(text.contains("| \(field.shown.place) |\n"), "\(path)")
            if case .hidden(let reason) = field.shown { #expect(text.contains("| 页面上不显示：\(reason) |\n"), "\(path)") }
        }
    }

    /// What the tests of pages and data fill in is what a clerk may write.
    @Test(arguments: FileKind.allCases)
    func `a marked file is well-formed`(_ kind: FileKind) throws {
        let read = YAMLReading.read(MarkedFile(kind).text, file: "标记.yaml")
        let check = ShapeCheck(try #require(read.root), is: kind.shape, kind: kind, file: "标记.yaml")
        #expect((read.diagnostics + check.diagnostics).map(\.message) == [])
        #expect(check.knownKeys > 0)
    }

    @Test func `packed values come out as they were written, however long and many`() throws {
        let long = String(repeating: "长", count: 5000)
        let elements = (0..<300).map { "第\($0)个条件" }
        let yaml =
            "受理条件: [\(elements.joined(separator: ", "))]\n简介: \(long)\n是否收费: 否\n办件类型: 即办件\n"
            + "办理流程: [{环节: 受理, 分支: {材料不齐: 一次告知补正，以后再来办理}}]\n收费依据: 建筑法 第七条\n"
        let record = GuideRecord(try #require(YAMLReading.read(yaml, file: "").root), .item)
        #expect(record.value("受理条件", of: .item)?.texts == elements)
        #expect(record.value("简介", of: .item)?.text == long)
        #expect(record.value("是否收费", of: .item)?.text == "否")
        #expect(record.value("办件类型", of: .item)?.text == "即办件")
        #expect(record.value("收费依据", of: .item)?.elements.first?.citation?.law == "建筑法")
        let step = try #require(record.value("办理流程", of: .item)?.elements.first?.record)
        guard case .mapping(let pairs) = step.value("分支", of: .step) else { return #expect(Bool(false)) }
        #expect(pairs.map(\.key) == ["材料不齐"] && pairs.map(\.value) == ["一次告知补正，以后再来办理"])
    }

    @Test func `values keep the order of their shape and what was written`() throws {
        let root = try #require(
            YAMLReading.read("送达时限: {时限: 3日, 起算: 决定}\n名称: 批文\n类型: [甲]\n送达方式: [窗口领取, 邮寄送达]\n", file: "").root)
        let record = GuideRecord(root, .result)
        #expect(record.fields(of: .result).map(\.field.key) == ["名称", "送达方式", "送达时限"])
        #expect(record.value("送达方式", of: .result)?.texts == ["窗口领取", "邮寄送达"])
        #expect(record.value("送达时限", of: .result)?.record?.value("起算", of: .statutoryTime)?.text == "决定")
        #expect(record.value("有效期", of: .result) == nil)
    }
}
