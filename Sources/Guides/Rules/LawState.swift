package import Diagnostics

/// The 状态 of a law does not fit its dates on this day.
package enum LawState: DatedRule {
    package static let name = "law-state"
    package static let severity = Severity.warning
    package static let manual = """
        法规的状态与日期对不上：到了施行日期的改成“现行有效”，到了废止日期的改成“已废止”。

        错误：
            施行日期: 2026-05-01
            状态: 尚未施行（今天是2026-11-23）
        正确：
            施行日期: 2026-05-01
            状态: 现行有效
        """

    package static let keys: [KeptKey] = ["状态", "施行日期", "废止日期"]

    package static func check(_ tree: GuideTree, today: CalendarDate) -> [Diagnostic] {
        tree.files(of: .law).compactMap { file in
            guard let state = file.text("状态").flatMap({ Law.State(rawValue: $0) }) else { return nil }
            if state != .repealed, let end = file.date("废止日期"), end.value <= today {
                return found("已于\(end.value.chinese)废止，状态要改成“已废止”", "废止日期", end.place, file)
            }
            guard let start = file.date("施行日期") else { return nil }
            return switch state {
            case .notYetInForce where start.value <= today:
                found("已于\(start.value.chinese)施行，状态要改成“现行有效”", "施行日期", start.place, file)
            case .inForce where start.value > today:
                found("\(start.value.chinese)才施行，状态要写“尚未施行”", "施行日期", start.place, file)
            default: nil
            }
        }
    }

    private static func found(_ message: String, _ key: String, _ place: SourceLocation, _ file: GuideFile)
        -> Diagnostic
    {
        finding(message, at: file.place("状态"), notes: [.init("“\(key)”写在这里", at: place)])
    }
}
