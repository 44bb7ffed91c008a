package import Diagnostics

/// An item or policy that is called 已核对 lacks an element that it must have by then.
///
/// Of an item, what the standard makes mandatory and only the office itself can know: its codes, where its power comes
/// from, what the counter offers. Of a policy, whether it gives, demands or only points a direction.
///
/// Samples and drafts may lack them: a made-up code would be worse than none.
package enum MissingElement: FileRule {
    package static let name = "missing-element"
    package static let severity = Severity.error
    package static let manual = """
        国家标准规定事项必须有编码、权力来源、是否支持预约办理等要素。这些内容只有本单位知道，所以示例和待核的指南可以先不写；写了“状态: 已核对”的，就要写全。没有特别程序的写“特别程序: []”。政策写了“已核对”的，要写“性质”。

        错误：
            核对: {日期: 2026-11-01, 状态: 已核对}（没有写“实施编码”）
        正确：
            实施编码: 12441500196720244T3442199806003
            核对: {日期: 2026-11-01, 状态: 已核对}
        """

    /// GB/T 39554.2 and GB/T 39046: mandatory, whatever the item.
    private static let ofItems = [
        "基本编码", "实施编码", "实施主体编码", "权力来源", "特别程序", "是否支持网上支付", "是否支持物流快递", "是否支持预约办理",
        "是否支持自助终端", "是否进驻政务大厅",
    ]

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        switch file.model {
        case .guide(.item(let item)) where item.review.state == .verified:
            return finding("事项", lacks: missing(in: item, file), in: file)
        case .guide(.policy(let policy)) where policy.review.state == .verified:
            return finding("政策", lacks: file.has("性质") ? [] : ["性质"], in: file)
        default: return []
        }
    }

    private static func missing(in item: Item, _ file: GuideFile) -> [String] {
        var missing = ofItems.filter { file.root?[$0] == nil }
        // Topics follow the audience.
        if item.audiences.contains("自然人"), !file.has("自然人主题分类") { missing.append("自然人主题分类") }
        if item.audiences.contains("企业法人"), !file.has("法人主题分类") { missing.append("法人主题分类") }
        return missing
    }

    private static func finding(_ kind: String, lacks missing: [String], in file: GuideFile) -> [Diagnostic] {
        guard !missing.isEmpty else { return [] }
        let names = missing.map { "“\($0)”" }.joined(separator: "、")
        return [finding("写了“已核对”的\(kind)还要写\(names)；还没有核对好的，状态写“待核”", at: file.place("核对", "状态"))]
    }
}
