internal import TestSupport

/// Guides and cards that a test may change.
protocol ChangeableTree {
    var guides: String { get }
    var cards: String { get }
}

extension GuideTreeCopy: ChangeableTree {}

/// Files of every kind that lean on one another as those of a city do, so few and so short that all their pages are
/// made in a moment.
struct ReloadTree: ChangeableTree {
    let folder: TemporaryFolder
    var guides: String { folder.path("guides") }
    var cards: String { folder.path("cards") }

    init() throws {
        folder = try TemporaryFolder()
        for (name, text) in ReloadTree.files { try folder.write(text, to: name) }
    }

    private static let files = [
        "guides/site.yaml": site, "guides/calendar/2026.yaml": calendar, "guides/retired.yaml": retired,
        "guides/laws/建筑法.yaml": law("中华人民共和国建筑法", articles: ["第七条", "第八条"]),
        "guides/laws/消防法.yaml": law("中华人民共和国消防法", articles: ["第十三条"]),
        "guides/items/施工许可.yaml": permit,
        "guides/items/消防验收.yaml": item("K83N9", "消防验收", basis: "消防法 第十三条"),
        "guides/items/排水许可.yaml": item("H1MN5", "排水许可", basis: "消防法 第十三条"),
        "guides/policies/专项债券管理.yaml": policy("STJ0M", "专项债券管理", number: "国办发〔2024〕52号", field: "基础提升"),
        "guides/policies/化工园区.yaml": policy("SHE06", "化工园区管理", number: "国办发〔2023〕1号", field: "高端化工"),
        "guides/notices/联合验收.yaml": notice, "guides/roadmaps/房地产开发.yaml": roadmap,
        "cards/房地产开发.yaml": "打开: 房地产开发\n标题: 房地产开发\n版本日期: 2026-11-01\n",
    ]

    private static let review = """
        核对: {日期: 2026-11-01, 状态: 示例}
        下次核对: 2027-05-01

        """

    private static let site = """
        名称: 投资项目服务一卡通
        网址: https://yikatong.example
        短码: 421PA
        主管单位: 济宁市行政审批服务局
        地区: 济宁市
        示例数据: 是
        咨询电话: 0537-3239633
        监督投诉电话: "12345"
        政务大厅: [{名称: 济宁市政务服务中心, 地址: 圣贤路7号}]
        领域:
          - {名称: 房地产开发, 颜色: "#A3322B"}
          - {名称: 基础提升, 颜色: "#3D4F5C"}
          - {名称: 高端化工, 颜色: "#5F3B82"}

        """

    private static let calendar = """
        年份: 2026
        放假: [{名称: 国庆节, 起: 2026-10-01, 止: 2026-10-07}]
        调休上班: []
        依据: 示例
        核对: {日期: 2026-11-01, 状态: 示例}

        """

    private static let retired = """
        退役:
          - {短码: "00000", 名称: 旧事项, 日期: 2026-10-01, 原因: 并入施工许可, 接替: 施工许可}

        """

    private static func law(_ name: String, articles: [String]) -> String {
        """
        名称: \(name)
        效力级别: 法律
        状态: 现行有效
        条款:

        """ + articles.map { "  - {条: \($0), 待核: 是}\n" }.joined() + review
    }

