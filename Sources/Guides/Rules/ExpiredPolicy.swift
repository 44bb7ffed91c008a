package import Diagnostics

/// A policy's 有效期至 and its 状态 do not say the same about whether it is over.
///
/// Pages go by the day alone; what this finds is that somebody should look: it may have been prolonged.
package enum ExpiredPolicy: DatedRule {
    package static let name = "expired-policy"
    package static let severity = Severity.warning
    package static let manual = """
        政策的有效期过了，页面当天就自动写“已到期”，排到后面。请核对有没有延期：延期了，改“有效期至”；没有延期，状态写“已到期”。写“已到期”的，要有“有效期至”，而且这一天已经过了。

        错误：
            有效期至: 2025-12-31
            状态: 有效
        正确：
            有效期至: 2025-12-31
            状态: 已到期
        """

    package static let keys: [KeptKey] = ["有效期至", "状态"]

    package static func check(_ tree: GuideTree, today: CalendarDate) -> [Diagnostic] {
        tree.files(of: .policy).compactMap { file in
            let state = file.text("状态").flatMap { Policy.State(rawValue: $0) }
            guard let end = file.date("有效期至") else {
                return state == .expired
                    ? finding("状态写了“已到期”，没有写“有效期至”，请写上到哪天为止", at: file.place("状态")) : nil
            }
            switch state {
            case .expired where end.value >= today:
                return finding(
                    "这项政策的有效期到\(end.value.chinese)为止，还没有到期，请把状态改成“有效”或“待核”，到期后再改，或核对有效期", at: file.place("状态"))
            case .expired, .repealed: return nil
            case .valid, .unverified, nil:
                guard end.value < today else { return nil }
                return finding("这项政策的有效期到\(end.value.chinese)为止，已经过期，请把状态改成“已到期”，或核对是否延期", at: end.place)
            }
        }
    }
}
