/// The values that a new file starts with: valid as they stand, and plainly to be replaced.
enum TemplateSamples {
    static func samples(
        for kind: FileKind, name: String, code: ShortCode?, today: CalendarDate, context: FileTemplate.Context
    ) -> [String: String]? {
        let later = CalendarDate(daysSinceEpoch: today.daysSinceEpoch + 182)
        var samples: [String: String] =
            switch kind {
            case .item: item(context)
            case .roadmap: roadmap(context)
            case .law: law(today)
            case .policy: policy(context)
            case .notice: notice(context, today)
            case .card: card(name, context, today)
            default: [:]
            }
        guard !samples.isEmpty else { return nil }
        if kind != .card {
            samples["名称"] = quoted(name)
            samples["核对"] = "{日期: \(today), 单位: \(quoted(context.authority)), 状态: 待核}"
            samples["下次核对"] = later.description
        }
        if let code { samples["短码"] = quoted(code.text) }
        return samples
    }

    /// In quotation marks, so that nothing in it is taken for YAML.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private static func item(_ context: FileTemplate.Context) -> [String: String] {
        [
            "简介": "一两句话说明这是什么、谁在什么时候要办。",
            "事项类型": "其他行政权力",
            "实施主体": quoted(context.authority),
            "实施主体性质": "法定机关",
            "行使层级": "[市级]",
            "事项状态": "在用",
            "事项版本": "1",
            "设定依据": "[\(quoted(context.citation))]",
            "服务对象": "[企业法人]",
            "办件类型": "承诺件",
            "办理形式": "[窗口办理]",
            "到办事现场次数": "1",
            "必须现场办理原因": "写明为什么要到现场。",
            "法定办结时限": "{时限: 20个工作日, 起算: 受理, 依据: \(quoted(context.citation))}",
            "承诺办结时限": "{时限: 5个工作日, 起算: 受理, 示例: 是}",
            "受理条件": "- 写一条受理条件。",
            "申请材料": """
            - 名称: 申请表
              材料形式: 纸质或电子
              原件份数: 1
              必要性: 必要
              来源渠道: 申请人自备
              说明: 写清它是什么、要注意什么。
            """,
            "办理流程": """
            - {环节: 申请, 办理人: 申请人, 角色: 申请人}
            - {环节: 受理, 办理人: 综合窗口, 角色: 窗口, 时限: 0.5个工作日, 分支: {材料不齐: 一次告知补正}}
            - {环节: 审查, 办理人: 审批科室, 角色: 审批部门, 时限: 3个工作日}
            - {环节: 决定, 办理人: 首席代表, 角色: 审批部门, 时限: 1个工作日, 分支: {不符合: 不予办理}}
            - {环节: 送达, 办理人: 综合窗口, 角色: 窗口, 时限: 0.5个工作日, 下一步: 结束}
            - {环节: 一次告知补正, 办理人: 综合窗口, 角色: 窗口, 下一步: 申请}
            - {环节: 不予办理, 办理人: 首席代表, 角色: 审批部门, 下一步: 结束}
            """,
            "是否收费": "否",
            "办理地点": "- {大厅: \(quoted(context.hall))}",
            "办理结果": "{名称: 批复, 类型: 批文}",
            "常见问题": "- {问: 申请人会问的话？, 答: 简短直接的回答。}",
        ]
    }

    private static func roadmap(_ context: FileTemplate.Context) -> [String: String] {
        [
            "简介": "一两句话说明给谁看，从哪到哪。",
            "领域": quoted(context.field),
            "项目类型": "哪类项目",
            "适用对象": "谁的项目",
            "阶段": """
            - 名称: 立项用地规划许可
              牵头: 自然资源和规划部门
              事项:
                - 事项: \(quoted(context.item))
            """,
        ]
    }

    private static func law(_ today: CalendarDate) -> [String: String] {
        ["效力级别": "法律", "施行日期": today.description, "状态": "现行有效", "条款": "- {条: 第一条, 待核: 是}"]
    }

    private static func policy(_ context: FileTemplate.Context) -> [String: String] {
        [
            "发文机关": "谁发的", "领域": "[\(quoted(context.field))]", "适用对象": "谁能用", "要点": "- 写一条要点。",
            "解读": """
            这是什么: 一两句话。
            谁能用: 一两句话。
            能得到什么: 一两句话。
            怎么做: 一两句话。
            注意什么: 一两句话。
            """,
        ]
    }

    private static func notice(_ context: FileTemplate.Context, _ today: CalendarDate) -> [String: String] {
        [
            "发布机关": quoted(context.authority), "发布日期": today.description, "领域": "[\(quoted(context.field))]",
            "内容": "写通知的正文，一段一行。",
        ]
    }

    private static func card(_ name: String, _ context: FileTemplate.Context, _ today: CalendarDate) -> [String: String]
    {
        ["打开": quoted(context.guide), "标题": quoted(name), "版本日期": today.description]
    }
}
