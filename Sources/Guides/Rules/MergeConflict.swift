package import Diagnostics

/// Two people changed the same place, and git left both versions in the file.
package enum MergeConflict: Rule {
    package static let name = "merge-conflict"
    package static let severity = Severity.error
    package static let manual = """
        两个人改了同一处，合并时没有合完，文件里留着两份内容和三行标记。选一份（或者把两份并成一份），删去三行标记。

        错误：
            <<<<<<< HEAD
            名称: 施工许可
            =======
            名称: 建筑工程施工许可证核发
            >>>>>>> origin/main
        正确：
            名称: 建筑工程施工许可证核发
        """

    /// Nothing where there are none.
    ///
    /// While there are, nothing else that is said of the file would be of use.
    static func findings(in text: String, file: String) -> [Diagnostic] {
        MergeMarkers.conflicts(in: text).map { line in
            finding(
                "没有合完的改动：从这里到“>>>>>>>”有两份内容，请留下一份，删去“<<<<<<<”“=======”“>>>>>>>”三行",
                at: SourceLocation(file: file, line: line, column: 1))
        }
    }
}
