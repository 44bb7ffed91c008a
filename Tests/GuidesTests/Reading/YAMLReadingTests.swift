import Diagnostics
import TestSupport
import Testing

@testable import Guides

struct YAMLReadingTests {
    private func read(_ text: String) -> (root: MarkedNode?, rules: [String]) {
        let result = YAMLReading.read(text, file: "甲.yaml")
        return (result.root, result.diagnostics.map(\.rule))
    }

    @Test func everyKeyAndValueHasItsPlace() throws {
        let text = MarkedText("短码: 1️⃣CY7MN\n核对:\n  2️⃣日期: 3️⃣2026-11-01\n别名: [甲, 4️⃣乙]\n")
        let root = try #require(read(text.text).root)
        func place(_ mark: MarkedNode.Mark?) -> MarkedText.Place? {
            mark.map { MarkedText.Place(line: Int($0.line), column: Int($0.column)) }
        }
        #expect(place(root["短码"]?.mark) == text.places["1️⃣"])
        #expect(place(root["核对"]?.entries.first?.keyMark) == text.places["2️⃣"])
        #expect(place(root["核对"]?["日期"]?.mark) == text.places["3️⃣"])
        #expect(place(root["别名"]?.elements.last?.mark) == text.places["4️⃣"])
    }

    @Test func scalarsKeepTheirWords() throws {
        let root = try #require(read("电话: 0537\n是: yes\n空:\n波浪: ~\n引: \"~\"\n数: 1_000\n").root)
        #expect(root["电话"]?.text == "0537")
        #expect(root["是"]?.text == "yes")
        #expect(root["空"]?.isEmpty == true)
        #expect(root["波浪"]?.isEmpty == true)
        #expect(root["引"]?.text == "~")
        #expect(root["数"]?.text == "1_000")
    }

    @Test func columnsCountScalarsBeyondTheBasicPlane() throws {
        let text = MarkedText("{𠮷: 1️⃣甲}")
        let mark = try #require(read(text.text).root?["𠮷"]?.mark)
        #expect(MarkedText.Place(line: Int(mark.line), column: Int(mark.column)) == text.places["1️⃣"])
    }

    @Test(arguments: ["", "\n\n", "# 只有注释\n", "   \n"])
    func nothingToRead(text: String) {
        #expect(read(text).rules == ["yaml-syntax"])
    }

    @Test func anAliasBombIsRefusedAtOnce() {
        var bomb = "甲0: &a0 [哈, 哈]\n"
        for level in 1..<40 { bomb += "甲\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        #expect(read(bomb).rules == ["alias-used"])
        // As a key it would have to be compared, scalar by scalar.
        #expect(read(bomb + "? *a39\n: 甲\n? *a38\n: 乙\n").rules == ["alias-used"])
    }

    @Test func aSingleAliasIsRefused() {
        #expect(read("甲: &a 乙\n丙: *a\n").rules == ["alias-used"])
        #expect(read("甲: &a {乙: 丙}\n丁:\n  <<: *a\n").rules == ["alias-used"])
    }

    /// YAML would leave out what the value begins with, and nobody would be told.
    @Test func `an anchor that nothing refers to is no word that goes lost`() {
        for value in ["&a 没有人用的锚", "&a", "&ABC公司", "&a [乙, 丙]"] {
            #expect(read("甲: \(value)\n").rules == ["yaml-syntax"], "\(value)")
            #expect(read("- \(value)\n").rules == ["yaml-syntax"], "\(value)")
        }
        for value in ["\"&a 乙\"", "乙 &a 丙", "乙&a", "|\n  &a 乙", "[乙, \"&a\"]"] {
            #expect(read("甲: \(value)\n").rules == [], "\(value)")
        }
    }

    @Test(arguments: [
        "甲: [1️⃣&a 乙]", "甲: [乙, 1️⃣!a 丙]", "甲: {乙: 1️⃣&a 丙}", "甲: {乙: 1️⃣!!str 丙}", "- {乙: [丙, 1️⃣&a \"丁\"]}",
        "甲: [1️⃣&a [乙]]", "甲: {1️⃣&a 乙: 丙}", "1️⃣&a 甲: 乙", "甲: [𠮷, 1️⃣! 乙]", "甲:\n  1️⃣&a\n  乙: 丙",
    ])
    func `an anchor and a tag are told wherever they stand, at their place`(line: String) throws {
        let text = MarkedText(line + "\n")
        let result = YAMLReading.read(text.text, file: "甲.yaml")
        #expect(result.root == nil)
        let finding = try #require(result.diagnostics.first)
        #expect(result.diagnostics.map(\.rule) == ["yaml-syntax"])
        #expect(finding.message.contains("值不能以“&”开头") || finding.message.contains("值不能以“!”开头"))
        #expect(
            MarkedText.Place(line: Int(finding.location.line), column: Int(finding.location.column))
                == text.places["1️⃣"])
    }

