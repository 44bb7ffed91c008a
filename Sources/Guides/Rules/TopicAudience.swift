package import Diagnostics

/// Topics are given for an audience that 服务对象 does not name.
package enum TopicAudience: ItemRule {
    package static let name = "topic-audience"
    package static let severity = Severity.warning
    package static let manual = """
        有自然人主题分类的，服务对象里要有“自然人”；有法人主题分类的，要有某类法人或组织。

        错误：
            服务对象: [企业法人]
            自然人主题分类: [住房保障]
        正确：
            服务对象: [自然人, 企业法人]
            自然人主题分类: [住房保障]
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        guard !item.audiences.isEmpty else { return [] }
        var findings: [Diagnostic] = []
        if file.has("自然人主题分类"), !item.audiences.contains("自然人") {
            findings.append(finding("服务对象里没有“自然人”，请删去自然人主题分类，或补上服务对象", at: file.place("自然人主题分类")))
        }
        if file.has("法人主题分类"), item.audiences == ["自然人"] {
            findings.append(finding("服务对象只有自然人，请删去法人主题分类，或补上服务对象", at: file.place("法人主题分类")))
        }
        return findings
    }
}
