/// The values that a new file starts with: what the tree itself tells, and marks where a clerk must write.
///
/// A mark keeps the file from the public until it is filled in; nothing stands here that looks like a fact and is none.
enum TemplateSamples {
    private static let mark = UnfilledTemplate.mark

    /// Nil for the calendar and the lists of codes, which nobody starts from a template.
    static func samples(
        for kind: FileKind, name: String, code: ShortCode?, today: CalendarDate, context: FileTemplate.Context,
        opening guide: String?
    ) -> [String: String]? {
        let later = CalendarDate(daysSinceEpoch: today.daysSinceEpoch + 182)
        var samples: [String: String] =
            switch kind {
            case .item: item(context)
            case .roadmap: roadmap
            case .law: law
            case .policy: policy
            case .notice: notice(context, today)
            case .site: site
            case .card:
                ["打开": guide.map(quoted) ?? mark, "标题": quoted(name), "版本日期": today.description]
            default: [:]
            }
        guard !samples.isEmpty else { return nil }
        if kind != .card {
            samples["名称"] = quoted(name)
            // What the kind's shape does not know is not written.
            samples["核对"] = "{日期: \(today), 单位: \(quoted(context.authority)), 状态: 待核}"
            samples["下次核对"] = later.description
        }
        if let code { samples["短码"] = quoted(code.text) }
        return samples
    }

    /// In quotation marks, so that nothing in it is taken for YAML; a mark where there is nothing.
    private static func quoted(_ text: String) -> String {
        text.isEmpty ? mark : "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private static var site: [String: String] {
        [
            "网址": mark,
            "主管单位": mark, "地区": mark, "示例数据": mark, "咨询电话": mark,
            "政务大厅": "- {名称: \(mark), 地址: \(mark)}",
            "领域": "- {名称: \(mark), 颜色: \"#1D4F91\", 说明: \(mark)}",
        ]
    }

    private static func item(_ context: FileTemplate.Context) -> [String: String] {
        [
            "简介": mark,
            "事项类型": mark,
            "实施主体": quoted(context.authority),
            "实施主体性质": mark,
            "行使层级": "[\(mark)]",
            "事项状态": "在用",
            "事项版本": "1",
            "设定依据": "[\(mark)]",
            "服务对象": "[\(mark)]",
            "办件类型": mark,
            "办理形式": "[\(mark)]",
            "到办事现场次数": mark,
            "法定办结时限": "{时限: \(mark), 起算: \(mark), 依据: \(mark)}",
            "承诺办结时限": "{时限: \(mark), 起算: 受理}",
            "受理条件": "- \(mark)",
            "申请材料": """
            - 名称: \(mark)
              材料形式: \(mark)   # 纸质、电子，或纸质或电子
              原件份数: \(mark)   # 只写数字；不用纸质的删去这一行
              必要性: \(mark)   # 必要、非必要、容缺后补或免交
              来源渠道: \(mark)   # 申请人自备、政府部门核发等
              说明: \(mark)   # 用普通话说它是什么、要注意什么
            """,
            "办理流程": """
            - {环节: 申请, 办理人: 申请人, 角色: 申请人}
            - {环节: 受理, 办理人: \(mark), 角色: 窗口, 时限: \(mark), 分支: {材料不齐: 一次告知补正}}
            - {环节: 审查, 办理人: \(mark), 角色: 审批部门, 时限: \(mark)}
            - {环节: 决定, 办理人: \(mark), 角色: 审批部门, 时限: \(mark), 分支: {不符合: 不予办理}}
            - {环节: 送达, 办理人: \(mark), 角色: 窗口, 时限: \(mark), 下一步: 结束}
            - {环节: 一次告知补正, 办理人: \(mark), 角色: 窗口, 下一步: 申请}
            - {环节: 不予办理, 办理人: \(mark), 角色: 审批部门, 下一步: 结束}
            """,
            "是否收费": mark,
            "办理地点": "- {大厅: \(context.halls.count == 1 ? quoted(context.halls[0]) : mark)}",
            "办理结果": "{名称: \(mark), 类型: \(mark)}",
            "常见问题": "- {问: \(mark), 答: \(mark)}",
        ]
    }

    private static var roadmap: [String: String] {
        [
            "简介": mark, "领域": mark, "项目类型": mark, "适用对象": mark,
            "阶段": """
            - 名称: \(mark)
              牵头: \(mark)
              事项:
                - 事项: \(mark)   # items里的文件名，不写.yaml
            """,
        ]
    }

    private static var law: [String: String] {
        ["效力级别": mark, "施行日期": mark, "状态": mark, "条款": "- {条: \(mark), 待核: 是}"]
    }

    private static var policy: [String: String] {
        [
            "发文机关": mark, "性质": mark, "领域": "[\(mark)]", "适用对象": mark, "要点": "- \(mark)",
            "解读": """
            这是什么: \(mark)
            谁能用: \(mark)
            能得到什么: \(mark)
            怎么做: \(mark)
            注意什么: \(mark)
            """,
        ]
    }

    private static func notice(_ context: FileTemplate.Context, _ today: CalendarDate) -> [String: String] {
        ["发布机关": quoted(context.authority), "发布日期": today.description, "领域": "[\(mark)]", "内容": mark]
    }
}
