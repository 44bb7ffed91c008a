package import Diagnostics
internal import Guides

/// A print was cut off between its files and its rows.
package enum UnfinishedPrint: Rule {
    package static let name = "ledger-unfinished-print"
    package static let severity = Severity.error
    package static let manual = """
        上次打印中途断了（断电、磁盘满），台账还没有记全。再打印一次，程序会先补记。

        错误：
            断电以后直接改台账
        正确：
            再运行一次onecard print
        """
}
