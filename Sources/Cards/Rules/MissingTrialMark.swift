package import Diagnostics
internal import Guides

/// A card that was printed for a trial would look like one that counts.
package enum MissingTrialMark: Rule {
    package static let name = "design-trial-mark"
    package static let severity = Severity.error
    package static let manual = """
        有二维码的一面，要有一处只在试印时画的字，试印的卡才认得出来，不会混进正式的卡里。

        错误：
            元素: [二维码一个]
        正确：
            - 文字: {内容: 试印, 左: 70, 宽: 14, 基线: 8, 字号: 9, 仅试印: 是}
        """

    static func finding(at place: SourceLocation) -> Diagnostic {
        finding("有二维码的一面要有一处“仅试印: 是”的文字，试印的卡才认得出来", at: place)
    }
}
