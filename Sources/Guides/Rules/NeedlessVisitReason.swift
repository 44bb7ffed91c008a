package import Diagnostics

/// A reason is given for coming in person though nobody has to.
package enum NeedlessVisitReason: ItemRule {
    package static let name = "needless-visit-reason"
    package static let severity = Severity.warning
    package static let manual = """
        不用到现场的（次数是0），不写“必须现场办理原因”，或者写“无”。

        错误：
            到办事现场次数: 0
            必须现场办理原因: 要核对原件
        正确：
            到办事现场次数: 0
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        guard file.text("到办事现场次数") == "0", let reason = item.visitReason, reason != "无" else { return [] }
        return [
            finding(
                "到办事现场次数是0，不用写必须现场办理的原因；要到现场的，请改次数", at: file.place("必须现场办理原因"),
                notes: [.init("次数写在这里", at: file.place("到办事现场次数"))])
        ]
    }
}
