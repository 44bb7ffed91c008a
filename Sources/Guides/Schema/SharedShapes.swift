/// Records that several kinds of files have.
extension RecordShape {
    static let citation = RecordShape(
        "依据",
        [
            .required("法规", .reference(.law), "法规文件的名称，如“建筑法”", shown: .byPage(.basis)),
            .optional("条款", .oneOrMore(.text), "如“第八条”“第八条第一款第（四）项”“第七条至第九条”；必须是法规文件里有的", shown: .byPage(.basis)),
            .optional("待核", .yesNo, "条款号尚未核实时写“是”，并不写条款", shown: .byPage(.basis)),
            .optional("说明", .text, "一句话说明", shown: .byPage(.basis)),
        ])

    static let review = RecordShape(
        "核对",
        [
            .required("日期", .date, "最近一次与官方来源核对的日期", shown: .byPage(.contact)),
            .optional("单位", .text, "核对的单位", shown: .byPage(.contact)),
            .required("状态", .choice(.reviewStates), "已核对、示例（不是官方数据）或待核", shown: .byPage(.contact)),
            .optional("说明", .text, "还有什么没有核实", shown: .byPage(.contact)),
        ])

    static let change = RecordShape(
        "更新记录",
        [
            .required("日期", .date, "改动的日期", shown: .byPage(.contact)),
            .required("内容", .text, "改了什么，写给申请人看", shown: .byPage(.contact)),
        ])

    static let question = RecordShape(
        "常见问题",
        [
            .required("问", .text, "申请人会问的话", shown: .byPage(.guide)),
            .required("答", .paragraphs, "简短、直接的回答", shown: .byPage(.guide)),
        ])

    static let situation = RecordShape(
        "情形",
        [
            .required("名称", .text, "情形的短名，供“仅当”引用", shown: .data("页面上只在“仅当”里出现")),
            .required("问", .text, "问申请人的问题", shown: .byPage(.materials)),
            .optional("选项", .list(.text, atLeast: 2), "不是“是/否”的问题，列出选项", shown: .byPage(.materials)),
            .optional("说明", .text, "怎样判断", shown: .byPage(.materials)),
        ])

    static let name = RecordShape(
        "名称",
        [
            .required("名称", .text, "名称", shown: .lead),
            .optional("起", .date, "何时开始用", shown: .bracket(after: "起")),
            .optional("止", .date, "何时停用", shown: .bracket(after: "止")),
            .optional("说明", .text, "为什么改名", shown: .line()),
        ])

    static let statutoryTime = RecordShape(
        "法定办结时限",
        [
            .required("时限", .timeLimit, "如“7日”“20个工作日”“无”；单位照法条写，不换算", shown: .lead),
            .optional("起算", .text, "从什么时候起算，如“收到申请”“受理”", shown: .bracket(after: "起")),
            .optional("依据", .citation, "法规和条款", shown: .line("依据：")),
            .optional("说明", .text, "延长、不计时等", shown: .line()),
        ])

    package static let promisedTime = RecordShape(
        "承诺办结时限",
        [
            .required("时限", .timeLimit, "如“1个工作日”“即时”", shown: .lead),
            .optional("起算", .text, "从什么时候起算", shown: .bracket(after: "起")),
            .optional("示例", .yesNo, "不是本地公布的时限时写“是”", shown: .mark("示例")),
            .optional("说明", .text, "一句话说明", shown: .line()),
        ])

    static let contact = RecordShape(
        "咨询方式",
        [
            .optional("电话", .phone, "带区号", shown: .byPage(.contact)),
            .optional("网址", .url, "网上咨询的地址", shown: .byPage(.contact)),
            .optional("邮箱", .text, "电子邮箱", shown: .byPage(.contact)),
            .optional("信函地址", .text, "寄信的地址和邮编", shown: .byPage(.contact)),
            .optional("说明", .text, "一句话说明", shown: .byPage(.contact)),
        ])

    static let source = RecordShape(
        "来源",
        [
            .required("名称", .text, "从哪里看到的", shown: .lead),
            .optional("网址", .url, "官方网页", shown: .link()),
            .optional("版本日期", .date, "所看版本的日期", shown: .bracket(after: "的版本")),
        ])
}

extension Field {
    /// 示例: the keys of the same record whose values nobody has published, so that they are samples; pages mark each.
    ///
    /// - Parameter fields: The keys that may stand in it.
    static func samples(of fields: [Field], shown place: ShownPlace) -> Field {
        .optional(
            "示例", .list(.choice(ValueList("示例", fields.map(\.key)))), "这些键的内容没有公布的来源，是示例；页面在每一项旁边标“示例”",
            shown: .byPage(place))
    }
}

extension [Field] {
    /// The keys that end every guide file: what changed, who checked it, when it is due again.
    static let reviewFields: [Field] = [
        .optional("更新记录", .list(.record(.change)), "每次改动一条，申请人能看到", shown: .byPage(.contact)),
        .required("核对", .record(.review), "谁在什么时候与官方来源核对过", shown: .byPage(.contact)),
        .required("下次核对", .date, "下次核对的日期", shown: .byPage(.contact)),
    ]
}
