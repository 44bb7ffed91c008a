import Foundation
import Testing

@testable import Guides

struct FileNamingTests {
    @Test(arguments: [
        "施工许可", "建设项目（含变更）", "A类项目", "2026年通知", "施工许可 (1)", "草稿~", "ガス接続", "一、二、三", "“放管服”改革", "A-B_C",
    ])
    func `names that may be`(name: String) {
        #expect(FileNaming.problem(in: name) == nil)
        #expect(FileNaming.usual(name) == name.precomposedStringWithCanonicalMapping)
    }

    @Test(arguments: [
        ("", "名称不能是空的"), ("#1号线", "以“#”开头的文件不会被读取"), (".甲", "以“.”开头的文件不会被读取"), ("~$草稿", "以“~$”开头的文件不会被读取"),
        (" 甲", "名称的开头和末尾不能有空格"), ("甲/乙", "名称里不能有“/”"), ("甲\n乙", "名称里不能有换行、制表符之类的控制字符"), ("甲.yaml", "名称后面不用写“.yaml”"),
        ("甲(试行)", "括号是半角的，请改成全角“（）”"), ("Ａ类", "“Ａ”是全角的，请改成“A”"), ("甲\u{E0100}", "名称里有一个看不见的字符（U+E0100），请删去"),
        ("\u{F98E}检", "“\u{F98E}”看起来是“年”，却是另一个字符（多半从PDF复制来），请重新输入“年”"),
        (String(repeating: "甲", count: 81), "名称太长（81个字），文件名最多80个汉字"),
    ])
    func `names that may not be, and what to do`(name: String, problem: String) {
        #expect(FileNaming.problem(in: name) == problem)
    }

    @Test func `the longest name may be`() {
        #expect(FileNaming.problem(in: String(repeating: "甲", count: 80)) == nil)
    }
}
