package import Diagnostics

/// A code in people's pockets opens nothing any more.
///
/// The ledger's check says it of files, and `PrintedCodeGuard` of an edit that would bring it about.
package enum DeadCode: Rule {
    package static let name = "ledger-dead-code"
    package static let severity = Severity.error
    package static let manual = """
        印过的短码，扫码什么也打不开了。印好的卡收不回来：恢复它的指南，或者在guides/retired.yaml里写明它为什么没有了、现在看哪个。

        错误：
            删去guides/items/临时用地审批.yaml（短码T6J28印过）
        正确：
            guides/retired.yaml里写上：
            - {短码: T6J28, 名称: 临时用地审批, 日期: 2026-11-01, 原因: 并入用地审批, 接替: 用地审批}
        """
}
