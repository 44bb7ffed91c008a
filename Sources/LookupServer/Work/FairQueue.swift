/// Things that wait their turn: clients take turns, however many things each of them has waiting.
struct FairQueue<Client: Hashable & Sendable, Element: AnyObject & Sendable>: Sendable {
    /// The most things that wait, of all clients and of one.
    let capacity: Int
    let clientCapacity: Int
    private(set) var count = 0
    private var waiting: [Client: [Element]] = [:]
    /// Whose turn it is, and the others behind them; each client once.
    private var turns: [Client] = []

    init(capacity: Int, clientCapacity: Int) {
        self.capacity = capacity
        self.clientCapacity = clientCapacity
    }

    /// Puts something at its client's end; false where there is no room.
    mutating func add(_ element: Element, of client: Client) -> Bool {
        let own = waiting[client]?.count ?? 0
        guard count < capacity, own < clientCapacity else { return false }
        if own == 0 { turns.append(client) }
        waiting[client, default: []].append(element)
        count += 1
        return true
    }

    /// Takes out the first thing of the client whose turn it is.
    mutating func next() -> Element? {
        guard let client = turns.first, let element = waiting[client]?.removeFirst() else { return nil }
        turns.removeFirst()
        count -= 1
        if waiting[client]?.isEmpty == false { turns.append(client) } else { waiting[client] = nil }
        return element
    }

    /// Takes out something that shall not come to its turn; false where it does not wait.
    mutating func remove(_ element: Element, of client: Client) -> Bool {
        guard let place = waiting[client]?.firstIndex(where: { $0 === element }) else { return false }
        waiting[client]?.remove(at: place)
        count -= 1
        if waiting[client]?.isEmpty == true {
            waiting[client] = nil
            turns.removeAll { $0 == client }
        }
        return true
    }
}
