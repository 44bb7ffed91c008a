/// Values by key within a bound of bytes: one more takes the place of those that were not asked for longest.
///
/// Each step takes the same time however many there are.
struct RecentlyUsed<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Entry {
        let key: Key
        var value: Value
        var bytes: Int
        /// The neighbours that were asked for later and earlier.
        var newer: Int?
        var older: Int?
    }

    /// The most bytes that all values together may have.
    let capacity: Int
    private(set) var bytes = 0
    private var places: [Key: Int] = [:]
    private var entries: [Entry?] = []
    private var free: [Int] = []
    private var newest: Int?
    private var oldest: Int?

    init(capacity: Int) { self.capacity = capacity }

    var count: Int { places.count }

    /// The value of a key, which thereby becomes the last to go.
    mutating func value(for key: Key) -> Value? {
        guard let place = places[key], let entry = entries[place] else { return nil }
        take(out: place, entry)
        entries[place]?.newer = nil
        putFirst(place)
        return entry.value
    }

    /// Keeps a value; one that alone is over the bound is not kept.
    ///
    /// - Parameter size: Its bytes.
    mutating func keep(_ value: Value, for key: Key, bytes size: Int) {
        if let place = places[key] { forget(place) }
        guard size <= capacity else { return }
        while bytes + size > capacity, let last = oldest { forget(last) }
        let place: Int
        if let reused = free.popLast() {
            place = reused
        } else {
            place = entries.count
            entries.append(nil)
        }
        entries[place] = Entry(key: key, value: value, bytes: size)
        places[key] = place
        bytes += size
        putFirst(place)
    }

    private mutating func putFirst(_ place: Int) {
        entries[place]?.older = newest
        if let newest { entries[newest]?.newer = place }
        newest = place
        oldest = oldest ?? place
    }

    /// Closes the row behind an entry, which keeps its place in the memory.
    private mutating func take(out place: Int, _ entry: Entry) {
        if let newer = entry.newer { entries[newer]?.older = entry.older } else { newest = entry.older }
        if let older = entry.older { entries[older]?.newer = entry.newer } else { oldest = entry.newer }
    }

    private mutating func forget(_ place: Int) {
        guard let entry = entries[place] else { return }
        take(out: place, entry)
        places[entry.key] = nil
        bytes -= entry.bytes
        entries[place] = nil
        free.append(place)
    }
}
