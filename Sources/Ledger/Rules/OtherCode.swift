package import Diagnostics
internal import Guides

/// The address in a row of the ledger does not end in the row's code.
package enum OtherCode: Rule {
    package static let name = "ledger-other-code"
    package static let severity = Severity.error
    package static let manual = """
        台账里的网址和短码对不上：这一行被改过，或者印错了。不要手工修改台账，从备份恢复。

        错误：
            短码T6J28，网址https://zw.example.gov.cn/c/CY7MN
        正确：
            短码T6J28，网址https://zw.example.gov.cn/c/T6J28
        """
}
