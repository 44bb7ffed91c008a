package import Diagnostics

/// 到办事现场次数 is 0, but 办理形式 offers no way to do it from afar.
package enum ZeroVisits: ItemRule {
    package static let name = "zero-visits"
    package static let severity = Severity.error
    package static let manual = """
        不用到现场，就要能在网上办或者寄快递办。

        错误：
            到办事现场次数: 0
            办理形式: [窗口办理]
        正确：
            到办事现场次数: 0
            办理形式: [窗口办理, 电脑端网上办理]
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        guard file.text("到办事现场次数") == "0", !item.channels.isEmpty,
            !item.channels.contains(where: { $0.hasBytes(of: "网上") || $0.hasBytes(of: "快递") || $0 == "其他" })
        else { return [] }
        return [
            finding(
                "到办事现场次数是0，办理形式里却没有网上办理或快递申请，请补上办理形式，或改次数", at: file.place("办理形式"),
                notes: [.init("次数写在这里", at: file.place("到办事现场次数"))])
        ]
    }
}
