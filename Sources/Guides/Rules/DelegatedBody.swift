package import Diagnostics

/// 实施主体性质 and 委托部门 contradict each other: who acts for another must say for whom (行政许可法 第二十四条).
package enum DelegatedBody: ItemRule {
    package static let name = "delegated-body"
    package static let severity = Severity.error
    package static let manual = """
        受委托组织实施的事项，要写明委托部门：申请人不服时，要找的是委托的部门。不是受委托的，不写委托部门。

        错误：
            实施主体性质: 受委托组织
        正确：
            实施主体性质: 受委托组织
            委托部门: 济宁市自然资源和规划局
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        let isDelegated = item.bodyKind == "受委托组织"
        guard !item.bodyKind.isEmpty, isDelegated != file.has("委托部门") else { return [] }
        if isDelegated {
            return [finding("实施主体是受委托组织，请加上“委托部门”，写明受谁委托", at: file.place("实施主体性质"))]
        }
        return [
            finding(
                "写了委托部门，实施主体性质却是“\(item.bodyKind)”，请改成“受委托组织”，或删去委托部门", at: file.place("实施主体性质"),
                notes: [.init("委托部门写在这里", at: file.place("委托部门"))])
        ]
    }
}
