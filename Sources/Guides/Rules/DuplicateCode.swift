package import Diagnostics

/// Two guides have the same short code; a printed code must open one page, forever.
package enum DuplicateCode: TreeRule {
    package static let name = "duplicate-code"
    package static let severity = Severity.error
    package static let manual = """
        一个短码只能打开一个页面，永远如此；退役的短码也不能再用。给新指南换一个新短码。以后才停用的，退役可以先写好：日期要在指南最近一次核对以后。

        错误：
            items/甲.yaml  短码: CY7MN
            items/乙.yaml  短码: CY7MN
        正确：
            items/甲.yaml  短码: CY7MN
            items/乙.yaml  短码: T6J28
        """

    package static let keys: [KeptKey] = ["短码", "核对.日期", "退役", "预留"]

    package static func check(_ tree: GuideTree) -> [Diagnostic] {
        var first: [String: Living] = [:]
        var findings: [Diagnostic] = []
        for file in tree.files where file.kind.shape["短码"] != nil {
            guard let node = file.root?["短码"], let code = node.text else { continue }
            let place = node.mark.location(in: file.path)
            if let other = first[code] {
                findings.append(
                    finding("短码“\(code)”已经给了另一个指南，请换一个新的", at: place, notes: [.init("首次用在这里", at: other.place)]))
            } else {
                first[code] = Living(file: file, place: place)
            }
        }
        return findings + listed(tree, living: first)
    }

    /// A file that has a code.
    private struct Living {
        let file: GuideFile
        let place: SourceLocation
    }

    /// The lists of codes without a guide: which file, under which key, and what to do with one that a guide has.
    private static let lists: [(kind: FileKind, key: String, advice: String)] = [
        (.retired, "退役", "退役的短码“%”还有指南在用：指南还在的，请从这里删去；指南是新的，请给它换一个短码"),
        (.reserved, "预留", "预留的短码“%”已经有指南了，请从这里删去这一条"),
    ]

    /// A retired or reserved code that a guide has, or that is listed twice.
    private static func listed(_ tree: GuideTree, living: [String: Living]) -> [Diagnostic] {
        var first: [String: (key: String, place: SourceLocation)] = [:]
        var findings: [Diagnostic] = []
        for (kind, key, advice) in lists {
            for record in tree.files(of: kind).flatMap({ file in (file.root?[key]?.elements ?? []).map { (file, $0) } })
            {
                guard let node = record.1["短码"], let code = node.text else { continue }
                let place = node.mark.location(in: record.0.path)
                if let other = living[code], kind != .retired || other.file.outlives(record.1) {
                    findings.append(
                        finding(advice.replacing("%", with: code), at: place, notes: [.init("用在这里", at: other.place)]))
                } else if let other = first[code] {
                    let message =
                        other.key == key
                        ? "短码“\(code)”\(key)了两次，请只留一条" : "短码“\(code)”已经退役，不能再预留，请从这里删去；要用就换一个新的"
                    findings.append(finding(message, at: place, notes: [.init("首次写在这里", at: other.place)]))
                } else {
                    first[code] = (key, place)
                }
            }
        }
        return findings
    }
}

extension GuideFile {
    /// Whether the guide was still held against its source on the day of a retirement or later: then it is in use, and the
    /// retirement, or the code, is a mistake.
    ///
    /// A retirement after that was written ahead of its day.
    ///
    /// No rule that depends on today may find errors: at midnight a guidebook must not turn bad by itself.
    ///
    /// - Parameter retirement: An entry of retired.yaml.
    func outlives(_ retirement: MarkedNode) -> Bool {
        guard let reviewed = date("核对", "日期")?.value,
            let date = retirement["日期"]?.text.flatMap({ CalendarDate($0) })
        else { return true }
        return date <= reviewed
    }
}
