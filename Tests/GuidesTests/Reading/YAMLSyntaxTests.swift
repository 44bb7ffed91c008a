import Guides
import Testing

/// What the reader says where the text is no YAML, and nothing more special is known.
struct YAMLSyntaxTests {
    @Test func places() {
        expect(YAMLSyntax.self, inItem: "名称: 2️⃣\"甲\n简介: 乙\n1️⃣", ["1️⃣ 引号没有合上，请补上后一个引号（2️⃣ 从这里开始）"])
        expect(YAMLSyntax.self, inItem: "别名: 2️⃣[甲, 乙\n名称1️⃣: 丙\n", ["1️⃣ 方括号或花括号没有合上，或少了半角逗号“,”（2️⃣ 从这里开始）"])
        expect(YAMLSyntax.self, inItem: "名称: 1️⃣@甲\n", ["1️⃣ 值不能以“@”开头，请用半角引号把整个值括起来"])
        expect(YAMLSyntax.self, inItem: "名称: *1️⃣甲\n", ["1️⃣ 值不能以“*”或“&”开头，请用半角引号把整个值括起来"])
        expect(YAMLSyntax.self, inItem: "说明: 注意1️⃣: 带原件\n", ["1️⃣ 这里多了一个冒号，或上一行缩进不对；值里有“: ”时请用半角引号把整个值括起来"])
        expect(YAMLSyntax.self, inItem: "名称: 甲\n1️⃣---\n名称: 乙\n", ["1️⃣ 一个文件只能写一份指南，请删去“---”和它后面的内容，或另存成一个文件"])
        expect(YAMLSyntax.self, inItem: "名称: 甲\n简介: 1️⃣\u{7}乙\n", ["1️⃣ 这里有一个看不见的控制字符（U+0007），请删去"])
        expect(YAMLSyntax.self, inItem: "", ["items/甲.yaml 文件是空的，请按模板填写"])
    }
}
