package import Diagnostics

/// Words in a guide that say that something is still to be written, such as three crosses or question marks.
package enum PlaceholderText: Rule {
    package static let name = "placeholder-text"
    package static let severity = Severity.warning
    // The manual names the words that are found, so that a clerk knows them again.
    package static let manual = """
        这里还有连写的三个叉（字母X）、三个问号或者“待补充”之类占位置的话，公众会原样看到。写上真的内容；还不知道的，把这一行删去。

        错误：
            说明: 办公地址待补充
        正确：
            说明: 在二楼综合窗口办理
        """

    /// The words that are looked for, besides letters and signs; all begin with 待, by which they are found.
    static let words: [StaticString] = ["待补充", "待完善", "待填写", "待确定"]

    static func shown(_ words: String, at place: SourceLocation) -> Diagnostic {
        finding("“\(words)”会原样出现在页面上，请写上内容，或删去", at: place)
    }
}
