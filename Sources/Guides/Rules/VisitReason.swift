package import Diagnostics

/// An applicant must come in person, and 必须现场办理原因 does not say why (mandatory where 到办事现场次数 is above 0).
package enum VisitReason: ItemRule {
    package static let name = "visit-reason"
    package static let severity = Severity.error
    package static let manual = """
        要申请人到现场的，必须写明原因。

        错误：
            到办事现场次数: 1
        正确：
            到办事现场次数: 1
            必须现场办理原因: 要当面核对申请人身份
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        guard item.visits > 0, item.visitReason.map({ $0 == "无" }) ?? true else { return [] }
        return [
            finding("到办事现场次数是\(item.visits)，请加上“必须现场办理原因”，写明为什么要到现场", at: file.place("到办事现场次数"))
        ]
    }
}
