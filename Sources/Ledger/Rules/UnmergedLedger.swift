package import Diagnostics
internal import Guides

/// Git could not merge the ledgers of two people, and left both versions with its marks.
package enum UnmergedLedger: Rule {
    package static let name = "ledger-unmerged"
    package static let severity = Severity.error
    package static let manual = """
        两个人都印了卡，git合不了台账，留下了<<<<<<<这样的行。取出两边的台账，用onecard ledger merge合并。

        错误：
            <<<<<<< HEAD
            2026-11-01-1,…
            =======
            2026-11-01-2,…
            >>>>>>> origin/main
        正确：
            onecard ledger merge 我的台账.csv 别人的台账.csv
        """
}
