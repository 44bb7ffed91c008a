internal import Guides
internal import Markup

/// The home page and the fields' pages: where people land who have no card at hand.
struct FrontPages {
    let guidebook: Guidebook

    func home() -> Page {
        let site = guidebook.site
        let header: [Markup] = [
            Components.kicker(site), .tag("h1", [:], "\(site.region)\(site.name)"),
            .tag("p", [:], "审批流程图、服务指南、申请材料、实施依据和政策，一页看全。"),
            CodeForm.markup(),
        ]
        let fields = site.fields.map { field in
            ("/fields/\(WebPath.escaped(field.name))", field.name, field.note)
        }
        let main: [Markup] = [.tag("h2", [:], "按领域看"), Components.links(fields), .tag("h2", [:], "全部事项"), Components.links(items)]
        return Page(
            title: site.name, description: "\(site.authority)：投资项目审批流程、材料、依据和政策。", site: site,
            colour: site.fields.last?.colour, [.tag("header", header), .tag("main", main), PageFooter.markup(site)])
    }

    private var items: [(address: String, title: String, note: String?)] {
        guidebook.items.values.sorted { $0.stem < $1.stem }.map { ($0.code?.path ?? "/", $0.name, nil) }
    }

    /// A field's roadmaps, items, notices and policies.
    func field(_ field: Site.ProjectField) -> Page {
        let roadmaps = guidebook.roadmaps.values.filter { $0.field == field.name }.sorted { $0.name < $1.name }
        let header: [Markup] = [
            Components.kicker(guidebook.site), .tag("h1", [:], field.name), .tag("p", [:], field.note ?? ""),
        ]
        let main: [Markup] = [
            .tag("h2", [:], "全流程"),
            Components.links(roadmaps.map { ($0.code?.path ?? "/", $0.name, $0.summary) }),
            .tag("h2", [:], Words.policies),
        ] + PolicySection(guidebook: guidebook).markup(fields: [field.name])
        return Page(
            title: field.name, description: field.note ?? field.name, site: guidebook.site, colour: field.colour,
            [.tag("header", header), .tag("main", main), PageFooter.markup(guidebook.site)])
    }
}

/// The box for typing a code.
enum CodeForm {
    static func markup(_ value: String = "") -> Markup {
        .tag("form", ["class": "x", "action": "/c", "method": "get"], [
            .void("input", [
                "name": "code", "aria-label": "卡号", "placeholder": "卡号，如4K7M-X", "value": value, "autocapitalize": "characters",
                "autocomplete": "off", "spellcheck": "false", "maxlength": "20", "required": nil,
            ]),
            .tag("button", ["type": "submit"], "打开"),
        ])
    }
}
