import Diagnostics
import Testing

@testable import Guides

/// What the reader says where the text is no YAML, and nothing more special is known.
struct YAMLSyntaxTests {
    @Test func places() {
        expect(YAMLSyntax.self, inItem: "名称: 1️⃣\"甲\n简介: 乙\n", ["1️⃣ 引号没有合上，请在值的末尾补上“\"”"])
        expect(YAMLSyntax.self, inItem: "别名: 1️⃣[甲, 乙\n名称: 丙\n", ["1️⃣ “[”没有合上，请在这一行末尾补上“]”"])
        expect(YAMLSyntax.self, inItem: "名称: 1️⃣@甲\n", ["1️⃣ 值不能以“@”开头，请用半角引号把整个值括起来"])
        expect(YAMLSyntax.self, inItem: "名称: 1️⃣*甲\n", ["1️⃣ 值不能以“*”开头，请用半角引号把整个值括起来"])
        expect(YAMLSyntax.self, inItem: "说明: 注意1️⃣: 带原件\n", ["1️⃣ 这里多了一个冒号，或上一行缩进不对；值里有“: ”时请用半角引号把整个值括起来"])
        expect(YAMLSyntax.self, inItem: "名称: 甲\n1️⃣---\n名称: 乙\n", ["1️⃣ 一个文件只能写一份指南，请删去“---”和它后面的内容，或另存成一个文件"])
        expect(YAMLSyntax.self, inItem: "名称: 甲\n简介: 1️⃣\u{7}乙\n", ["1️⃣ 这里有一个看不见的控制字符（U+0007），请删去"])
        expect(YAMLSyntax.self, inItem: "", ["items/甲.yaml 文件是空的，请按模板填写"])
    }

    @Test func `no word of libyaml's reaches a maintainer`() {
        let texts = [
            "名称: !施工许可\n", "名称: |施工许可\n", "名称: > 施工许可\n", "名称: ? 施工许可\n", "名称: \"D:\\新建\"\n", "...\n名称: 甲\n",
            "名称: 甲\n...\n乙\n", "%YAML 3.0\n---\n名称: 甲\n", "%TAG\n", "名称: !<x\n", "名称: !a!b c\n", "名称: |0\n  甲\n",
            "- 甲\n乙: 丙\n",
            "名称: \"\\u12\"\n", "名称: \"\\uD800\"\n", "{甲: 乙}}\n", "[甲\n", "{甲\n", "名称: [甲: [乙: ]\n", "? [\n", ": : :\n",
            "名称: - 甲\n", "&\n", "*\n",
            "名称: 甲\n\t乙: 丙\n", "-\n-甲\n", "甲: {乙: 丙, 丁}: 戊\n", "\"\n", "'\n", "甲: 乙: 丙\n", "甲\n乙\n", "@甲\n", "`甲\n",
            "%甲\n",
        ]
        for text in texts {
            let file = GuideFile(kind: .item, stem: "甲", path: "甲.yaml", bytes: Array(text.utf8))
            for finding in Checker.check(GuideTree(files: [file]), today: testDay) {
                #expect(finding.message.firstMatch(of: /[a-z]{3,} [a-z]{2,}/) == nil, "\(text) \(finding.message)")
            }
        }
    }

    @Test func `a mapping may have so many keys and no more, and reading them takes no longer than they are long`() {
        func text(_ count: Int) -> String { (0..<count).map { "甲\($0): 乙\n" }.joined() }
        func messages(_ text: String) -> [String] { YAMLReading.read(text, file: "甲.yaml").diagnostics.map(\.message) }
        #expect(messages(text(YAMLReading.keyLimit)) == [])
        #expect(messages(text(YAMLReading.keyLimit + 1)) == ["一处的键超过1000个，请检查是否放错了文件"])
        #expect(messages("甲: {" + (0...1000).map { "甲\($0): 乙" }.joined(separator: ", ") + "}\n").count == 1)
        // 1.2 MB of keys took 17 seconds when each was compared with all before it.
        let clock = ContinuousClock()
        let time = clock.measure { #expect(messages(text(90_000)) == ["一处的键超过1000个，请检查是否放错了文件"]) }
        #expect(time < .seconds(10))
    }

    @Test func `what is too long a list is refused before it is compared`() {
        let repeated = (0..<30).map { "甲\($0): 乙\n" }.joined() + "甲29: 丙\n"
        #expect(YAMLReading.read(repeated, file: "甲.yaml").diagnostics.map(\.rule) == [DuplicateKey.name])
    }
}
