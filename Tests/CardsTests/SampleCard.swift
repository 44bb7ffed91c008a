import Cards
import Guides
import TestSupport

/// What sample cards open.
let sampleGuide = GuideIdentity(kind: "全流程", stem: "房地产开发", name: "房地产开发项目审批全流程")

/// A card as it is printed, to be varied by the tests.
func sampleCard(
    title: String = "房地产开发", host: String = "yikatong.example", code: String = "4K7MX", accent: String = "#A3322B",
    isTrial: Bool = false
) -> CardContent {
    var values: [Placeholder: String] = [
        .site: "投资项目服务一卡通", .title: title, .subtitle: "微信扫一扫，一页看全", .authority: "济宁市行政审批服务局",
        .hotline: "0537-3239633", .edition: "2026年11月版", .host: host, .code: CardContent.grouped(code),
        .entry1: "审批流程图", .note1: "四个阶段", .entry2: "服务指南", .note2: "二十三个事项", .entry3: "申请材料",
        .note3: "全程清单", .entry4: "实施依据", .note4: "法条原文", .office: "圣贤路7号 济宁市政务服务中心",
        .promise: "本服务不收费，不索要密码和验证码",
    ]
    let places: [Placeholder] = [.field1, .field2, .field3, .field4, .field5, .field6]
    for (place, field) in zip(places, FieldColours.all) { values[place] = field.field }
    return CardContent(
        values: values, code: code, address: "https://\(host)/c/\(code)", accent: accent, isTrial: isTrial)
}

/// A design that is shipped.
func shippedDesign(_ name: String = "口袋卡") throws -> CardDesign {
    let folder = DesignFolder(
        Repository.path("cards/designs"), saying: "https://yikatong.example/c/4K7MX", only: name)
    guard let design = folder.designs.first else { throw DesignMissing(diagnostics: "\(folder.diagnostics)") }
    return design
}

struct DesignMissing: Error {
    var diagnostics: String
}

extension PrintedCard {
    var front: [UInt8] { sides[0].png }
    var back: [UInt8] { sides[1].png }
}
