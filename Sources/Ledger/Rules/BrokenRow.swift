package import Diagnostics
internal import Guides

/// A row of the ledger cannot be read.
package enum BrokenRow: Rule {
    package static let name = "ledger-broken-row"
    package static let severity = Severity.error
    package static let manual = """
        台账的一行坏了：少了栏、日期或短码读不出来。台账由程序写，不要用表格软件改；从git或备份恢复。

        错误：
            2026-11-01-1,二〇二六年,…
        正确：
            2026-11-01-1,2026-11-01,…
        """
}
