package import Diagnostics
internal import Guides

/// A row of the ledger does not fit its seal: it or one before it was changed or taken out.
package enum EditedRow: Rule {
    package static let name = "ledger-edited-row"
    package static let severity = Severity.error
    package static let manual = """
        每一行的校验都连着前一行，改过、删过就对不上。从git或备份恢复，不要手工修改；要作废一批，用onecard ledger void。

        错误：
            把台账里的“50”改成“500”
        正确：
            照印出来的样子不动
        """
}
