package import Diagnostics
internal import Guides

/// The address in a row of the ledger has something between host and code, so that it answers nothing.
package enum DeadAddress: Rule {
    package static let name = "ledger-dead-address"
    package static let severity = Severity.error
    package static let manual = """
        印过的网址多了一段路径，扫码打不开。把这一批卡收回，作废这一批，再重新印。

        错误：
            https://zw.example.gov.cn/typo/c/T6J28
        正确：
            https://zw.example.gov.cn/c/T6J28
        """
}
