package import Diagnostics
internal import Guides

/// Addresses were printed whose host the site no longer calls its own.
package enum UnlistedHost: Rule {
    package static let name = "ledger-unlisted-host"
    package static let severity = Severity.error
    package static let manual = """
        印过的网址，现在site.yaml里没有了。写进曾用网址，并让旧网址继续能打开。

        错误：
            网址: https://new.example.gov.cn
        正确：
            网址: https://new.example.gov.cn
            曾用网址: [https://old.example.gov.cn]
        """
}
