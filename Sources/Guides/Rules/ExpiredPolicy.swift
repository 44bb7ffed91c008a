package import Diagnostics

/// A policy is past its 有效期至, and its 状态 does not say so.
package enum ExpiredPolicy: DatedRule {
    package static let name = "expired-policy"
    package static let severity = Severity.warning
    package static let manual = """
        政策的有效期已经过了。状态改成“已废止”，或者核对有没有延期。

        错误：
            有效期至: 2025-12-31
            状态: 有效
        正确：
            有效期至: 2025-12-31
            状态: 已废止
        """

    package static let keys: [KeptKey] = ["有效期至", "状态"]

    package static func check(_ tree: GuideTree, today: CalendarDate) -> [Diagnostic] {
        tree.files(of: .policy).compactMap { file in
            guard let end = file.date("有效期至"), end.value < today, file.text("状态") != Policy.State.repealed.rawValue
            else {
                return nil
            }
            return finding("这项政策的有效期到\(end.value.chinese)为止，已经过期，请把状态改成“已废止”，或核对是否延期", at: end.place)
        }
    }
}
