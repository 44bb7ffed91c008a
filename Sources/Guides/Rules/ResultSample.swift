package import Diagnostics

/// A verified item names what the applicant gets, but shows no sample of it (办理结果样本).
///
/// Other items may lack it: a sample must be the real one.
package enum ResultSample: ItemRule {
    package static let name = "result-sample"
    package static let severity = Severity.warning
    package static let manual = """
        办理结果要有样本，申请人才知道拿到的是什么样的证照或批文。样本放在网上，这里写它的地址；示例和待核的指南可以先不写。

        错误：
            办理结果: {名称: 建筑工程施工许可证, 类型: 证照}
        正确：
            办理结果: {名称: 建筑工程施工许可证, 类型: 证照, 样本: "https://zwfw.example.gov.cn/sample/1.png"}
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        guard item.review.state == .verified, let result = file.root?["办理结果"], result.isMapping,
            !item.result.name.isEmpty, result["样本"]?.text == nil
        else { return [] }
        return [finding("办理结果“\(item.result.name)”没有样本，请写“样本”的地址", at: file.place("办理结果", "名称"))]
    }
}
