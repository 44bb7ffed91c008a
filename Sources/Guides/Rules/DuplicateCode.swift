package import Diagnostics

/// Two guides have the same short code; a printed code must open one page, forever.
package enum DuplicateCode: TreeRule {
    package static let name = "duplicate-code"
    package static let severity = Severity.error
    package static let manual = """
        一个短码只能打开一个页面，永远如此；退役的短码也不能再用。给新指南换一个新短码。

        错误：
            items/甲.yaml  短码: CY7MN
            items/乙.yaml  短码: CY7MN
        正确：
            items/甲.yaml  短码: CY7MN
            items/乙.yaml  短码: T6J28
        """

    package static let keys: [String] = ["短码", "退役"]

    package static func check(_ tree: GuideTree) -> [Diagnostic] {
        var first: [String: SourceLocation] = [:]
        var findings: [Diagnostic] = []
        for file in tree.files where file.kind.shape["短码"] != nil {
            guard let node = file.root?["短码"], let code = node.text else { continue }
            let place = node.mark.location(in: file.path)
            if let other = first[code] {
                findings.append(
                    finding("短码“\(code)”已经给了另一个指南，请换一个新的", at: place, notes: [.init("首次用在这里", at: other)]))
            } else {
                first[code] = place
            }
        }
        return findings + retired(tree, living: first)
    }

    /// A retired code that a guide has, or that is retired twice.
    private static func retired(_ tree: GuideTree, living: [String: SourceLocation]) -> [Diagnostic] {
        var first: [String: SourceLocation] = [:]
        var findings: [Diagnostic] = []
        for file in tree.files(of: .retired) {
            for record in file.root?["退役"]?.elements ?? [] {
                guard let node = record["短码"], let code = node.text else { continue }
                let place = node.mark.location(in: file.path)
                if let other = living[code] {
                    findings.append(
                        finding(
                            "退役的短码“\(code)”还有指南在用：指南还在的，请从这里删去；指南是新的，请给它换一个短码", at: place,
                            notes: [.init("用在这里", at: other)]))
                } else if let other = first[code] {
                    findings.append(finding("短码“\(code)”退役了两次，请只留一条", at: place, notes: [.init("首次写在这里", at: other)]))
                } else {
                    first[code] = place
                }
            }
        }
        return findings
    }
}