    @Test func `each lost sign of a file is told, and of an alias only the alias`() {
        #expect(read("甲: [&a 乙, !b 丙]\n").rules == ["yaml-syntax", "yaml-syntax"])
        #expect(read("甲: [&a 乙, *a]\n").rules == ["alias-used"])
        #expect(read("甲: {乙: &a 丙, 丁: *a}\n").rules == ["alias-used"])
        #expect(read("甲: [&a {乙: 丙}, {<<: *a}]\n").rules == ["alias-used"])
    }

    @Test(arguments: ["甲: *a", "- *a", "甲: [*a]", "甲: {乙: *a}", "甲: {<<: *a}", "<<: *a"])
    func `an alias of nothing is told`(line: String) {
        #expect(read(line + "\n").rules == ["yaml-syntax"])
    }

    @Test(arguments: ["<<: {乙: 丙}\n丁: 戊\n", "{<<: {乙: 丙}, 丁: 戊}\n"])
    func `a merge key is a key like others, which no guide knows`(text: String) throws {
        let root = try #require(read(text).root)
        #expect(root.entries.map(\.key) == ["<<", "丁"])
    }

    @Test(arguments: ["[\"&a 乙\", '!a 丙', 乙 & 丙, 乙!, \"*a\"]", "{乙: 'A&B', 丙: 好!}", "|\n  [&a 乙, !b 丙]"])
    func `these signs are words inside words, quotations and blocks`(value: String) {
        #expect(read("甲: \(value)\n").rules == [])
        #expect(YAMLReading.readWithYams("甲: \(value)\n", file: "甲.yaml").diagnostics.isEmpty)
    }

    @Test(arguments: ["[", "{a: ", "- ", "? "])
    func deepNesting(opening: String) {
        #expect(read(String(repeating: opening, count: 20_000)).rules == ["yaml-syntax"])
    }

    @Test func deepNestingThatIsClosed() {
        let depth = 900
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(read(text).rules == ["yaml-syntax"])
    }

    @Test func manyNodes() {
        #expect(read(String(repeating: "- 甲\n", count: YAMLReading.nodeLimit + 1)).rules == ["yaml-syntax"])
    }

    @Test func aSecondDocument() {
        #expect(read("名称: 甲\n---\n名称: 乙\n").rules == ["yaml-syntax"])
        #expect(read("---\n名称: 甲\n").rules == [])
    }

    @Test func compoundKeys() {
        #expect(read("? [甲, 乙]\n: 丙\n").rules == ["yaml-syntax"])
        #expect(read("{甲: 乙}: 丙\n").rules == ["yaml-syntax"])
    }

    @Test func manyRepeatedKeys() {
        let text = (0..<50).map { "甲\($0 / 2): 乙\n" }.joined()
        #expect(Set(read(text).rules) == ["duplicate-key"])
    }
}
