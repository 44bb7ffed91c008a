package import Guides

extension CardContent {
    /// What a card of a guidebook says.
    ///
    /// - Parameters:
    ///   - baseURL: The address to print instead of the site's own, for a trial in one's own network.
    ///   - isTrial: Marks the card as one that must not be handed out.
    /// - Returns: Nil where the guide that the card opens has no code, as only a tree with errors has.
    package init?(_ card: Card, in guidebook: Guidebook, baseURL: String? = nil, isTrial: Bool = false) {
        guard let guide = guidebook.guide(named: card.opens) else { return nil }
        self.init(guide, stem: card.opens, in: guidebook, baseURL: baseURL, isTrial: isTrial)
        self[.title] = card.title
        if let subtitle = card.subtitle { self[.subtitle] = subtitle }
        self[.edition] = card.edition.map { "\($0.year)年\($0.month)月版" } ?? ""
    }

    /// What a card for a guide says that has no card file of its own: a label at a counter.
    package init?(
        _ guide: Guide, stem: String, in guidebook: Guidebook, baseURL: String? = nil, isTrial: Bool = false
    ) {
        guard let code = guide.code else { return nil }
        let site = guidebook.site
        let address = guidebook.address(of: code, baseURL: baseURL)
        guard let host = WebAddress.host(of: address) else { return nil }
        let field = Self.field(of: guide, stem, guidebook)
        var values = Self.values(of: site, host: host)
        values[.title] = stem
        values[.fullName] = guide.name
        values[.subtitle] = "微信扫一扫，一页看全"
        values[.field] = field?.name ?? ""
        values[.code] = Self.grouped(code.text)
        values[.edition] = guide.review?.date.map { "\($0.year)年\($0.month)月版" } ?? ""
        values.merge(Self.values(of: guide, in: guidebook)) { _, own in own }
        self.init(
            values: values, code: code.text, address: address, accent: field?.colour?.hex ?? "#1F4E8C",
            isTrial: isTrial, guide: stem)
    }

    /// The field whose colour a card has: the roadmap's, or that of the first roadmap with the item.
    private static func field(of guide: Guide, _ stem: String, _ guidebook: Guidebook) -> Site.ProjectField? {
        let names: [String] =
            guide.item == nil ? guide.content.ownFields : guidebook.roadmaps(with: stem).flatMap(\.roadmap.fields)
        // What belongs to several fields has the colour of none of them.
        guard let name = names.first, Set(names).count == 1 else { return nil }
        return guidebook.site.field(named: name)
    }

    private static func values(of site: Site, host: String) -> [Placeholder: String] {
        var values: [Placeholder: String] = [
            .site: site.name, .authority: site.authority, .region: site.region, .hotline: site.phone,
            .complaints: site.complaintPhone ?? "", .host: host,
            .office: site.authority, .promise: "本服务不收费，不索要密码和验证码",
            .sample: site.isSample ? site.sampleNote ?? "" : "",
        ]
        if let hall = site.halls.first { values.merge(Self.values(of: hall)) { _, own in own } }
        let places: [Placeholder] = [.field1, .field2, .field3, .field4, .field5, .field6]
        for (place, field) in zip(places, site.fields) { values[place] = field.name }
        return values
    }

    static func values(of hall: Site.Hall) -> [Placeholder: String] {
        [.office: hall.cardAddress ?? hall.address, .hall: hall.name, .officeHours: hall.hours ?? ""]
    }
}
