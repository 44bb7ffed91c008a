package import Diagnostics

/// A material comes from somebody else, and 来源说明 does not say from whom (conditionally mandatory in the standard): the
/// applicant would not know where to fetch it.
package enum MissingIssuer: ItemRule {
    package static let name = "missing-issuer"
    package static let severity = Severity.warning
    package static let manual = """
        不是申请人自己准备的材料，要写来源说明：由谁出、到哪里拿。

        错误：
            - {名称: 营业执照, 来源渠道: 政府部门核发}
        正确：
            - {名称: 营业执照, 来源渠道: 政府部门核发, 来源说明: 市场监督管理部门核发}
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        item.materials.enumerated().compactMap { index, material in
            guard !material.source.isEmpty, material.source != "申请人自备", material.issuer == nil else { return nil }
            return finding(
                "材料“\(material.name)”不是申请人自备的，请加上“来源说明”，写明由谁出、到哪里拿",
                at: file.place("申请材料", .record(index), "来源渠道"))
        }
    }
}
