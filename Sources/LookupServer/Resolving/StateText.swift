internal import Guides

/// What an item is on a day, as data says it.
enum StateText {
    /// All words, for the schema.
    static let words = ["在用", "暂停", "尚未生效", "取消"]

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
}
