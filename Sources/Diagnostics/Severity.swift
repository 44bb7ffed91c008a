/// How much a finding weighs: an error keeps a tree from being printed or served, a warning does not.
package enum Severity: String, Sendable, Comparable, CaseIterable {
    case warning
    case error

    /// The word in front of a message, as maintainers read it.
    package var label: String {
        switch self {
        case .warning: "警告"
        case .error: "错误"
        }
    }

    package static func < (left: Severity, right: Severity) -> Bool {
        left == .warning && right == .error
    }
}
