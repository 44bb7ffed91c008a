/// What a guide is known by besides its code: what the ledger notes when a card is printed.
package struct GuideIdentity: Sendable, Hashable {
    /// 种类: 事项, 全流程, 政策, 通知 or 总览.
    package let kind: String
    /// The name of its file, without extension; for the overview `Guide.overviewStem`.
    package let stem: String
    /// 名称, as pages and cards say it.
    package let name: String

    package init(kind: String, stem: String, name: String) {
        self.kind = kind
        self.stem = stem
        self.name = name
    }

    /// The path of its file under guides/; nil for a kind that this onecard does not know.
    package var filePath: String? {
        guard let known = FileKind.allCases.first(where: { $0.opensAtCode && $0.category == kind }) else { return nil }
        return known.folder.map { "\($0)/\(stem).yaml" } ?? known.fileName
    }
}

extension Guide {
    package var identity: GuideIdentity { GuideIdentity(kind: category, stem: stem, name: name) }

    /// 曾用名.
    package var formerNames: [FormerName] { content.formerNames }
}
