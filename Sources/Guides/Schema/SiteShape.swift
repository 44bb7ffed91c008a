/// site.yaml: who runs the site, where it is found and whom one calls.
extension RecordShape {
    static let site = RecordShape("网站", siteFields + [.samples(of: siteFields.filter(mayBeSample), shown: .contact)])

    private static func mayBeSample(_ field: Field) -> Bool { ["网址", "咨询电话", "监督投诉电话"].contains(field.key) }

    private static let siteFields: [Field] = [
        .required("名称", .text, "印在卡上和页面顶部的名称", shown: .byPage(.head)),
        .optional(
            "曾用名", .list(.textOrRecord(.name)), "以前的名称；印过旧名称的总卡还在用", shown: .fact(.names, "以前叫")),
        .required("网址", .url, "印在卡上的地址，如https://yikatong.example", shown: .byPage(.contact)),
        .optional("短码", .code, "总览页的永久短码；要印“打开: 总览”的卡才写", shown: .byPage(.contact)),
        .optional("曾用网址", .list(.url), "以前印过的地址，必须继续能用", shown: .hidden("只用来让印过的卡继续能打开")),
        .required("主管单位", .text, "哪个单位主办", shown: .byPage(.footer)),
        .required("地区", .text, "哪个市", shown: .byPage(.home)),
        .required("示例数据", .yesNo, "承诺时限、窗口等不是本地公布的数据时写“是”", shown: .byPage(.footer)),
        .optional("示例说明", .text, "页面上的一行说明", shown: .byPage(.footer)),
        .required("咨询电话", .phone, "带区号", shown: .byPage(.contact)),
        .optional("监督投诉电话", .phone, "带区号，或12345", shown: .byPage(.contact)),
        .required("政务大厅", .list(.record(.hall), atLeast: 1), "办事的地方", shown: .byPage(.contact)),
        .required("领域", .list(.record(.projectField), atLeast: 1), "投资项目的领域", shown: .byPage(.home)),
    ]

    static let hall = RecordShape(
        "政务大厅", hallFields + [.samples(of: hallFields.filter { $0.key != "名称" && $0.key != "卡上地址" }, shown: .contact)])

    private static let hallFields: [Field] = [
        .required("名称", .text, "大厅名称", shown: .byPage(.contact)),
        .required("地址", .text, "地址", shown: .byPage(.contact)),
        .optional("卡上地址", .text, "印在卡背面的短地址；不写就印地址", shown: .byPage(.card)),
        .optional("电话", .phone, "带区号", shown: .byPage(.contact)),
        .optional("办公时间", .text, "如“工作日 9:00—12:00，13:00—17:00”", shown: .byPage(.contact)),
        .optional("交通", .text, "怎么去", shown: .byPage(.contact)),
    ]

    static let projectField = RecordShape(
        "领域",
        [
            .required("名称", .text, "领域名称", shown: .byPage(.home)),
            .required("颜色", .colour, "卡片和页面的颜色，白字要看得清", shown: .byPage(.home)),
            .optional("说明", .text, "包括哪些项目", shown: .byPage(.home)),
        ])
}
