package import Guides

extension CardFace {
    /// What a card of a guidebook says.
    ///
    /// - Parameters:
    ///   - baseURL: The address to print instead of the site's own, for a trial in one's own network.
    ///   - isTrial: Marks the card as one that must not be handed out.
    /// - Returns: Nil where the guide that the card opens has no code, as only a tree with errors has.
    package init?(_ card: Card, in guidebook: Guidebook, baseURL: String? = nil, isTrial: Bool = false) {
        guard let guide = guidebook.guide(named: card.opens), let code = guide.code else { return nil }
        let site = guidebook.site
        let address = guidebook.address(of: code, baseURL: baseURL)
        guard let host = WebAddress.host(of: address) else { return nil }
        let field = site.field(named: CardFace.field(of: guide, card)) ?? site.fields.last
        self.init(
            kicker: site.name, title: card.title, subtitle: card.subtitle ?? "微信扫一扫，一页看全",
            entries: CardFace.entries(for: guide), authority: site.authority, hotline: site.phone,
            edition: card.edition.map { "\($0.year)年\($0.month)月版" } ?? "", host: host, code: code.text, address: address,
            accent: field?.colour?.hex ?? "#1F4E8C", trialMark: isTrial ? "试印" : nil,
            back: CardBack(
                steps: CardBack.usualSteps(host: host, code: code.text), fields: site.fields.map(\.name),
                office: site.halls.first.map { $0.cardAddress ?? $0.address } ?? site.authority))
    }

    private static func field(of guide: Guide, _ card: Card) -> String {
        if case .roadmap(let roadmap) = guide { roadmap.field } else { card.title }
    }

    /// What the page behind the card has, each with a word about it.
    private static func entries(for guide: Guide) -> [Entry] {
        let notes: [String] =
            switch guide {
            case .roadmap(let roadmap): [
                    "\(ChineseNumeral.count(roadmap.stages.count))个阶段",
                    "\(ChineseNumeral.count(roadmap.entries.count))个事项", "全程清单", "法条原文",
                ]
            case .item, .policy, .notice: ["一图看懂", "一页看全", "逐项清单", "法条原文"]
            }
        return zip(["审批流程图", "服务指南", "申请材料", "实施依据"], notes).map { Entry(name: $0, note: $1) }
    }
}
