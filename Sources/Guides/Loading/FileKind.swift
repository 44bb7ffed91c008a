/// The kinds of files in a tree, each with its folder and shape.
package enum FileKind: String, Sendable, CaseIterable {
    case site, law, item, roadmap, policy, notice, calendar, retired, reserved, card

    /// The folder under guides/ in which files of the kind stand; nil for the cards and for files that stand alone.
    package var folder: String? {
        switch self {
        case .law: "laws"
        case .item: "items"
        case .roadmap: "roadmaps"
        case .policy: "policies"
        case .notice: "notices"
        case .calendar: "calendar"
        case .site, .retired, .reserved, .card: nil
        }
    }

    /// The name of the one file of the kind, right under guides/.
    package var fileName: String? {
        switch self {
        case .site: "site.yaml"
        case .retired: "retired.yaml"
        case .reserved: "reserved.yaml"
        default: nil
        }
    }

    package var shape: RecordShape {
        switch self {
        case .site: .site
        case .law: .law
        case .item: .item
        case .roadmap: .roadmap
        case .policy: .policy
        case .notice: .notice
        case .calendar: .calendar
        case .retired: .retired
        case .reserved: .reserved
        case .card: .card
        }
    }

    /// What a reference of `kind` may name.
    static func kinds(for reference: ReferenceKind) -> [FileKind] {
        switch reference {
        case .item: [.item]
        case .roadmap: [.roadmap]
        case .law: [.law]
        // In the order in which equal names are looked for.
        case .guide: [.roadmap, .item, .policy, .notice]
        case .field, .hall: []
        }
    }
}
