import Diagnostics
import Guides
import Testing

/// A bracket, a quotation or a line that goes wrong is said once, with its place: not one word more of what only follows
/// from it, in the file itself or in those that refer to it.
struct OneCauseTests {
    /// A file of every kind; those that the sample tree has none of are only ever wrong here.
    static let paths =
        sampleTree().keys.sorted() + [
            "policies/甲.yaml", "notices/甲.yaml", "calendar/2026.yaml", "retired.yaml", "reserved.yaml",
        ]

    private func findings(_ path: String, _ text: String) -> [Diagnostic] {
        Checker.check(MarkedTree(sampleTree([path: text])).condensed, today: testDay)
    }

    @Test(arguments: paths)
    func `a whole file that is none is one error`(path: String) {
        let wrong: [(text: String, rule: String, message: String)] = [
            ("坏: [\n", "yaml-syntax", "“[”没有合上，请在这一行末尾补上“]”"),
            ("坏: {\n", "yaml-syntax", "“{”没有合上，请在这一行末尾补上“}”"),
            ("坏: {甲: 乙, 丙: [丁\n", "yaml-syntax", "“{”没有合上，请在这一行末尾补上“]}”（2个）"),
            ("坏: \"\n", "yaml-syntax", "引号没有合上，请在值的末尾补上“\"”"),
            ("坏: '甲\n", "yaml-syntax", "引号没有合上，请在值的末尾补上“'”"),
            ("[\n", "yaml-syntax", "“[”没有合上，请在这一行末尾补上“]”"),
            ("{\n", "yaml-syntax", "“{”没有合上，请在这一行末尾补上“}”"),
            ("\"\n", "yaml-syntax", "引号没有合上，请在值的末尾补上“\"”"),
            ("'", "yaml-syntax", "引号没有合上，请在值的末尾补上“'”"),
            ("坏:\n\t甲: 乙\n", "tab-character", "这里用了制表符（Tab）缩进，请改成空格"),
            ("\t坏: 甲\n", "tab-character", "这里用了制表符（Tab）缩进，请改成空格"),
            (": 甲\n", "yaml-syntax", "冒号前面没有键，请补上，或删去这一行"),
            ("---\n", "yaml-syntax", "文件是空的，请按模板填写"),
            ("# 说明\n", "yaml-syntax", "文件是空的，请按模板填写"),
        ]
        for (text, rule, message) in wrong {
            let found = findings(path, text)
            #expect(found.map { "\($0.rule) \($0.message)" } == ["\(rule) \(message)"], "\(text)")
            #expect(found.allSatisfy { $0.location.file == path }, "\(text)")
        }
        for text in ["甲乙丙\n", "- 甲\n- 乙\n", "[甲, 乙]\n", "'甲'\n"] {
            let found = findings(path, text)
            #expect(found.map(\.rule) == ["wrong-type"] && found.first?.location.line == 1, "\(text)")
        }
    }

    @Test(arguments: sampleTree().keys.sorted())
    func `a line that goes wrong before, between or behind good ones is one error, in its place`(path: String) throws {
        let lines = try #require(sampleTree()[path]).split(separator: "\n").map(String.init)
        for wrong in ["坏: [", "坏: {甲", "坏: \"甲", "坏: '", "坏: [甲, {乙: 丙]"] {
            for place in Set([0, 1, lines.count / 2, lines.count]) {
                let text = (lines[..<place] + [wrong] + lines[place...]).joined(separator: "\n") + "\n"
                let found = findings(path, text)
                let said = found.map { "\($0.location.file):\($0.location.line) \($0.rule)" }
                #expect(said == ["\(path):\(place + 1) yaml-syntax"], "\(wrong)")
            }
        }
    }

    @Test(arguments: sampleTree().keys.sorted())
    func `a file that was cut in the middle of a bracket lacks only the bracket`(path: String) throws {
        let text = try #require(sampleTree()[path])
        var count = 0
        // Right behind the first bracket, and here and there.
        let bracket = text.firstIndex { $0 == "[" || $0 == "{" }
            .map { text.distance(from: text.startIndex, to: $0) + 2 }
        for end in Array(stride(from: 1, to: text.count, by: 37)) + [bracket].compactMap({ $0 }) {
            let found = findings(path, String(text.prefix(end)))
            guard found.contains(where: { $0.rule == "yaml-syntax" && $0.message.contains("没有合上") }) else { continue }
            count += 1
            #expect(found.allSatisfy { $0.location.file == path && $0.rule != "missing-key" }, "\(text.prefix(end))")
        }
        // Cards have no brackets.
        #expect(count > 0 || path.hasPrefix("cards/"))
    }

    @Test func `what stands elsewhere in the file is said all the same`() {
        let text = sampleItem(["简介": "简介: \"开工前办。", "下次核对": "下次核对: 昨天"])
        let said = findings("items/施工许可.yaml", text).map { "\($0.location.line) \($0.rule)" }
        #expect(said == ["3 yaml-syntax", "\(text.split(separator: "\n").count) unreadable-date"])
        // A record of its own, on lines that nobody had to guess, lacks what it lacks.
        let record = sampleItem(["简介": "简介: \"开工前办。", "核对": "核对: {日期: 2026-11-01}"])
        let lacking = findings("items/施工许可.yaml", record).map(\.rule)
        #expect(lacking == ["yaml-syntax", "missing-key"])
    }

    @Test func `a key that is lost is said once, not at each place that asks for what stands under it`() {
        #expect(
            findings("site.yaml", sampleSite.replacing("政务大厅:", with: "政务厅堂:")).map(\.rule)
                == ["missing-key", "unknown-key"])
        let law = findings("laws/建筑法.yaml", sampleLaw.replacing("条款:", with: "条文们:"))
        #expect(law.allSatisfy { $0.location.file == "laws/建筑法.yaml" })
        // A hall that is not among others is still asked for.
        let other = sampleSite.replacing("济宁市政务服务中心", with: "别处")
        #expect(findings("site.yaml", other).map(\.rule) == ["unknown-reference"])
    }

    @Test func `a law is not missed by its full name while its file cannot be read`() {
        let item = sampleItem(["设定依据": "设定依据: [中华人民共和国建筑法 第七条]"])
        let files = sampleTree(["items/施工许可.yaml": item, "laws/建筑法.yaml": "坏: [\n"])
        #expect(Checker.check(MarkedTree(files).condensed, today: testDay).map(\.rule) == ["yaml-syntax"])
    }
}
