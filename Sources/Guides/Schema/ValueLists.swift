extension ValueList {
    /// GB/T 39046—2020 表 A.1.
    static let itemTypes = ValueList(
        "事项类型",
        ["行政许可", "行政处罚", "行政强制", "行政征收", "行政给付", "行政检查", "行政确认", "行政奖励", "行政裁决", "其他行政权力", "公共服务"])
    /// GB/T 39046—2020 表 A.2, without 分级管理, which is said by naming several levels.
    static let levels = ValueList("行使层级", ["国家级", "省级", "市级", "县级", "镇（乡、街道）级", "村（社区）级"])
    /// GB/T 39046—2020 表 A.3.
    static let bodyKinds = ValueList("实施主体性质", ["法定机关", "授权组织", "受委托组织", "其他"])
    /// GB/T 39046—2020 表 A.4 with 非法人企业 and 其他组织 of the platforms' newer list.
    static let audiences = ValueList(
        "服务对象", ["自然人", "企业法人", "事业法人", "社会组织法人", "非法人企业", "行政机关", "其他组织"])
    /// GB/T 39046—2020 表 A.5.
    static let channels = ValueList("办理形式", ["窗口办理", "电脑端网上办理", "移动端网上申请", "快递申请", "其他"])
    /// GB/T 39046—2020 表 A.6.
    static let handling = ValueList("办件类型", ["即办件", "承诺件", "其他"])
    static let powerSources = ValueList(
        "权力来源", ["法定本级行使", "上级下放", "上级授权", "同级授权", "上级委托", "同级委托"])
    static let states = ValueList("事项状态", ["在用", "暂停", "取消"])
    static let onlineDepths = ValueList(
        "网上办理深度",
        ["互联网咨询", "互联网收件", "互联网预审", "互联网受理", "互联网办理", "互联网办理结果信息反馈", "互联网电子证照反馈", "其他"])
    static let reach = ValueList("通办范围", ["全国", "全省", "全市", "全县", "无"])
    /// GB/T 39046—2020 表 A.7.
    static let procedureKinds = ValueList("特别程序种类", ["延长审批", "其他"])
    static let materialKinds = ValueList("材料类型", ["证件证书证明", "申请表格文书", "其他"])
    static let materialForms = ValueList("材料形式", ["纸质", "电子", "纸质或电子"])
    static let materialNeeds = ValueList("必要性", ["必要", "非必要", "容缺后补", "免交"])
    static let materialSources = ValueList(
        "来源渠道", ["申请人自备", "政府部门核发", "中介机构或法定机构产生", "企事业单位产生", "其他"])
    static let actors = ValueList("角色", ["申请人", "窗口", "审批部门", "第三方"])
    static let principals = ValueList("委托方", ["申请人", "审批部门"])
    static let results = ValueList("结果类型", ["证照", "批文", "其他"])
    static let deliveries = ValueList("送达方式", ["窗口领取", "邮寄送达", "电子证照", "网上下载"])
    static let lawRanks = ValueList(
        "效力级别", ["法典", "法律", "行政法规", "地方性法规", "部门规章", "地方政府规章", "规范性文件"])
    static let lawStates = ValueList("法规状态", ["现行有效", "已废止", "尚未施行"])
    static let policyStates = ValueList("政策状态", ["有效", "已废止", "已到期", "待核"])
    static let policyNatures = ValueList("政策性质", ["优惠", "要求", "方向"])
    static let reviewStates = ValueList("核对状态", ["已核对", "示例", "待核"])
}
