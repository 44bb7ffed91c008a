/// The published schema of a guide's JSON (JSON Schema 2020-12).
enum GuideSchema {
    static let path = "/schemas/guide.json"

    static func json(baseURL: String) -> JSONText {
        .object([
            ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("$id", .string(baseURL + path)),
            ("title", "一卡通指南"), ("type", "object"),
            ("required", ["短码", "网址", "名称", "类别"]),
            // Only the overview says nothing of its own that is checked.
            ("if", .object([("properties", .object([("类别", .object([("const", "总览")]))]))])),
            ("else", .object([("required", ["核对"])])),
            (
                "properties",
                .object(
                    [
                        ("$schema", uri), ("短码", code), ("网址", uri), ("名称", words),
                        ("类别", choice("事项", "全流程", "政策", "通知", "总览")),
                    ]
                        + item + roadmap + document + [("核对", review)])
            ),
            ("additionalProperties", false),
        ])
    }

    private static let words = JSONText.object([("type", "string"), ("minLength", 1)])
    private static let uri = JSONText.object([("type", "string"), ("format", "uri")])
    private static let date = JSONText.object([("type", "string"), ("format", "date")])
    private static let yes = JSONText.object([("type", "boolean")])
    private static let count = JSONText.object([("type", "integer"), ("minimum", 0)])
    private static let code = JSONText.object([("type", "string"), ("pattern", "^[0-9A-HJKMNP-TV-Z]{5}$")])

    private static func choice(_ values: JSONText...) -> JSONText { .object([("enum", .array(values))]) }

    private static func list(_ element: JSONText) -> JSONText { .object([("type", "array"), ("items", element)]) }

    private static func record(required: [String], _ members: [(String, JSONText)]) -> JSONText {
        .object([
            ("type", "object"), ("required", .texts(required)), ("properties", .object(members)),
            ("additionalProperties", false),
        ])
    }

    private static let citation = record(required: ["法规"], [("法规", words), ("条款", list(words)), ("待核", yes)])

    private static let deadline = record(
        required: ["时限"], [("时限", words), ("起算", words), ("依据", citation), ("示例", yes)])

    private static let material = record(
        required: ["名称", "材料形式", "必要性", "来源渠道"],
        [
            ("名称", words), ("材料形式", words), ("原件份数", count), ("复印件份数", count),
            ("必要性", choice("必要", "非必要", "容缺后补", "免交")), ("来源渠道", words), ("仅当", list(words)), ("依据", citation),
        ])

    private static let review = record(
        required: ["状态"], [("状态", choice("已核对", "示例", "待核")), ("日期", date), ("下次核对", date)])

    private static let stage = record(
        required: ["名称", "牵头", "事项"],
        [
            ("名称", words), ("牵头", words),
            ("事项", list(record(required: ["名称"], [("名称", words), ("短码", code), ("前置", list(words))]))),
        ])

    private static let item: [(String, JSONText)] = [
        ("别名", list(words)), ("简介", words), ("事项类型", words), ("实施主体", words), ("行使层级", list(words)),
        ("服务对象", list(words)), ("办件类型", words), ("办理形式", list(words)), ("到办事现场次数", count),
        ("法定办结时限", deadline), ("承诺办结时限", deadline), ("受理条件", list(words)), ("申请材料", list(material)),
        ("办理流程", list(record(required: ["环节"], [("环节", words)]))), ("设定依据", list(citation)), ("是否收费", yes),
        ("办理地点", list(words)), ("网办地址", uri), ("办理结果", words),
    ]

    private static let roadmap: [(String, JSONText)] = [
        ("领域", .object([("anyOf", [words, list(words)])])), ("项目类型", words), ("适用对象", words), ("阶段", list(stage)),
        ("全流程", list(record(required: ["名称", "领域"], [("名称", words), ("短码", code), ("领域", words)]))),
    ]

    private static let document: [(String, JSONText)] = [
        ("文号", words), ("发文机关", words), ("发布机关", words), ("公布日期", date), ("发布日期", date), ("有效期至", date),
        ("状态", words), ("要点", list(words)), ("内容", list(words)), ("示例", yes),
    ]
}
