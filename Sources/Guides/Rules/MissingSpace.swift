package import Diagnostics

/// YAML wants a space behind the colon of a key and behind the dash of a list; without it, key and value are read as one word.
package enum MissingSpace: Rule {
    package static let name = "missing-space"
    package static let severity = Severity.error
    package static let manual = """
        冒号“:”和列表的“-”后面要空一格，不然键和值会被读成一个词。

        错误：
            名称:施工许可
            -环节: 受理
        正确：
            名称: 施工许可
            - 环节: 受理
        """

    static func behindColon(_ key: String, at place: SourceLocation) -> Diagnostic {
        finding("“\(key):”的冒号后面要空一格", at: place)
    }

    static func behindDash(at place: SourceLocation) -> Diagnostic {
        finding("列表的“-”后面要空一格", at: place)
    }

    static func noColon(_ key: String, at place: SourceLocation) -> Diagnostic {
        finding("“\(key)”后面少了冒号“:”（半角，后面空一格）", at: place)
    }
}
