extension LineBreaking {
    /// Words of approval guides that read badly when a line's end splits them.
    ///
    /// Chinese has no spaces and we carry no dictionary: this short list covers what stands on cards and in
    /// flowcharts. A word that is missing here can be kept whole by a word joiner (U+2060) in the text.
    package static let commonWords: [String] = [
        // Things and people
        "二维码", "浏览器", "微信", "扫一扫", "卡号", "验证码", "密码", "流程图", "一卡通", "窗口", "大厅", "网站", "手机", "电话",
        "申请人", "申请", "材料", "清单", "指南", "依据", "条件", "表格", "原件", "复印件", "电子件", "纸质", "电子", "证照", "证明", "合同", "图纸",
        "企业", "单位", "部门", "机关", "机构", "专家", "政府", "中心", "服务", "政务", "事项", "项目", "工程", "阶段", "环节",
        // Acts
        "受理", "审查", "审核", "审批", "批准", "核准", "核发", "备案", "登记", "公示", "公告", "听证", "评审", "评估", "勘验",
        "验收", "竣工", "施工", "设计", "勘察", "监理", "招标", "投标", "中标", "补正", "送达", "领取", "办理", "决定", "许可",
        "打开", "对准", "输入", "收费", "索要", "投资", "建设", "开发", "规划", "用地", "土地", "消防", "人防", "环境", "影响",
        "节能", "报告", "方案", "意见", "质量", "安全", "监督", "手续", "变更", "延期", "注销", "不予",
        // Longer names whose parts are words themselves
        "许可证", "意见书", "通知书", "申请表", "报告书", "报告表", "承诺书", "决定书", "委托书", "营业执照", "身份证",
        "房地产", "不动产", "工作日", "自然日", "行政审批", "服务局", "主管部门", "法定代表人", "统一社会信用代码",
        // Fields
        "重大产业", "民生发展", "基础提升", "高端化工", "现代物流", "济宁市",
    ]
}
