package import Diagnostics
internal import Guides

/// The file beside the ledger, which says how many rows it has, is missing, old or cannot be read.
package enum LedgerHeadFile: Rule {
    package static let name = "ledger-head"
    package static let severity = Severity.warning
    package static let manual = """
        cards/ledger.head记着台账有几行，末尾少了行才看得出来。没有它的，或者合并以后对不上的，确定台账是全的，再重写。

        错误：
            只提交ledger.csv
        正确：
            onecard ledger verify --write-head，再把两个文件一起提交
        """
}
