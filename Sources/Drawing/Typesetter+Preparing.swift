internal import Dispatch
internal import Synchronization

extension Typesetter {
    /// Does something while another core loads what the first text needs: the settings of the fonts and the files that
    /// hold the typeface. It saves a single card a quarter of its time.
    ///
    /// Whether the typeface is there is said by whoever uses it.
    package static func preparing<Result: Sendable>(while body: @Sendable () throws -> Result) throws -> Result {
        let result = Mutex<Swift.Result<Result, any Error>?>(nil)
        DispatchQueue.concurrentPerform(iterations: 2) { number in
            if number == 0 {
                let found = Swift.Result { try body() }
                result.withLock { $0 = found }
            } else {
                _ = (try? FontContext())?.missingCharacter(in: "投资项目服务一卡通 0123456789")
            }
        }
        guard let found = result.withLock({ $0 }) else { return try body() }
        return try found.get()
    }
}
