package import Diagnostics
internal import Guides

/// A row of the ledger counts more copies than one print may make.
package enum TooManyCopies: Rule {
    package static let name = "ledger-too-many-copies"
    package static let severity = Severity.error
    package static let manual = """
        份数多得不像真的，多半多打了几个零。作废这一批，再按真的份数印。

        错误：
            份数99999999
        正确：
            份数100
        """
}
