package import Diagnostics

/// A calendar file says something impossible: a year that is not its file's, a day of another year, a working weekend that is no
/// weekend or falls into a holiday.
package enum CalendarDay: FileRule {
    package static let name = "calendar-day"
    package static let severity = Severity.error
    package static let manual = """
        节假日文件里的日子不对：年份要与文件名相同，日子要在这一年前后，调休上班的日子要是周末、又不在放假里。

        错误：
            年份: 2026
            调休上班: [2026-10-12]
        正确：
            年份: 2026
            调休上班: [2026-10-10]
        """

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        guard file.kind == .calendar else { return [] }
        // What the shape does not take as a year it has said already.
        guard let root = file.root, let year = file.text("年份").flatMap({ Int($0) }), (1...9999).contains(year) else {
            return []
        }
        var findings: [Diagnostic] = []
        if String(year) != file.stem {
            findings.append(finding("年份是\(year)，文件名却是\(file.stem).yaml，请改成一致", at: file.place("年份")))
        }
        var holidays: [(name: String, first: CalendarDate, last: CalendarDate)] = []
        for holiday in root["放假"]?.elements ?? [] {
            guard let first = date(holiday["起"]), let last = date(holiday["止"]) else { continue }
            holidays.append((holiday["名称"]?.text ?? "", first, last))
            // New Year's holiday may begin in the old year.
            guard (first.year != year && last.year != year) || last.daysSinceEpoch - first.daysSinceEpoch > 30
            else { continue }
            findings.append(
                finding("放假的日子不在\(year)年，或者太长，请核对", at: (holiday["起"] ?? holiday).mark.location(in: file.path)))
        }
        for node in root["调休上班"]?.elements ?? [] {
            guard let day = date(node) else { continue }
            let place = node.mark.location(in: file.path)
            if let holiday = holidays.first(where: { $0.first <= day && day <= $0.last }) {
                findings.append(finding("\(day)在“\(holiday.name)”放假里，不能又是上班的日子", at: place))
            } else if !day.isWeekend {
                findings.append(finding("\(day)不是周末，本来就上班，请核对", at: place))
            } else if abs(day.year - year) > 1 {
                findings.append(finding("\(day)不在\(year)年，请核对", at: place))
            }
        }
        return findings
    }

    private static func date(_ node: MarkedNode?) -> CalendarDate? { node?.text.flatMap { CalendarDate($0) } }
}
