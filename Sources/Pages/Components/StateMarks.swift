internal import Guides
internal import Markup

/// How lists and roadmaps mark an item that nobody can apply for now.
enum StateMarks {
    /// In a few words; nil for an item in use.
    static func words(_ state: ItemState) -> String? {
        switch state {
        case .inUse: nil
        case .paused: StateWords.paused
        case .notYet(let date): StateWords.startsOn(date)
        case .cancelled: StateWords.cancelled
        }
    }

    /// The same in a frame.
    static func chip(_ state: ItemState) -> Markup? { words(state).map { Components.chip($0, "a") } }

    /// The line under an item's name: who does it and, where it can be applied for, in what time.
    static func note(_ item: Item, _ state: ItemState) -> String {
        let time: String? =
            switch state {
            case .inUse: RoadmapWords.promised(item.promised.limit)
            case .paused(let pause): pause.until.map { StateWords.pausedUntil($0) }
            case .notYet, .cancelled: nil
            }
        return [item.bodyWords, time].compactMap(\.self).joined(separator: " · ")
    }
}

extension Guidebook {
    /// The items of a roadmap that nobody can apply for now, in its order.
    func heldItems(of roadmap: Roadmap) -> [(entry: Roadmap.Entry, item: Item, state: ItemState)] {
        roadmap.entries.compactMap { entry -> (entry: Roadmap.Entry, item: Item, state: ItemState)? in
            guard let item = items[entry.item] else { return nil }
            let state = self.state(of: item)
            return state == .inUse ? nil : (entry, item, state)
        }
    }

    /// The stems of those that every project meets: no project can be done before they can be applied for.
    func blockingItems(of roadmap: Roadmap) -> [String] {
        heldItems(of: roadmap).filter(\.entry.conditions.isEmpty).map(\.item.stem)
    }
}
