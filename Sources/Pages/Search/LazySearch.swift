internal import Guides
internal import Synchronization

/// The search index, made when it is first needed and from an older one where there is one.
final class LazySearch: Sendable {
    private let guidebook: Guidebook
    private let changes: [GuidebookSources.Source]?
    private let state: Mutex<(index: SearchIndex?, older: SearchIndex?)>

    init(_ guidebook: Guidebook, replacing older: LazySearch?, changes: [GuidebookSources.Source]?) {
        self.guidebook = guidebook
        // What changed is known since the newest one only: an index that was never made cannot be built on.
        self.changes = changes
        let known = older?.state.withLock { $0.index }
        state = Mutex((nil, changes == nil ? nil : known))
    }

    var index: SearchIndex {
        state.withLock { state in
            if let index = state.index { return index }
            let index = SearchIndex(guidebook, replacing: state.older, changes: changes ?? [])
            state = (index, nil)
            return index
        }
    }
}
