package import Diagnostics
internal import Guides

/// The ledger has as many rows as it should, but others.
package enum OtherHistory: Rule {
    package static let name = "ledger-other-history"
    package static let severity = Severity.error
    package static let manual = """
        台账和ledger.head不是同一次写下的。从git一起恢复；两个人各印了卡的，用onecard ledger merge合并。

        错误：
            只恢复了ledger.csv
        正确：
            ledger.csv和ledger.head一起恢复
        """
}
