/// 事项: the elements of GB/T 39554.2 and GB/T 39046, as guide files name them.
extension RecordShape {
    static let item = RecordShape(
        "事项", elements + [.samples(of: elements.filter(mayBeSample), shown: .guide)] + .reviewFields)

    private static let elements = basics + handling + flow + money + places + results

    /// What pages can mark as a sample; a promised time has a mark of its own.
    private static func mayBeSample(_ field: Field) -> Bool {
        let isMarkable = field.shown.isFact || ["办理地点", "咨询方式", "监督投诉方式"].contains(field.key)
        return isMarkable && field.shape.record?["示例"] == nil
    }

    private static let basics: [Field] = [
        .required("短码", .code, "印在卡上的永久短码，永不更改、永不另用", shown: .byPage(.contact)),
        .required("名称", .text, "事项名称（规范全称）", shown: .byPage(.head)),
        .optional("别名", .list(.textOrRecord(.name)), "日常用语：大家怎么叫它", shown: .fact(.names, "也叫")),
        .optional("曾用名", .list(.textOrRecord(.name)), "以前的正式名称", shown: .fact(.names, "以前叫")),
        .required("简介", .text, "一两句话：这是什么，谁在什么时候要办", shown: .byPage(.head)),
        .required("事项类型", .choice(.itemTypes), "权力类型", shown: .byPage(.head)),
        .optional("基本编码", .identifier(.base), "12位；已核对的必写", shown: .fact(.background, "基本编码")),
        .optional("地方基本编码", .text, "本省另编的基本编码", shown: .fact(.background, "地方基本编码")),
        .optional("实施编码", .identifier(.implementation), "31位；已核对的必写", shown: .fact(.background, "实施编码")),
        .optional("业务办理项名称", .text, "事项下面再分的办理项，与编码一起写", shown: .fact(.names, "办理项")),
        .optional("业务办理项编码", .identifier(.business), "33位", shown: .fact(.background, "业务办理项编码")),
        .required("实施主体", .text, "依法实施的机关", shown: .fact(.office, "由谁办理")),
        .optional(
            "实施主体编码", .identifier(.creditCode), "18位统一社会信用代码；已核对的必写",
            shown: .fact(.background, "办理单位的统一社会信用代码")),
        .required("实施主体性质", .choice(.bodyKinds), "法定机关、授权组织等", shown: .fact(.background, "办理单位的性质")),
        .optional("委托部门", .text, "受谁委托；实施主体性质是受委托组织时必写", shown: .fact(.office, "受谁委托办理")),
        .optional("法定机关", .text, "法律规定的主管部门", shown: .fact(.office, "法律规定由谁管")),
        .required("行使层级", .list(.choice(.levels), atLeast: 1), "由哪几级行使", shown: .fact(.office, "哪一级办")),
        .optional("权限划分", .text, "各级分别办什么", shown: .fact(.office, "各级怎么分工")),
        .optional("权力来源", .choice(.powerSources), "权力从哪里来；已核对的必写", shown: .fact(.background, "权力来源")),
        .optional("联办机构", .list(.text), "一起办理的单位", shown: .fact(.office, "一起办理的单位")),
        .optional("业务主管部门", .text, "业务指导部门", shown: .fact(.office, "业务主管部门")),
        .required(
            "事项状态", .choice(.states), "现在是在用、暂停还是取消；暂停的还要写“暂停”，取消的还要写“取消”", shown: .byPage(.head)),
        .optional("暂停", .record(.pause), "从哪天到哪天暂停、为什么；事项状态是暂停时必写", shown: .byPage(.head)),
        .optional("取消", .record(.cancellation), "从哪天起取消、为什么、现在看哪个指南；事项状态是取消时必写", shown: .byPage(.gone)),
        .required("事项版本", .integer(1...9999), "版本号，每改一次加一", shown: .fact(.background, "第几版")),
        .optional("计划生效日期", .date, "开始办的第一天；这一天以前页面写“自这一天起办理”", shown: .fact(.names, "从哪天开始办")),
        .optional("计划取消日期", .date, "不再办的第一天；从这一天起扫码看到取消说明", shown: .fact(.names, "从哪天起不再办")),
        .optional("适用范围", .text, "哪些项目要办、哪些不用办", shown: .fact(.names, "适用范围")),
        .required("设定依据", .list(.citation, atLeast: 1), "设定这一事项的法规和条款", shown: .byPage(.basis)),
        .optional("曾用依据", .list(.record(.formerBasis)), "已经废止的依据", shown: .byPage(.basis)),
    ]

