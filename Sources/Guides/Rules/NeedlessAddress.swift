package import Diagnostics

/// An address for applying online is given, and 办理形式 does not offer it: one of the two is wrong.
package enum NeedlessAddress: ItemRule {
    package static let name = "needless-address"
    package static let severity = Severity.warning
    package static let manual = """
        写了网上办理的地址，办理形式里却没有网上办理，申请人不知道信哪个。能网上办的，办理形式加上；不能的，删去地址。

        错误：
            办理形式: [窗口办理]
            网办地址: https://zwfw.example.gov.cn/item/1
        正确：
            办理形式: [窗口办理, 电脑端网上办理]
            网办地址: https://zwfw.example.gov.cn/item/1
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        guard !item.channels.isEmpty else { return [] }
        return [("网办地址", "电脑端网上办理"), ("移动端办理地址", "移动端网上申请")].compactMap { key, channel in
            // The address of one may also serve the other.
            guard file.has(key), !item.channels.contains(where: { $0.contains("网上") }) else { return nil }
            return finding(
                "写了“\(key)”，办理形式里却没有“\(channel)”，请加上，或删去地址", at: file.place(.key(key)),
                notes: [.init("办理形式写在这里", at: file.place("办理形式"))])
        }
    }
}
