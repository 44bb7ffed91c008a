import Testing

@testable import Guides

struct HandbookTextTests {
    @Test(arguments: FileKind.allCases)
    func everyKeyHasARowOfFourCells(kind: FileKind) {
        let text = HandbookText.chapter(kind)
        for field in kind.shape.fields { #expect(text.contains("| \(field.key) | \(field.isRequired ? "必填" : "") | ")) }
        for row in text.split(separator: "\n") where row.hasPrefix("|") {
            #expect(row.replacing("\\|", with: "").count { $0 == "|" } == 5, "\(row)")
        }
    }

    @Test func aRow() {
        #expect(
            HandbookText.chapter(.card).hasPrefix(
                "## 卡（cards/名称.yaml）\n\n| 键 | 必填 | 写什么 | 值 |\n|---|---|---|---|\n| 打开 | 必填 | "))
        #expect(HandbookText.chapter(.item).contains("| 办件类型 | 必填 | 即办件当场办结；承诺件按承诺时限办结 | 即办件、承诺件、其他 |\n"))
    }

    @Test func everyRecordHasATableOnce() {
        let text = HandbookText.chapter(.item)
        #expect(text.split(separator: "\n### 依据\n").count == 2)
        #expect(text.split(separator: "\n### 申请材料\n").count == 2)
    }
}
