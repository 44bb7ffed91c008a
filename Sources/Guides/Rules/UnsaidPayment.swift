package import Diagnostics

/// A fee is taken, and nothing says whether it can be paid online (是否支持网上支付).
package enum UnsaidPayment: ItemRule {
    package static let name = "unsaid-payment"
    package static let severity = Severity.warning
    package static let manual = """
        收费的事项，要写明能不能网上支付，申请人才知道要不要带现金。

        错误：
            是否收费: 是
        正确：
            是否收费: 是
            是否支持网上支付: 是
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        guard item.isCharged, !file.has("是否支持网上支付") else { return [] }
        return [finding("收费的事项请写“是否支持网上支付”", at: file.place("是否收费"))]
    }
}
