package import Diagnostics

/// A retirement's day and the guide's file do not fit together: the day comes soon or has come while the file is there, or it
/// lies ahead while the file is gone.
package enum PlannedRetirement: DatedRule {
    package static let name = "planned-retirement"
    package static let severity = Severity.warning
    package static let manual = """
        退役写了以后的日期，到那天指南才停用，在那以前照常打开，所以指南文件要留到那一天；到了那天，页面自动换成退役说明，指南文件就可以删去。

        错误：
            退役:
              - {短码: 4K7MM, 名称: 旧的指南, 日期: 2027-01-01, 原因: 并入施工许可。}（指南文件现在就删了）
        正确：
            把指南文件留到2027年1月1日，再删去
        """

    package static let keys: [KeptKey] = ["短码", "核对.日期", "退役"]

    package static func check(_ tree: GuideTree, today: CalendarDate) -> [Diagnostic] {
        let retired = tree.files(of: .retired).flatMap { file in
            (file.root?["退役"]?.elements ?? []).compactMap { Entry($0, in: file) }
        }
        guard !retired.isEmpty else { return [] }
        let wanted = Set(retired.map(\.code))
        var living: [String: GuideFile] = [:]
        for file in tree.files where file.kind.shape["短码"] != nil {
            guard let code = file.text("短码"), wanted.contains(code) else { continue }
            living[code] = file
        }
        return retired.compactMap { entry in
            let left = entry.date.daysSinceEpoch - today.daysSinceEpoch
            guard let guide = living[entry.code] else {
                guard left > 0 else { return nil }
                return finding(
                    "\(entry.date.chinese)才停用，指南文件却已经没有了，现在扫码就看到退役说明：请恢复指南文件，或把日期改成真正停用的那天", at: entry.place)
            }
            guard left <= PlannedCancellation.horizon, !guide.outlives(entry.node) else { return nil }
            let message =
                left > 0
                ? "\(entry.date.chinese)起停用，还有\(left)天，到那天页面自动换成退役说明"
                : "已于\(entry.date.chinese)停用，扫码看到的是退役说明：请删去指南文件；指南还在用的，请从这里删去这一条"
            return finding(message, at: entry.place, notes: [.init("指南在这里", at: guide.place("短码"))])
        }
    }

    private struct Entry {
        let code: String
        let date: CalendarDate
        let place: SourceLocation
        let node: MarkedNode

        init?(_ node: MarkedNode, in file: GuideFile) {
            guard let code = node["短码"]?.text, let written = node["日期"],
                let date = written.text.flatMap({ CalendarDate($0) })
            else { return nil }
            self.code = code
            self.date = date
            self.node = node
            place = written.mark.location(in: file.path)
        }
    }
}
