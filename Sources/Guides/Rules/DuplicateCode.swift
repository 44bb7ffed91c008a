package import Diagnostics

/// Two guides have the same short code; a printed code must open one page, forever.
package enum DuplicateCode: TreeRule {
    package static let name = "duplicate-code"
    package static let severity = Severity.error

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
        return findings
    }
}
