/// The kinds of files under guides/ and cards/, and the shape of each.
extension RecordShape {
    static let law = RecordShape(
        "法规",
        [
            .required("名称", .text, "全称", shown: .byPage(.articles)),
            .optional("简称", .text, "简称", shown: .fact(.document, "简称")),
            .required("效力级别", .choice(.lawRanks), "法律、行政法规等", shown: .byPage(.articles)),
            .optional("制定机关", .text, "谁制定的", shown: .fact(.document, "制定机关")),
            .optional("文号", .text, "令号或文号", shown: .fact(.document, "文号")),
            .optional("公布日期", .date, "公布的日期", shown: .fact(.document, "公布日期")),
            .optional("施行日期", .date, "开始施行的日期", shown: .fact(.document, "施行日期")),
            .optional("废止日期", .date, "废止的日期", shown: .byPage(.articles)),
            .optional("修改", .list(.record(.amendment)), "历次修改", shown: .fact(.document, "修改")),
            .required("状态", .choice(.lawStates), "现行有效、已废止或尚未施行", shown: .byPage(.articles, unless: "废止日期")),
            .optional("替代", .reference(.law), "代替它的法规", shown: .byPage(.articles)),
            .optional("说明", .text, "还有什么没有核实", shown: .byPage(.articles)),
            .optional("条款", .list(.record(.article)), "指南引用的条款", shown: .byPage(.articles)),
            .optional("来源", .record(.source), "条文从哪里抄来", shown: .fact(.document, "来源")),
        ] + .reviewFields)

    static let amendment = RecordShape(
        "修改",
        [
            .optional("公布日期", .date, "修改公布的日期", shown: .lead),
            .optional("施行日期", .date, "修改施行的日期", shown: .bracket(after: "起施行")),
            .optional("说明", .text, "如“第二次修正”", shown: .lead),
        ])

    static let article = RecordShape(
        "条款",
        [
            .required("条", .text, "如“第八条”“第二十二条之一”，没有条的清单写“第101项”", shown: .byPage(.articles)),
            .optional("内容", .paragraphs, "条文原文，一款一行；没有看到原文就不写，写“待核: 是”", shown: .byPage(.articles)),
            .optional("摘录", .yesNo, "只摘了一部分时写“是”", shown: .byPage(.articles)),
            .optional("待核", .yesNo, "条号或原文尚未核实时写“是”", shown: .byPage(.articles)),
            .optional("修改日期", .date, "从哪天起是这样写的（修改的施行日期）；同一条可以写几次，到那天页面自动换", shown: .byPage(.articles)),
            .optional("删去日期", .date, "从哪天起没有这一条了（修改的施行日期）；条文留着，到那天页面自动写明已删去", shown: .byPage(.articles)),
        ])

    static let roadmap = RecordShape(
        "全流程",
        [
            .required("短码", .code, "印在卡上的永久短码，永不更改、永不另用", shown: .byPage(.contact)),
            .required("名称", .text, "全流程的名称", shown: .byPage(.head)),
            .optional(
                "曾用名", .list(.textOrRecord(.name)), "以前的名称；印过旧名称的卡还在用", shown: .fact(.names, "以前叫")),
            .optional("别名", .list(.textOrRecord(.name)), "日常用语", shown: .fact(.names, "也叫")),
            .required("简介", .text, "一两句话：给谁看，从哪到哪", shown: .byPage(.head)),
            .required("领域", .oneOrMore(.reference(.field)), "site.yaml里的领域；属于几个领域的都写，第一个定颜色", shown: .byPage(.head)),
            .required("项目类型", .text, "哪类项目", shown: .fact(.applicant, "哪类项目")),
            .required("适用对象", .text, "谁的项目", shown: .fact(.applicant, "给谁看")),
            .optional("情形", .list(.record(.situation)), "决定要办哪些事项的问题", shown: .byPage(.flow)),
            .required("阶段", .list(.record(.stage), atLeast: 1), "按先后", shown: .byPage(.flow)),
        ] + .reviewFields)

    static let stage = RecordShape(
        "阶段",
        [
            .required("名称", .text, "阶段名称", shown: .byPage(.flow)),
            .required("牵头", .text, "牵头部门", shown: .byPage(.flow)),
            .optional("说明", .text, "一句话说明", shown: .byPage(.flow)),
            .required("事项", .list(.record(.roadmapItem), atLeast: 1), "这一阶段的事项", shown: .byPage(.flow)),
        ])

    static let roadmapItem = RecordShape(
        "阶段里的事项",
        [
            .required("事项", .reference(.item), "items/里的文件名", shown: .byPage(.flow)),
            .optional("前置", .list(.record(.prerequisite)), "必须先办好的事项", shown: .byPage(.flow)),
            .optional("仅当", .oneOrMore(.text), "只在这些情形下要办", shown: .byPage(.flow)),
            .optional("并行", .text, "可以同时办的一组，写同样的话", shown: .byPage(.flow)),
            .optional("说明", .text, "一句话说明", shown: .byPage(.flow)),
        ])

