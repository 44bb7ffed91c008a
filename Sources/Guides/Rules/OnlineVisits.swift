package import Diagnostics

/// Everything is done online, yet the applicant must come in person.
package enum OnlineVisits: ItemRule {
    package static let name = "online-visits"
    package static let severity = Severity.warning
    package static let manual = """
        只能网上办的事项（全程网办），到现场次数应当是0。

        错误：
            办理形式: [电脑端网上办理]
            到办事现场次数: 1
        正确：
            办理形式: [电脑端网上办理, 窗口办理]
            到办事现场次数: 1
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        guard item.visits > 0, !item.channels.isEmpty, item.channels.allSatisfy({ $0.contains("网上") }) else {
            return []
        }
        return [
            finding(
                "只能网上办理的，到办事现场次数应当是0；要到现场的，办理形式加上“窗口办理”", at: file.place("到办事现场次数"),
                notes: [.init("办理形式写在这里", at: file.place("办理形式"))])
        ]
    }
}