    private static let handling: [Field] = [
        .required("服务对象", .list(.choice(.audiences), atLeast: 1), "谁可以申请", shown: .fact(.applicant, "谁可以办")),
        .required("办件类型", .choice(.handling), "即办件当场办结；承诺件按承诺时限办结", shown: .fact(.background, "办件类型")),
        .required("办理形式", .list(.choice(.channels), atLeast: 1), "可以用哪些方式办", shown: .fact(.channel, "怎么办")),
        .required(
            "到办事现场次数", .integer(0...20), "最少要到现场几次",
            shown: .fact(.visit, "要到现场几次", .count(zero: "不用到现场", unit: "次"))),
        .optional("必须现场办理原因", .text, "次数大于0时必写", shown: .fact(.visit, "为什么要到现场")),
        .required("法定办结时限", .record(.statutoryTime), "法律规定的最长时间", shown: .fact(.time, "法律规定最长多久（法定时限）")),
        .required("承诺办结时限", .record(.promisedTime), "本地承诺的时间，不得长于法定", shown: .fact(.promise, "承诺多久办完（承诺时限）")),
        .required("受理条件", .list(.text, atLeast: 1), "符合什么条件才能受理", shown: .fact(.applicant, "受理条件", .bulleted)),
        .optional("数量限制", .text, "有没有名额", shown: .fact(.applicant, "名额有没有限制")),
        .optional("情形", .list(.record(.situation)), "决定要哪些材料、走哪些环节的问题", shown: .byPage(.materials)),
        .required("申请材料", .list(.record(.material)), "材料目录", shown: .byPage(.materials)),
    ]

    private static let flow: [Field] = [
        .required("办理流程", .list(.record(.step), atLeast: 1), "环节；不另写的，下一步就是下一项", shown: .byPage(.flow)),
        .optional(
            "特别程序", .list(.record(.specialProcedure)), "听证、专家评审、公示等；没有的写[]，已核对的必写",
            shown: .fact(.examination, "另外花时间的程序")),
        .optional("中介服务", .list(.record(.intermediary)), "需要中介做的事", shown: .fact(.examination, "要请机构做的（中介服务）")),
        .optional("审查方式", .text, "书面审查、现场核查等", shown: .fact(.examination, "怎么审查")),
        .optional("审查标准", .text, "按什么标准审查", shown: .fact(.examination, "按什么标准审查")),
    ]

    private static let money: [Field] = [
        .required("是否收费", .yesNo, "是或否", shown: .fact(.cost, "收费", .answer(yes: "收费", no: "不收费"))),
        .optional("收费依据", .oneOrMore(.citation), "收费或者不收费的依据", shown: .fact(.cost, "收费或不收费的依据")),
        .optional("收费项目", .list(.record(.fee)), "收费的名称、标准和减免", shown: .fact(.cost, "收哪些费")),
        .optional(
            "是否支持网上支付", .yesNo, "是或否；已核对的必写",
            shown: .fact(.service, "网上交费", FactWords().withNo(where: "是否收费", has: "是"))),
        .optional("是否支持物流快递", .yesNo, "是或否；已核对的必写", shown: .fact(.service, "快递寄送")),
        .optional(
            "是否支持预约办理", .yesNo, "是或否；已核对的必写",
            shown: .fact(.service, "预约办理", FactWords().withNo(where: "办理形式", has: "窗口办理"))),
        .optional(
            "是否支持自助终端", .yesNo, "是或否；已核对的必写",
            shown: .fact(.service, "自助机办理", FactWords().withNo(where: "办理形式", has: "窗口办理"))),
        .optional("是否进驻政务大厅", .yesNo, "是或否；已核对的必写", shown: .fact(.service, "在政务大厅办理")),
        .optional(
            "是否告知承诺制", .yesNo, "是或否",
            shown: .fact(.applicant, "能先承诺再补材料吗（告知承诺）", .answer(yes: "能：书面承诺符合条件，可以先办", no: "不能"))),
        .optional(
            "是否容缺受理", .yesNo, "次要材料缺少时可否先受理、后补交",
            shown: .fact(.applicant, "材料没齐能先受理吗（容缺受理）", .answer(yes: "能：次要材料可以先受理、后补交", no: "不能"))),
    ]

