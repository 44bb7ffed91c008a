package import Diagnostics

/// 是否收费 says no, but there are fees, or a way to pay them.
package enum FeeContradiction: ItemRule {
    package static let name = "fee-contradiction"
    package static let severity = Severity.error
    package static let manual = """
        不收费的事项，不写收费项目，也不支持网上支付。

        错误：
            是否收费: 否
            收费项目: [{名称: 工本费}]
        正确：
            是否收费: 否
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        guard file.text("是否收费") == "否" else { return [] }
        let note = Diagnostic.Note("是否收费写在这里", at: file.place("是否收费"))
        var findings: [Diagnostic] = []
        if !item.fees.isEmpty {
            findings.append(finding("不收费的事项不能有收费项目，请删去，或把“是否收费”改成“是”", at: file.place("收费项目"), notes: [note]))
        }
        if file.text("是否支持网上支付") == "是" {
            findings.append(finding("不收费的事项不用网上支付，请写“否”", at: file.place("是否支持网上支付"), notes: [note]))
        }
        return findings
    }
}
