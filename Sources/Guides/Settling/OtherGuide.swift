package import Diagnostics

/// A code in people's pockets opens another guide than their cards say.
///
/// The ledger's check says it of files, and `PrintedCodeGuard` of an edit that would bring it about.
package enum OtherGuide: Rule {
    package static let name = "ledger-other-guide"
    package static let severity = Severity.error
    package static let manual = """
        印过的短码现在打开的是另一个指南：拿着旧卡的人会看错。短码永不另用。只是改了名的，把印卡时的名称写进曾用名。

        错误：
            短码: T6J28
            名称: 食品经营许可（印卡时是临时用地审批）
        正确：
            短码: T6J28
            名称: 临时用地审批
        """
}
