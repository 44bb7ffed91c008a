internal import DataFiles

/// Writes a tally to its file now and then; what cannot be written waits in memory and is tried again.
///
/// A file that is damaged is moved aside, and counting goes on in a new one.
package actor ScanWriter {
    /// How writing goes.
    package enum State: Sendable, Hashable {
        case fine
        case failing(ScanStorageError)
    }

    private let path: String
    private let tally: ScanTally
    private let report: @Sendable (String) -> Void
    private var database: ScanDatabase?
    /// How the last attempt went.
    package private(set) var state = State.fine

    /// - Parameter report: Told, in Chinese, what became of the file.
    package init(path: String, tally: ScanTally, report: @escaping @Sendable (String) -> Void = { _ in }) {
        self.path = path
        self.tally = tally
        self.report = report
    }

    /// Writes what was counted since the last time.
    @discardableResult
    package func flush() async -> State {
        state = await write()
        if state == .failing(.damaged), setAside() { state = await write() }
        return state
    }

    private func write() async -> State {
        let counts = tally.take()
        do {
            let database = try opened()
            if !counts.isEmpty { try await database.add(counts) }
            return .fine
        } catch {
            tally.putBack(counts)
            // The file may have been moved away or its disk mounted anew: begin again with the path.
            if error != .locked { close() }
            return .failing(error)
        }
    }

    /// Makes room for a new file; false where that cannot be done.
    private func setAside() -> Bool {
        do {
            let name = try DamagedFile.setAside(path)
            report("统计文件“\(path)”坏了，已改名为\(name)保存，新建了一个；以前的次数在改名的文件里")
            return true
        } catch {
            // Said by the state, once.
            return false
        }
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