    private static let places: [Field] = [
        .optional("网上办理深度", .list(.choice(.onlineDepths)), "网上能办到哪一步", shown: .fact(.online, "网上能办到哪一步")),
        .optional("网办地址", .url, "网上办理的地址", shown: .fact(.online, "网上办理")),
        .optional("移动端办理地址", .url, "手机办理的地址", shown: .fact(.online, "用手机办")),
        .optional("计算机端跳转地址", .url, "从一体化平台跳转到的地址", shown: .data("平台之间跳转用，申请人从网办地址进")),
        .optional("是否对接单点登录", .yesNo, "是或否", shown: .data("平台之间对接用")),
        .optional("通办范围", .choice(.reach), "可以在哪些地方办", shown: .fact(.visit, "哪些地方都能办（通办范围）")),
        .required("办理地点", .list(.record(.counter)), "哪个大厅、哪个窗口", shown: .byPage(.contact)),
        .optional("咨询方式", .record(.contact), "不写就用site.yaml的", shown: .byPage(.contact)),
        .optional("监督投诉方式", .record(.contact), "不写就用site.yaml的", shown: .byPage(.contact)),
        .optional("法人主题分类", .list(.text), "面向法人的主题", shown: .data("政务平台用来归类")),
        .optional("自然人主题分类", .list(.text), "面向自然人的主题", shown: .data("政务平台用来归类")),
    ]

    private static let results: [Field] = [
        .required("办理结果", .record(.result), "办完拿到什么", shown: .fact(.outcome, "办完拿到")),
        .optional("权利和义务", .paragraphs, "申请人的权利和义务", shown: .fact(.rights, "权利和义务")),
        .optional("行政复议", .text, "不服怎么办", shown: .fact(.rights, "不服怎么办（行政复议）")),
        .optional("行政诉讼", .text, "不服怎么办", shown: .fact(.rights, "不服怎么办（行政诉讼）")),
        .required("常见问题", .list(.record(.question), atLeast: 1), "申请人常问的话", shown: .byPage(.guide)),
    ]

    static let pause = RecordShape(
        "暂停",
        [
            .required("起", .date, "暂停的第一天；写以后的日期，到那天才暂停", shown: .byPage(.head)),
            .optional("止", .date, "暂停的最后一天，第二天自动恢复；还不知道就不写", shown: .byPage(.head)),
            .required("原因", .text, "写给申请人看：为什么暂停", shown: .byPage(.head)),
        ])

    static let cancellation = RecordShape(
        "取消",
        [
            .optional("日期", .date, "不再办的第一天；写了计划取消日期的不用写", shown: .byPage(.gone)),
            .required("原因", .text, "写给扫码的人看：为什么取消", shown: .byPage(.gone)),
            .optional("接替", .reference(.guide), "现在看哪个指南，写文件名", shown: .byPage(.gone)),
        ])

    static let formerBasis = RecordShape(
        "曾用依据",
        [
            .required("法规", .reference(.law), "法规文件的名称", shown: .byPage(.basis)),
            .optional("条款", .oneOrMore(.text), "条款号", shown: .byPage(.basis)),
            .required("止", .date, "何时不再是依据", shown: .byPage(.basis)),
            .optional("说明", .text, "由什么代替", shown: .byPage(.basis)),
        ])

    static let material = RecordShape(
        "申请材料",
        [
            .required("名称", .text, "材料名称", shown: .byPage(.materials)),
            .optional("材料类型", .choice(.materialKinds), "证照、表格或其他", shown: .byPage(.materials)),
            .required("材料形式", .choice(.materialForms), "纸质、电子，或都可以", shown: .byPage(.materials)),
            .optional("原件份数", .integer(0...99), "几份原件", shown: .byPage(.materials)),
            .optional("复印件份数", .integer(0...99), "几份复印件", shown: .byPage(.materials)),
            .optional("纸质规格", .text, "如A4", shown: .byPage(.materials)),
            .required(
                "必要性", .choice(.materialNeeds), "必要、非必要、容缺后补（可以先受理后补交）、免交（部门共享，不用交）",
                shown: .byPage(.materials)),
            .required("来源渠道", .choice(.materialSources), "谁出这份材料", shown: .byPage(.materials, unless: "来源说明")),
            .optional("来源说明", .text, "具体由谁出", shown: .byPage(.materials)),
            .optional("说明", .text, "用普通话说它是什么、要注意什么", shown: .byPage(.materials)),
            .optional("依据", .citation, "为什么要这份材料", shown: .byPage(.materials)),
            .optional("仅当", .oneOrMore(.text), "只在这些情形下需要", shown: .byPage(.materials)),
            .optional("填报须知", .paragraphs, "怎么填", shown: .byPage(.materials)),
            .optional("受理标准", .paragraphs, "什么样的才收", shown: .byPage(.materials)),
            .optional("空白表格", .url, "空白表格的地址", shown: .byPage(.materials)),
            .optional("示例样表", .url, "填好的样表的地址", shown: .byPage(.materials)),
        ])

