package import Diagnostics
internal import Guides

/// The ledger is gone, and what stands beside it says that there was one.
package enum MissingLedger: Rule {
    package static let name = "ledger-missing"
    package static let severity = Severity.error
    package static let manual = """
        台账不见了，印过哪些短码就不知道了。从git或备份恢复，不要重新开始。

        错误：
            删去cards/ledger.csv
        正确：
            git checkout cards/ledger.csv
        """
}
