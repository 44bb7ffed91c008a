/// An item with which no rule finds anything wrong, one key a line, so that tests can leave one out or change one.
let sampleItem = """
    短码: CY7MN
    名称: 建筑工程施工许可证核发
    简介: 开工前办。
    事项类型: 行政许可
    实施主体: 济宁市行政审批服务局
    实施主体性质: 法定机关
    行使层级: [市级]
    事项状态: 在用
    事项版本: 1
    设定依据: [建筑法 第七条]
    服务对象: [企业法人]
    办件类型: 承诺件
    办理形式: [窗口办理, 电脑端网上办理]
    到办事现场次数: 0
    法定办结时限: {时限: 7日, 起算: 收到申请, 依据: 建筑法 第八条}
    承诺办结时限: {时限: 1个工作日, 起算: 受理}
    受理条件: [有施工图纸]
    申请材料: [{名称: 申请表, 材料形式: 电子, 必要性: 必要, 来源渠道: 申请人自备}]
    办理流程: [{环节: 申请, 办理人: 申请人, 角色: 申请人}, {环节: 受理, 办理人: 窗口, 角色: 窗口}, {环节: 审查, 办理人: 科室, 角色: 审批部门}, {环节: 决定, 办理人: 局长, 角色: 审批部门}, {环节: 送达, 办理人: 窗口, 角色: 窗口}]
    是否收费: 否
    办理地点: [{大厅: 济宁市政务服务中心}]
    办理结果: {名称: 建筑工程施工许可证, 类型: 证照}
    常见问题: [{问: 几天, 答: 一天}]
    核对: {日期: 2026-11-01, 状态: 示例}
    下次核对: 2027-05-01
    """

/// The same with some lines replaced: `["是否收费": "是否收费: 是"]`.
func sampleItem(_ changes: [String: String]) -> String {
    sampleItem.split(separator: "\n").map { line in
        changes.first { line.hasPrefix($0.key + ":") }?.value ?? String(line)
    }.joined(separator: "\n") + "\n"
}

let sampleSite = """
    名称: 投资项目服务一卡通
    网址: https://yikatong.example
    主管单位: 济宁市行政审批服务局
    地区: 济宁市
    示例数据: 是
    咨询电话: 0537-3239633
    监督投诉电话: "12345"
    政务大厅: [{名称: 济宁市政务服务中心, 地址: 圣贤路7号}]
    领域: [{名称: 房地产开发, 颜色: "#A3322B"}]

    """

let sampleLaw = """
    名称: 中华人民共和国建筑法
    效力级别: 法律
    状态: 现行有效
    条款: [{条: 第七条, 待核: 是}, {条: 第八条, 待核: 是}]
    核对: {日期: 2026-11-01, 状态: 待核}
    下次核对: 2027-05-01

    """

let sampleRoadmap = """
    短码: T6J28
    名称: 房地产开发项目审批全流程
    简介: 从拿地到交房。
    领域: 房地产开发
    项目类型: 社会投资
    适用对象: 开发企业
    阶段: [{名称: 施工许可, 牵头: 住建部门, 事项: [{事项: 施工许可}]}]
    核对: {日期: 2026-11-01, 状态: 示例}
    下次核对: 2027-05-01

    """

let sampleCard = "打开: 房地产开发\n标题: 房地产开发\n版本日期: 2026-11-01\n"

/// A whole small tree without a fault, some of its files replaced or added.
func sampleTree(_ changes: [String: String] = [:]) -> [String: String] {
    [
        "site.yaml": sampleSite, "laws/建筑法.yaml": sampleLaw, "items/施工许可.yaml": sampleItem + "\n",
        "roadmaps/房地产开发.yaml": sampleRoadmap, "cards/房地产开发.yaml": sampleCard,
    ].merging(changes) { $1 }
}
