package import Diagnostics

/// The same key stands twice in one record.
///
/// Which of the two values would count is unclear, so keep one.
package enum DuplicateKey: Rule {
    package static let name = "duplicate-key"
    package static let severity = Severity.error
    package static let manual = """
        同一个键在一处写了两次，不知道以哪个为准。只留一个。

        错误：
            是否收费: 否
            是否收费: 是
        正确：
            是否收费: 否
        """

    /// The scalars of which one replaces the first of a repeated key while the rest of the file is read; no key of ours
    /// begins with one of them.
    static let setAside: ClosedRange<Unicode.Scalar> = "\u{F0000}"..."\u{FFFFD}"

    static func isSetAside(_ key: String) -> Bool {
        key.unicodeScalars.first.map(setAside.contains) ?? false
    }

    static func finding(_ key: String, at mark: MarkedNode.Mark, first: MarkedNode.Mark?, _ file: String) -> Diagnostic
    {
        finding(
            "键“\(key)”写了两次，请只留一个",
            at: mark.location(in: file),
            notes: first.map { [.init("首次写在这里", at: $0.location(in: file))] } ?? []
        )
    }
}
