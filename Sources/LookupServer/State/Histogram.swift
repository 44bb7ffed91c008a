internal import Synchronization

/// How long things took, counted by bounds.
final class Histogram: Sendable {
    /// Upper bounds in milliseconds.
    private static let bounds = [1, 5, 20, 100, 500, 2000, 10_000]

    private final class Bucket: Sendable {
        let count = Atomic<Int>(0)
    }

    private let buckets = (0...Histogram.bounds.count).map { _ in Bucket() }
    private let microseconds = Atomic<Int>(0)

    func add(_ duration: Duration) {
        let time = Int(duration / .microseconds(1))
        let place = Histogram.bounds.firstIndex { time <= $0 * 1000 } ?? Histogram.bounds.count
        buckets[place].count.add(1, ordering: .relaxed)
        microseconds.add(time, ordering: .relaxed)
    }

    /// In Prometheus' text format, in seconds.
    func text(_ name: String, _ help: String) -> String {
        var text = "# HELP \(name) \(help)\n# TYPE \(name) histogram\n"
        var total = 0
        for (index, bucket) in buckets.enumerated() {
            total += bucket.count.load(ordering: .relaxed)
            let bound = index < Histogram.bounds.count ? String(Double(Histogram.bounds[index]) / 1000) : "+Inf"
            text += "\(name)_bucket{le=\"\(bound)\"} \(total)\n"
        }
        let time = microseconds.load(ordering: .relaxed)
        // Never with an exponent.
        let sum = "\(time / 1_000_000).\(String(1_000_000 + time % 1_000_000).dropFirst())"
        return text + "\(name)_sum \(sum)\n\(name)_count \(total)\n"
    }
}
