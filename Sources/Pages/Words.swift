/// The words of the interface that occur more than once, so that the same thing is always called the same.
enum Words {
    static let flowchart = "审批流程图"
    static let guide = "服务指南"
    static let materials = "申请材料"
    static let basis = "实施依据"
    static let policies = "政策和通知"
    static let contact = "联系"
    static let safety = "本页不收费，不索要密码或验证码。"
    static let unverifiedArticle = "条款待核"
    static let sample = "示例"
}

/// A section of a page and its place in the bar.
enum Section: String, CaseIterable {
    case flow, guide, materials, basis, policies, contact

    /// The heading.
    var title: String {
        switch self {
        case .flow: Words.flowchart
        case .guide: Words.guide
        case .materials: Words.materials
        case .basis: Words.basis
        case .policies: Words.policies
        case .contact: Words.contact
        }
    }

    /// The two or three characters in the bar.
    var short: String {
        switch self {
        case .flow: "流程图"
        case .guide: "指南"
        case .materials: "材料"
        case .basis: "依据"
        case .policies: "政策"
        case .contact: "联系"
        }
    }
}