    static let prerequisite = RecordShape(
        "前置",
        [
            .required("事项", .reference(.item), "必须先办好的事项", shown: .byPage(.flow)),
            .optional("依据", .citation, "哪一条规定了先后", shown: .byPage(.flow)),
            .optional("说明", .text, "一句话说明", shown: .byPage(.flow)),
        ])

    static let policy = RecordShape(
        "政策",
        [
            .required("短码", .code, "永久短码", shown: .byPage(.contact)),
            .required("名称", .text, "标题", shown: .byPage(.head)),
            .optional(
                "曾用名", .list(.textOrRecord(.name)), "以前的标题；印过旧标题的卡还在用", shown: .fact(.document, "以前叫")),
            .optional("文号", .text, "发文字号；不确定就不写", shown: .fact(.document, "文号")),
            .required("发文机关", .text, "谁发的", shown: .fact(.document, "发文机关")),
            .optional("成文日期", .date, "落款的日期", shown: .fact(.document, "成文日期")),
            .optional("公布日期", .date, "公开的日期；写以后的日期，到那天才能看到", shown: .fact(.document, "公布日期")),
            .optional(
                "施行日期", .date, "开始施行的日期；还没有到的，页面写“自这一天起施行”", shown: .fact(.document, "施行日期")),
            .optional("有效期至", .date, "到哪天为止；过了这一天，页面自动写“已到期”", shown: .fact(.document, "有效期至")),
            .optional(
                "状态", .choice(.policyStates), "有效、已废止、已到期或待核；已到期的还要写“有效期至”", shown: .byPage(.head)),
            .optional(
                "性质", .choice(.policyNatures),
                "优惠：给钱、减免或少跑腿；要求：要照着做；方向：只讲往哪里引导。已核对的必写", shown: .byPage(.head)),
            .required("领域", .list(.reference(.field), atLeast: 1), "属于哪些领域", shown: .fact(.document, "领域")),
            .required("适用对象", .text, "谁能用", shown: .fact(.document, "谁能用")),
            .required("要点", .list(.text, atLeast: 1), "几条要点", shown: .byPage(.text)),
            .optional("依据", .oneOrMore(.citation), "它执行或解释哪些法规；法规一改，就列出这项政策", shown: .fact(.document, "依据")),
            .required("解读", .record(.interpretation), "用普通话说", shown: .byPage(.interpretation)),
            .optional("问答", .list(.record(.question)), "常见问题", shown: .byPage(.text)),
            .optional("来源", .record(.source), "官方网页", shown: .fact(.document, "来源")),
        ] + .reviewFields)

    static let interpretation = RecordShape(
        "解读",
        [
            .required("这是什么", .paragraphs, "一两句话", shown: .byPage(.interpretation)),
            .required("谁能用", .paragraphs, "一两句话", shown: .byPage(.interpretation)),
            .required("能得到什么", .paragraphs, "一两句话", shown: .byPage(.interpretation)),
            .required("怎么做", .paragraphs, "一两句话", shown: .byPage(.interpretation)),
            .required("注意什么", .paragraphs, "一两句话", shown: .byPage(.interpretation)),
        ])

    static let notice = RecordShape(
        "通知",
        [
            .required("短码", .code, "永久短码", shown: .byPage(.contact)),
            .required("名称", .text, "标题", shown: .byPage(.head)),
            .optional(
                "曾用名", .list(.textOrRecord(.name)), "以前的标题；印过旧标题的卡还在用", shown: .fact(.document, "以前叫")),
            .required("发布机关", .text, "谁发的", shown: .byPage(.head)),
            .required("发布日期", .date, "发布的日期；写以后的日期，到那天才能看到", shown: .byPage(.head)),
            .optional("有效期至", .date, "到哪天为止", shown: .byPage(.head)),
            .required("领域", .list(.reference(.field), atLeast: 1), "属于哪些领域", shown: .fact(.document, "领域")),
            .required("内容", .paragraphs, "正文，一段一行", shown: .byPage(.text)),
            .optional("示例", .yesNo, "不是真的通知时写“是”", shown: .byPage(.head)),
        ] + .reviewFields)

    static let card = RecordShape(
        "卡",
        [
            .required("打开", .reference(.guide), "扫码打开哪个指南，写文件名", shown: .hidden("印成卡上的二维码")),
            .required("标题", .text, "卡上的大字", shown: .byPage(.card)),
            .optional("副题", .text, "标题下的一句话", shown: .byPage(.card)),
            .required("版本日期", .date, "卡上内容的日期", shown: .byPage(.card)),
        ])
}
