package import Diagnostics

/// Inquiries and complaints have the same telephone number, so a complaint reaches the very people it is about.
package enum SamePhone: FileRule {
    package static let name = "same-phone"
    package static let severity = Severity.warning
    package static let manual = """
        咨询电话和监督投诉电话要不同，投诉才不会打到被投诉的人那里。

        错误：
            咨询电话: 0537-3239633
            监督投诉电话: 0537-3239633
        正确：
            咨询电话: 0537-3239633
            监督投诉电话: "12345"
        """

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        switch file.kind {
        case .site: check(file, inquiry: ["咨询电话"], complaint: ["监督投诉电话"])
        case .item: check(file, inquiry: ["咨询方式", "电话"], complaint: ["监督投诉方式", "电话"])
        default: []
        }
    }

    private static func check(_ file: GuideFile, inquiry: [String], complaint: [String]) -> [Diagnostic] {
        func node(_ path: [String]) -> MarkedNode? { path.reduce(file.root) { $0?[$1] } }
        guard let first = node(inquiry), let second = node(complaint), let number = first.text,
            digits(number) == second.text.map(digits)
        else { return [] }
        return [
            finding(
                "监督投诉电话与咨询电话相同，请写另一个电话", at: second.mark.location(in: file.path),
                notes: [.init("咨询电话写在这里", at: first.mark.location(in: file.path))])
        ]
    }

    private static func digits(_ number: String) -> String { number.filter(\.isNumber) }
}
