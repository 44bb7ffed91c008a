package import Diagnostics

/// 业务办理项 has a code without a name, or a name without a code.
package enum HalfBusinessItem: ItemRule {
    package static let name = "half-business-item"
    package static let severity = Severity.error
    package static let manual = """
        业务办理项的名称和编码要一起写：分了业务办理项的两个都写，没有分的都不写。

        错误：
            业务办理项编码: 12441500196720244T344219980600301
        正确：
            业务办理项名称: 建筑工程施工许可证核发（新办）
            业务办理项编码: 12441500196720244T344219980600301
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        let keys = ["业务办理项名称", "业务办理项编码"]
        let (given, missing) = (keys.filter(file.has), keys.filter { !file.has($0) })
        guard let key = given.first, let other = missing.first else { return [] }
        return [finding("写了“\(key)”，还要写“\(other)”", at: file.place(.key(key)))]
    }
}
