import Cards

/// A card as it is printed, to be varied by the tests.
func sampleCard(
    title: String = "房地产开发", host: String = "zw.jining.gov.cn", code: String = "4K7MX", accent: String = "#A3322B"
) -> CardFace {
    CardFace(
        title: title,
        entries: [
            .init(name: "审批流程图", note: "四个阶段"), .init(name: "服务指南", note: "二十三个事项"),
            .init(name: "申请材料", note: "全程清单"), .init(name: "实施依据", note: "法条原文"),
        ],
        authority: "济宁市行政审批服务局", hotline: "0537-3239633", edition: "2026年11月版", host: host, code: code,
        address: "https://\(host)/c/\(code)", accent: accent,
        back: CardBack(
            steps: CardBack.usualSteps(host: host, code: code), fields: FieldColours.all.map(\.field),
            office: "圣贤路7号 济宁市政务服务中心"))
}
