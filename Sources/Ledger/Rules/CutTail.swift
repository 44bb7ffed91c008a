package import Diagnostics
internal import Guides

/// Rows are missing at the end of the ledger.
package enum CutTail: Rule {
    package static let name = "ledger-cut-tail"
    package static let severity = Severity.error
    package static let manual = """
        台账末尾少了行，少掉的短码以后可能被别的指南用掉。从git或备份恢复台账。

        错误：
            只留下台账的前10行
        正确：
            台账和ledger.head一起恢复
        """
}
