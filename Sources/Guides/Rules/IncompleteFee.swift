package import Diagnostics

/// A fee is taken, but not all is said that an applicant must know: what it rests on, and 收费项目 with its 标准 (mandatory where
/// 是否收费 is 是; 行政许可法 第五十八条 and 第五十九条 allow only fees with a published basis).
package enum IncompleteFee: ItemRule {
    package static let name = "incomplete-fee"
    package static let severity = Severity.error
    package static let manual = """
        收费的，要写收费项目和标准，并写明依据：写在“收费依据”里，或者写在每个收费项目的“依据”里。

        错误：
            是否收费: 是
        正确：
            是否收费: 是
            收费依据: 某某条例 第三条
            收费项目: [{名称: 工本费, 标准: 每本10元}]
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        guard item.isCharged else { return [] }
        var findings: [Diagnostic] = []
        if item.fees.isEmpty {
            findings.append(finding("收费的事项还要写“收费项目”：收什么费，多少钱", at: file.place("是否收费")))
        }
        if item.feeBasis.isEmpty, item.fees.isEmpty || item.fees.contains(where: { $0.basis == nil }) {
            findings.append(finding("收费的事项还要写“收费依据”：哪个文件规定可以收", at: file.place("是否收费")))
        }
        for (index, fee) in item.fees.enumerated() where fee.amount == nil {
            findings.append(
                finding("收费项目“\(fee.name)”没有写“标准”，请写收多少钱", at: file.place("收费项目", .record(index), "名称")))
        }
        return findings
    }
}
