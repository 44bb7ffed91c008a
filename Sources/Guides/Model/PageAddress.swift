/// An address of the site, below its host: the one place where addresses are written and read.
///
/// Whoever prints, links, serves or checks an address asks here, so that none of them can know one that another does
/// not.
package enum PageAddress: Hashable, Sendable {
    /// `/`.
    case home
    /// `/policies`: the list of all policies and notices.
    case policies
    /// `/fields/NAME`: a field of investment projects.
    case field(String)
    /// `/laws/NAME`: a law by its stem.
    case law(String)
    /// `/c/CODE`: what a printed code opens.
    case code(ShortCode)
    /// A file below a code's address: `/c/CODE/materials.csv`.
    case file(CodeFile, of: ShortCode)
    /// `/search`; what is searched for stands behind `?`.
    case search

    /// The files that stand below the address of a guide, by their names.
    package enum CodeFile: String, Sendable, CaseIterable {
        case materials = "materials.csv"
        case flowchart = "flowchart.svg"
        /// The picture of a card that opens the guide.
        case card = "card.png"
    }

    /// What the address of every code begins with; three bytes, on which the hot path counts.
    package static let codePrefix = "/c/"
    /// `/c`: where a typed code is sent, which leads on to the code's own address.
    package static let codeForm = "/c"

    private static let fieldPrefix = "/fields/"
    private static let lawPrefix = "/laws/"

    /// The path as people read it, not percent-encoded; `init(path:)` gives the address back.
    package var path: String {
        switch self {
        case .home: "/"
        case .policies: "/policies"
        case .field(let name): PageAddress.fieldPrefix + name
        case .law(let stem): PageAddress.lawPrefix + stem
        case .code(let code): PageAddress.codePrefix + code.text
        case .file(let file, let code): "\(PageAddress.codePrefix)\(code.text)/\(file.rawValue)"
        case .search: "/search"
        }
    }

    /// The path as it stands in a link, percent-encoded.
    package var link: String {
        switch self {
        // A slash in a name is part of it.
        case .field(let name): PageAddress.fieldPrefix + WebPath.escaped(name)
        case .law(let stem): PageAddress.lawPrefix + WebPath.escaped(stem)
        case .home, .policies, .code, .file, .search: path
        }
    }

    /// Reads a path exactly as `path` writes it; nil for every other one, also for a code that is spelled otherwise.
    package init?(path: String) {
        switch path {
        case "/": self = .home
        case "/policies": self = .policies
        case "/search": self = .search
        default:
            if let rest = path.dropping(PageAddress.codePrefix) {
                let parts = rest.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
                guard let typed = parts.first, let code = try? ShortCode(reading: typed), typed == code.text else {
                    return nil
                }
                guard parts.count > 1 else {
                    self = .code(code)
                    return
                }
                guard let file = CodeFile(rawValue: String(parts[1])) else { return nil }
                self = .file(file, of: code)
            } else if let name = path.dropping(PageAddress.fieldPrefix), !name.isEmpty {
                self = .field(String(name))
            } else if let stem = path.dropping(PageAddress.lawPrefix), !stem.isEmpty {
                self = .law(String(stem))
            } else {
                return nil
            }
        }
    }

    /// A guide's page; the home page where it has no code, as only in a tree with errors.
    package init(ofCode code: ShortCode?) { self = code.map(PageAddress.code) ?? .home }

    /// The code in a path as somebody typed it, spelled as it was; nil where the path is no code's.
    package static func typedCode(in path: String) -> Substring? {
        let prefix = path.prefix(codePrefix.count)
        return prefix.lowercased() == codePrefix ? path.dropFirst(codePrefix.count) : nil
    }

    /// The code whose page this is; nil where it is no code's.
    package var code: ShortCode? { if case .code(let code) = self { code } else { nil } }
}

extension String {
    /// What follows the prefix; nil where the text begins otherwise.
    fileprivate func dropping(_ prefix: String) -> Substring? { hasPrefix(prefix) ? dropFirst(prefix.count) : nil }
}