    /// The item that tests edit.
    private static let permit = """
        短码: CY7MN
        名称: 建筑工程施工许可证核发
        别名: [施工许可证, 开工证]
        简介: 开工前办。
        事项类型: 行政许可
        实施主体: 济宁市行政审批服务局
        实施主体性质: 法定机关
        行使层级: [市级]
        事项状态: 在用
        事项版本: 2
        设定依据:
          - 建筑法 第七条、第八条
          - 消防法 第十三条
        服务对象: [企业法人]
        办件类型: 承诺件
        办理形式: [窗口办理, 电脑端网上办理]
        到办事现场次数: 0
        法定办结时限: {时限: 7日, 起算: 收到申请, 依据: 建筑法 第八条}
        承诺办结时限: {时限: 1个工作日, 起算: 受理}
        受理条件: [有施工图纸]
        情形: [{名称: 依法必须招标, 问: 施工是不是依法必须招标？}]
        申请材料:
          - {名称: 申请表, 材料形式: 电子, 必要性: 必要, 来源渠道: 申请人自备}
          - {名称: 中标通知书, 材料形式: 电子, 必要性: 必要, 来源渠道: 申请人自备, 仅当: 依法必须招标}
        办理流程:
          - {环节: 申请, 办理人: 申请人, 角色: 申请人}
          - {环节: 受理, 办理人: 窗口, 角色: 窗口}
          - {环节: 审查, 办理人: 科室, 角色: 审批部门, 依据: 建筑法 第八条}
          - {环节: 决定, 办理人: 局长, 角色: 审批部门}
          - {环节: 送达, 办理人: 窗口, 角色: 窗口}
        是否收费: 否
        办理地点: [{大厅: 济宁市政务服务中心}]
        办理结果: {名称: 建筑工程施工许可证, 类型: 证照}
        常见问题: [{问: 几天, 答: 一天}]
        更新记录: [{日期: 2026-11-01, 内容: 首次编写。}]
        """ + "\n" + review

    private static func item(_ code: String, _ name: String, basis: String) -> String {
        """
        短码: \(code)
        名称: \(name)
        别名: [\(name)证]
        简介: 说的是\(name)。
        事项类型: 行政许可
        实施主体: 济宁市行政审批服务局
        实施主体性质: 法定机关
        行使层级: [市级]
        事项状态: 在用
        事项版本: 1
        设定依据: [\(basis)]
        服务对象: [企业法人]
        办件类型: 承诺件
        办理形式: [窗口办理]
        到办事现场次数: 1
        必须现场办理原因: 核对原件
        法定办结时限: {时限: 20个工作日, 起算: 受理}
        承诺办结时限: {时限: 1个工作日, 起算: 受理}
        受理条件: [材料齐全]
        申请材料: [{名称: \(name)申请表, 材料形式: 纸质, 原件份数: 1, 必要性: 必要, 来源渠道: 申请人自备}]
        办理流程:
          - {环节: 申请, 办理人: 申请人, 角色: 申请人}
          - {环节: 受理, 办理人: 窗口, 角色: 窗口}
          - {环节: 审查, 办理人: 科室, 角色: 审批部门}
          - {环节: 决定, 办理人: 局长, 角色: 审批部门}
          - {环节: 送达, 办理人: 窗口, 角色: 窗口}
        是否收费: 否
        办理地点: [{大厅: 济宁市政务服务中心}]
        办理结果: {名称: \(name)证书, 类型: 证照}
        常见问题: [{问: 几天, 答: 一天}]
        更新记录: [{日期: 2026-11-01, 内容: 首次编写。}]
        """ + "\n" + review
    }

    private static let roadmap = """
        短码: SN2GM
        名称: 房地产开发项目审批全流程
        简介: 从拿地到交房。
        领域: 房地产开发
        项目类型: 社会投资
        适用对象: 开发企业
        阶段:
          - {名称: 施工许可, 牵头: 住建部门, 事项: [{事项: 施工许可}]}
          - 名称: 竣工验收
            牵头: 住建部门
            事项: [{事项: 消防验收, 前置: [{事项: 施工许可, 依据: 消防法 第十三条}]}]
        """ + "\n" + review

    private static func policy(_ code: String, _ name: String, number: String, field: String) -> String {
        """
        短码: \(code)
        名称: 关于\(name)的意见
        文号: \(number)
        发文机关: 国务院办公厅
        公布日期: 2024-12-25
        状态: 待核
        领域: [\(field)]
        适用对象: 项目单位
        要点: [说的是\(name)]
        解读: {这是什么: 一个文件, 谁能用: 项目单位, 能得到什么: 说明, 怎么做: 问窗口, 注意什么: 以原文为准}
        """ + "\n" + review
    }

    private static let notice = """
        短码: AT28Q
        名称: 联合验收服务的通知
        发布机关: 济宁市行政审批服务局
        发布日期: 2026-11-02
        领域: [房地产开发]
        内容: 竣工后可以合在一起申请。
        示例: 是
        """ + "\n" + review
}
