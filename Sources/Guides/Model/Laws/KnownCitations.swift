internal import Synchronization

/// The citations that were read lately, by their words.
///
/// Thousands of items cite the same few places of the same few laws: each is read once, and all share its name and its
/// places, of which a large tree would hold millions.
enum KnownCitations {
    private static let known = Mutex<[ByteKey: CitationReading]>([:])
    /// More than a city's guides cite, in little memory.
    private static let limit = 8192

    /// What a text cites, on any thread.
    static func reading(of text: String) -> CitationReading {
        let key = ByteKey(text)
        if let reading = known.withLock({ $0[key] }) { return reading }
        let reading = CitationReading(text)
        known.withLock { known in
            if known.count >= limit { known = [:] }
            known[key] = reading
        }
        return reading
    }
}
