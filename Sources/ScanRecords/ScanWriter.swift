/// Writes a tally to its file now and then; what cannot be written waits in memory and is tried again.
package actor ScanWriter {
    /// How writing goes.
    package enum State: Sendable, Hashable {
        case fine
        case failing(ScanStorageError)
    }

    private let path: String
    private let tally: ScanTally
    private var database: ScanDatabase?
    /// How the last attempt went.
    package private(set) var state = State.fine

    package init(path: String, tally: ScanTally) {
        self.path = path
        self.tally = tally
    }

    /// Writes what was counted since the last time.
    @discardableResult
    package func flush() async -> State {
        let counts = tally.take()
        do {
            let database = try opened()
            if !counts.isEmpty { try await database.add(counts) }
            state = .fine
        } catch {
            tally.putBack(counts)
            state = .failing(error)
            // The file may have been moved away or its disk mounted anew: begin again with the path.
            if error != .locked { close() }
        }
        return state
    }

    package func close() {
        database?.close()
        database = nil
    }

    private func opened() throws(ScanStorageError) -> ScanDatabase {
        if let database { return database }
        let opened = try ScanDatabase(path: path)
        database = opened
        return opened
    }
}
