/// The addresses at which the site has a page, and who has those of codes: the first half of what is published, by what
/// the files say alone.
///
/// Made from all files or from a guidebook, so that what `check` holds printed cards against, what is printed and what is
/// served can never be different addresses.
package struct SiteAddresses: Sendable {
    /// The beginnings of addresses that site.yaml lists as its own, 网址 and 曾用网址, without a final slash; nil where it
    /// cannot be read.
    package let bases: Set<String>?
    /// Who has each code that opens something: guides, retired and reserved ones.
    package var owners: [ShortCode: CodeOwner]
    /// The fixed pages that are no code's, each once; search is none, for it is made for each request.
    package let fronts: [PageAddress]

    package init(owners: [ShortCode: CodeOwner], bases: Set<String>?, fronts: [PageAddress] = []) {
        self.owners = owners
        self.bases = bases
        self.fronts = fronts
    }

    /// - Parameters:
    ///   - site: What site.yaml says; nil where it cannot be read.
    ///   - laws: The stems of all laws.
    private init(_ owners: [ShortCode: CodeOwner], _ site: Site?, laws: some Sequence<String>) {
        var seen: Set<String> = []
        // Two fields of one name are one page.
        let fields = (site?.fields ?? []).map(\.name).filter { seen.insert($0).inserted }
        self.init(
            owners: owners, bases: site.map { Set([$0.baseURL] + $0.formerURLs) },
            fronts: [.home, .policies] + fields.map { .field($0) } + laws.map { .law($0) })
    }

    /// Those of a guidebook on its day.
    package init(_ guidebook: Guidebook) {
        self.init(guidebook.owners, guidebook.site, laws: guidebook.laws.keys)
    }

    /// Those that the files of a tree give, also ones with errors.
    init(_ tree: GuideTree) {
        self.init(tree.owners, tree.site, laws: tree.laws.keys)
    }

    /// The addresses of all fixed pages, each once.
    package var all: [PageAddress] { fronts + owners.keys.map { .code($0) } }
}
