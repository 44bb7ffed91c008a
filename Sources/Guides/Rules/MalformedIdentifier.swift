package import Diagnostics

/// A code has not the structure that its standard gives it (GB/T 39554.1—2020, GB 32100—2015), or its check character is wrong.
package enum MalformedIdentifier: Rule {
    package static let name = "malformed-identifier"
    package static let severity = Severity.error
    package static let manual = """
        编码的结构不对：基本编码12位，实施编码31位，业务办理项编码33位，统一社会信用代码18位，最后一位是校验码。对照官方系统重新抄写。

        错误：
            基本编码: "3701115001"
        正确：
            基本编码: "370111500100"
        """

    static func finding(_ key: String, _ problem: String, at place: SourceLocation) -> Diagnostic {
        finding("“\(key)”\(problem)，请对照官方系统核对", at: place)
    }
}
