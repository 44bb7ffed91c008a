package import Diagnostics

/// A space that is none of the keyboard's: it looks the same, and no search and no comparison takes it for one.
package enum OddSpace: Rule {
    package static let name = "odd-space"
    package static let severity = Severity.warning
    package static let manual = """
        从网页或Word复制来的文字里，常有不换行空格、全角空格等特殊的空格。看上去一样，搜索和比对时却认不出来。改成普通空格，多余的删去。

        错误：
            名称: 施工　许可
        正确：
            名称: 施工许可
        """

    static func finding(_ scalar: Unicode.Scalar, at place: SourceLocation) -> Diagnostic {
        let what = scalar == "\u{3000}" ? "全角空格" : "特殊的空格（\(LookAlikes.name(of: scalar))）"
        return finding("这里是\(what)，请删去，或改成普通空格", at: place)
    }
}