    static let step = RecordShape(
        "办理流程",
        [
            .required("环节", .text, "环节名称，文件内不重复", shown: .byPage(.flow)),
            .required("办理人", .text, "谁来做", shown: .byPage(.flow)),
            .required("角色", .choice(.actors), "申请人、窗口、审批部门或第三方；决定流程图的颜色", shown: .byPage(.flow)),
            .optional("时限", .timeLimit, "这一环节的时间", shown: .byPage(.flow)),
            .optional("不计时限", .yesNo, "时间依法不算在承诺时限里的，写“是”", shown: .byPage(.flow)),
            .optional("依据", .citation, "法规和条款", shown: .byPage(.flow)),
            .optional("说明", .text, "一句话说明", shown: .byPage(.flow)),
            .optional("仅当", .oneOrMore(.text), "只在这些情形下有这一环节", shown: .byPage(.flow)),
            .optional("下一步", .text, "另一个环节的名称，或“结束”", shown: .byPage(.flow)),
            .optional("分支", .mapping(of: .text), "条件: 去哪个环节", shown: .byPage(.flow)),
        ])

    static let specialProcedure = RecordShape(
        "特别程序",
        [
            .required("名称", .text, "听证、专家评审、公示等", shown: .lead),
            .optional("种类", .choice(.procedureKinds), "延长审批时限的写“延长审批”，其他的写“其他”", shown: .line("种类：")),
            .optional("依据", .citation, "法规和条款", shown: .line("依据：")),
            .optional("时限", .timeLimit, "需要多久", shown: .bracket()),
            .optional("说明", .text, "一句话说明", shown: .line()),
        ])

    static let intermediary = RecordShape(
        "中介服务",
        [
            .required("名称", .text, "做什么", shown: .lead),
            .optional("依据", .citation, "法规和条款", shown: .line("依据：")),
            .optional("委托方", .choice(.principals), "谁委托、谁付费", shown: .bracket(before: "由", after: "委托")),
            .optional("说明", .text, "一句话说明", shown: .line()),
        ])

    static let fee = RecordShape(
        "收费项目",
        [
            .required("名称", .text, "收什么费", shown: .lead),
            .optional("标准", .text, "多少钱", shown: .line()),
            .optional("减免", .text, "什么情况可以减免", shown: .line("减免：")),
            .optional("减免依据", .text, "减免的文件", shown: .line("减免的依据：")),
            .optional("依据", .text, "收费文件", shown: .line("依据：")),
        ])

    static let counter = RecordShape(
        "办理地点",
        [
            .required("大厅", .reference(.hall), "site.yaml里的政务大厅", shown: .byPage(.contact)),
            .optional("窗口", .text, "窗口名称或号码", shown: .byPage(.contact)),
            .optional("办公时间", .text, "与大厅不同时写", shown: .byPage(.contact)),
        ])

    static let result = RecordShape(
        "办理结果",
        [
            .required("名称", .text, "证照或批文的名称", shown: .lead),
            .required("类型", .choice(.results), "证照、批文或其他", shown: .bracket()),
            .optional("样本", .url, "样本的地址；已核对的要写", shown: .link("看样本")),
            .optional("有效期", .text, "多长时间有效", shown: .line("有效期：")),
            .optional("年检年报", .text, "要不要年检、年报", shown: .line("年检年报：")),
            .optional("有效期依据", .citation, "法规和条款", shown: .line("有效期的依据：")),
            .optional("送达方式", .list(.choice(.deliveries)), "怎么拿到", shown: .line("怎么拿到：")),
            .optional("送达时限", .record(.statutoryTime), "决定后多久送到", shown: .line("多久送到：")),
        ])
}
