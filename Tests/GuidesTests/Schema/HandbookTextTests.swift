import Diagnostics
import Testing

@testable import Guides

struct HandbookTextTests {
    @Test(arguments: FileKind.allCases)
    func everyKeyHasARowOfSixCells(kind: FileKind) {
        let text = HandbookText.chapter(kind)
        for field in kind.shape.fields { #expect(text.contains("| \(field.key) | \(field.isRequired ? "必填" : "") | ")) }
        for row in text.split(separator: "\n") where row.hasPrefix("|") {
            #expect(row.replacing("\\|", with: "").count { $0 == "|" } == 7, "\(row)")
        }
    }

    @Test func aRow() {
        #expect(
            HandbookText.chapter(.card).hasPrefix(
                "## 卡（cards/名称.yaml）\n\n| 键 | 必填 | 写什么 | 值 | 例 | 显示在 |\n|---|---|---|---|---|---|\n| 打开 | 必填 | "))
        #expect(
            HandbookText.chapter(.item).contains(
                "| 办件类型 | 必填 | 即办件当场办结；承诺件按承诺时限办结 | 即办件、承诺件、其他 | `办件类型: 即办件` | "
                    + "服务指南：编码、版本和权力来源（折叠）：办件类型 |\n"))
    }

    /// An example that the checker refuses would teach the mistake.
    @Test(arguments: FileKind.allCases)
    func everyExampleIsValid(kind: FileKind) throws {
        var seen: Set<String> = []
        func walk(_ shape: RecordShape) throws {
            guard seen.insert(shape.name).inserted else { return }
            for field in shape.fields {
                let line = "\(field.key): \(HandbookExamples.example(for: field, in: shape.name))\n"
                let read = YAMLReading.read(line, file: "例.yaml")
                let root = try #require(read.root, "\(shape.name) \(line)")
                let check = ShapeCheck(root, is: RecordShape(shape.name, [field]), kind: kind, file: "例.yaml")
                #expect((read.diagnostics + check.diagnostics).map(\.message) == [], "\(shape.name) \(line)")
                #expect(!line.contains("文字"), "\(shape.name) \(line)")
                if let inner = field.shape.record { try walk(inner) }
            }
        }
        try walk(kind.shape)
    }

    @Test func everyRecordHasATableOnce() {
        let text = HandbookText.chapter(.item)
        #expect(text.split(separator: "\n### 依据\n").count == 2)
        #expect(text.split(separator: "\n### 申请材料\n").count == 2)
    }
}
