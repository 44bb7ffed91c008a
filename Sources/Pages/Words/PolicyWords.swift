internal import Guides

/// What pages say of a policy's 性质 and of what it is today.
enum PolicyWords {
    static let state = "状态"

    /// What a policy's 性质 means for whoever reads it, as long as the policy stands; before and after that, what it is
    /// going to mean and what it meant.
    static func meaning(_ nature: Policy.Nature, _ standing: PolicyStanding) -> String {
        switch standing {
        case .expired, .repealed: formerMeaning(nature)
        case .notYet(let date): "\(date.chinese)起，" + meaning(nature)
        case .inForce, .unverified: meaning(nature)
        }
    }

    private static func formerMeaning(_ nature: Policy.Nature) -> String {
        switch nature {
        case .benefit: "以前按它给好处，现在不能再按它申报。"
        case .demand: "以前要照着做，现在不再按它。"
        case .direction: "以前讲往哪里引导，现在不再按它。"
        }
    }

    private static func meaning(_ nature: Policy.Nature) -> String {
        switch nature {
        case .benefit: "符合条件的，能得到好处：钱、减免，或者少跑腿、少交材料。"
        case .demand: "和您的项目有关的，要照着做。"
        case .direction: "只讲往哪里引导，本身不给钱，也不增加手续。"
        }
    }

    /// What a policy is, in one or two words.
    static func standing(_ standing: PolicyStanding) -> String {
        switch standing {
        case .notYet(let date): SiteWords.inForceFrom(date)
        case .inForce: Policy.State.valid.rawValue
        case .unverified: Policy.State.unverified.rawValue
        case .expired: Policy.State.expired.rawValue
        case .repealed: Policy.State.repealed.rawValue
        }
    }

    // The banner of a policy that is over.
    static func lastDay(_ date: CalendarDate) -> String { "有效期到\(date.chinese)为止，现在已经过了。" }
    static let askForNewer = "办事、申报不要再按它。有没有新的文件，请打电话问。"
}
