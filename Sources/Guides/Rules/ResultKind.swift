package import Diagnostics

/// The name of the result says another kind than 类型 does: what ends in 证 is a 证照, what ends in 批复 a 批文.
package enum ResultKind: ItemRule {
    package static let name = "result-kind"
    package static let severity = Severity.warning
    package static let manual = """
        结果名称以“证”“证书”“执照”结尾的，类型写“证照”；以“批复”“决定书”“批文”结尾的，写“批文”。

        错误：
            办理结果: {名称: 建筑工程施工许可证, 类型: 批文}
        正确：
            办理结果: {名称: 建筑工程施工许可证, 类型: 证照}
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        let (name, kind) = (item.result.name, item.result.kind)
        let expected: String? =
            if ["许可证", "证书", "执照", "登记证", "资格证"].contains(where: name.hasSuffix) {
                "证照"
            } else if ["批复", "批文", "决定书"].contains(where: name.hasSuffix) {
                "批文"
            } else {
                nil
            }
        guard let expected, !kind.isEmpty, kind != "其他", kind != expected else { return [] }
        return [
            finding(
                "“\(name)”是\(expected)，类型却写了“\(kind)”，请核对", at: file.place("办理结果", "类型"),
                notes: [.init("结果名称写在这里", at: file.place("办理结果", "名称"))])
        ]
    }
}
