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
