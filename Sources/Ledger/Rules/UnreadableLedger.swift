package import Diagnostics
internal import Guides

/// The ledger is there and cannot be read, or is no UTF-8.
package enum UnreadableLedger: Rule {
    package static let name = "ledger-unreadable"
    package static let severity = Severity.error
    package static let manual = """
        台账打不开，或者被表格软件另存成了别的编码。内容多半没有丢：检查权限，或者转换编码。

        错误：
            用表格软件打开台账，存成GBK
        正确：
            iconv -f GB18030 -t UTF-8 台账.csv > 新台账.csv
        """
}
