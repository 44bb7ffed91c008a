/// What one file says, as the model of its kind.
///
/// Indirect: an item alone has some seventy fields, and files are handed around by the thousand.
indirect enum GuideModel: Sendable {
    case site(Site)
    case law(Law)
    case item(Item)
    case roadmap(Roadmap)
    case policy(Policy)
    case notice(Notice)
    case card(Card)
    case retired([Retirement])
    case reserved([Reservation])

    /// Nil for the kinds that have no model of their own: calendar files become one calendar together.
    init?(_ kind: FileKind, stem: String, _ root: MarkedNode) {
        let record = RecordReader(root)
        switch kind {
        case .site: self = .site(Site(record))
        case .law: self = .law(Law(stem: stem, record))
        case .item: self = .item(Item(stem: stem, record))
        case .roadmap: self = .roadmap(Roadmap(stem: stem, record))
        case .policy: self = .policy(Policy(stem: stem, record))
        case .notice: self = .notice(Notice(stem: stem, record))
        case .card: self = .card(Card(stem: stem, record))
        case .retired: self = .retired(record.records("退役").compactMap { Retirement($0) })
        case .reserved: self = .reserved(record.records("预留").compactMap { Reservation($0) })
        case .calendar: return nil
        }
    }
}
