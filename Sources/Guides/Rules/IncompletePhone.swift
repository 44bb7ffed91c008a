package import Diagnostics

/// A telephone number cannot be dialled from elsewhere: the area code is missing.
package enum IncompletePhone: Rule {
    package static let name = "incomplete-phone"
    package static let severity = Severity.error

    static func unreadable(_ text: String, at place: SourceLocation) -> Diagnostic {
        finding("电话“\(text)”要带区号和连字符，如0537-3239633", at: place)
    }
}
