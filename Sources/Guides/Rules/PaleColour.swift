package import Diagnostics

/// A field's colour is too pale for the white text that cards and pages print on it (WCAG 2.2, 4.5:1).
package enum PaleColour: FileRule {
    package static let name = "pale-colour"
    package static let severity = Severity.error
    package static let manual = """
        领域的颜色上要印白字，太浅就看不清。对比度至少4.5:1（WCAG 2.2）。

        错误：
            {名称: 现代物流, 颜色: "#FFCC00"}
        正确：
            {名称: 现代物流, 颜色: "#1B6B5A"}
        """

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        guard case .guide(.overview(let site)) = file.model else { return [] }
        return site.fields.enumerated().compactMap { index, field in
            guard let colour = field.colour, colour.contrastWithWhite < 4.5 else { return nil }
            let ratio = (colour.contrastWithWhite * 10).rounded(.down) / 10
            return finding(
                "颜色\(colour.hex)太浅，白字看不清（对比度\(ratio):1，至少要4.5:1），请换深一些的颜色",
                at: file.place("领域", .record(index), "颜色"))
        }
    }
}
