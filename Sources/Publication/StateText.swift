internal import Guides

/// What an item or a policy is on a day, as data says it.
enum StateText {
    /// All words of items, for the schema.
    static let words = ["在用", "暂停", "尚未生效", "取消"]

    /// All words of policies, for the schema.
    static let policyWords = ["有效", "待核", "尚未施行", "已到期", "已废止"]

    /// Of an item that is no longer done.
    static let gone = words[3]

    static func word(_ state: ItemState) -> String {
        switch state {
        case .inUse: words[0]
        case .paused: words[1]
        case .notYet: words[2]
        case .cancelled: gone
        }
    }

    static func word(_ standing: PolicyStanding) -> String {
        switch standing {
        case .inForce: policyWords[0]
        case .unverified: policyWords[1]
        case .notYet: policyWords[2]
        case .expired: policyWords[3]
        case .repealed: policyWords[4]
        }
    }
}
