/// A connection that can be closed to make room for another.
protocol GivesWay: AnyObject {
    /// Its place in the ring of its loop; nil where it stands in none.
    var ringPlace: Int? { get set }
    /// Whether it asked for anything since the hand passed last.
    var wasUsed: Bool { get set }
    /// Whether it is owed nothing.
    var isIdle: Bool { get }
    /// Closes it.
    func giveWay()
}

/// The connections of one event loop with a hand that goes round, to find one that is idle longest, about: each step takes
/// the same time however many there are.
///
/// Only touched on its loop.
final class ConnectionRing {
    /// How many are looked at for one that can go.
    private static let looks = 128

    private var ring: [any GivesWay] = []
    private var hand = 0

    func enter(_ connection: any GivesWay) {
        connection.ringPlace = ring.count
        ring.append(connection)
    }

    func leave(_ connection: any GivesWay) {
        guard let place = connection.ringPlace, let last = ring.popLast() else { return }
        connection.ringPlace = nil
        guard place < ring.count else { return }
        ring[place] = last
        last.ringPlace = place
    }

    /// Closes an idle one; false where none was found.
    func makeRoom() -> Bool {
        for _ in 0..<min(ring.count * 2, ConnectionRing.looks) {
            hand = (hand + 1) % ring.count
            let connection = ring[hand]
            if connection.wasUsed {
                connection.wasUsed = false
            } else if connection.isIdle {
                connection.giveWay()
                return true
            }
        }
        return false
    }
}
