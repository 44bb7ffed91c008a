// The compiler files the C structures of time under the first module that shows them.
internal import CDispatch
internal import Glibc
internal import Synchronization

/// What happened since the start, in numbers.
final class Metrics: Sendable {
    /// Answers by status; those that the daemon gives, and one for all others.
    private static let statuses = [200, 204, 303, 304, 307, 400, 404, 405, 410, 412, 413, 414, 429, 431, 501, 503]
    private let answers = CounterRow(count: statuses.count + 1)
    private let reloads = Atomic<Int>(0)
    private let failedReloads = Atomic<Int>(0)
    private let hotPages = Atomic<Int>(0)
    private let hotNotModified = Atomic<Int>(0)
    private let connections = Atomic<Int>(0)
    private let openConnections = Atomic<Int>(0)
    private let refusedConnections = Atomic<Int>(0)
    private let timedOutConnections = Atomic<Int>(0)
    private let gaveWayConnections = Atomic<Int>(0)
    private let overfullConnections = Atomic<Int>(0)
    private let unsentTotal = Atomic<Int>(0)
    private let waitingWork = Atomic<Int>(0)
    private let refusedWork = Atomic<Int>(0)
    private let abandonedWork = Atomic<Int>(0)

    /// Answers other than the hot path's, from the request to when they are made.
    private let times = Histogram()

    func answered(in duration: Duration) { times.add(duration) }

    func count(_ status: Int) {
        answers.add(Metrics.statuses.firstIndex(of: status) ?? Metrics.statuses.count)
    }

    /// 200 or 304, by the hot path.
    func countHot(isNotModified: Bool) {
        if isNotModified {
            hotNotModified.add(1, ordering: .relaxed)
        } else {
            hotPages.add(1, ordering: .relaxed)
        }
    }

    func reloaded() { reloads.add(1, ordering: .relaxed) }

    func reloadFailed() { failedReloads.add(1, ordering: .relaxed) }

    /// One connection more; returns how many there are now.
    func connectionOpened() -> Int {
        connections.add(1, ordering: .relaxed)
        return openConnections.add(1, ordering: .relaxed).newValue
    }

    func connectionClosed() { openConnections.subtract(1, ordering: .relaxed) }

    func connectionRefused() { refusedConnections.add(1, ordering: .relaxed) }

    func connectionTimedOut() { timedOutConnections.add(1, ordering: .relaxed) }

    /// An idle one was closed for a new one.
    func connectionGaveWay() { gaveWayConnections.add(1, ordering: .relaxed) }

    /// One was closed because it let too much wait.
    func connectionOverfull() { overfullConnections.add(1, ordering: .relaxed) }

    /// So many bytes more wait for clients of HTTP/2 to read them; fewer where it is negative.
    func unsent(_ change: Int) { unsentTotal.add(change, ordering: .relaxed) }

    /// How many bytes wait for clients of HTTP/2 to read them.
    var unsentBytes: Int { unsentTotal.load(ordering: .relaxed) }

    /// So many answers more wait to be made; fewer where it is negative.
    func workQueued(_ change: Int) { waitingWork.add(change, ordering: .relaxed) }

    /// How many answers wait to be made.
    var workWaiting: Int { waitingWork.load(ordering: .relaxed) }

    /// Too many waited already.
    func workRefused() { refusedWork.add(1, ordering: .relaxed) }

    /// The asker hung up before the answer was made.
    func workAbandoned() { abandonedWork.add(1, ordering: .relaxed) }

    /// What was refused or ended since the start, by the names that logs give it.
    var refusals: [(name: String, count: Int)] {
        func answered(_ status: Int) -> Int { answers.value(Metrics.statuses.firstIndex(of: status) ?? 0) }
        return [
            ("tooManyRequests", answered(429)), ("unavailable", answered(503)),
            ("refusedConnections", refusedConnections.load(ordering: .relaxed)),
            ("timedOutConnections", timedOutConnections.load(ordering: .relaxed)),
            ("gaveWayConnections", gaveWayConnections.load(ordering: .relaxed)),
            ("overfullConnections", overfullConnections.load(ordering: .relaxed)),
            ("refusedWork", refusedWork.load(ordering: .relaxed)),
            ("abandonedWork", abandonedWork.load(ordering: .relaxed)),
        ]
    }

    /// Prometheus' text format 0.0.4.
    func text(gauges: [(name: String, help: String, value: Int)]) -> String {
        var text = "# HELP onecard_answers_total Answers by status.\n# TYPE onecard_answers_total counter\n"
        let (hotFull, hotKnown) = (hotPages.load(ordering: .relaxed), hotNotModified.load(ordering: .relaxed))
        for (index, status) in (Metrics.statuses.map(String.init) + ["other"]).enumerated() {
            let hot = ["200": hotFull, "304": hotKnown][status] ?? 0
            text += "onecard_answers_total{status=\"\(status)\"} \(answers.value(index) + hot)\n"
        }
        func add(_ name: String, _ type: String, _ help: String, _ value: String) {
            let family = name.prefix { $0 != "{" }
            text += "# HELP \(family) \(help)\n# TYPE \(family) \(type)\n\(name) \(value)\n"
        }
        for (name, help, counter) in [
            ("onecard_hot_answers_total", "Answers by the hot path.", hotFull + hotKnown),
            ("onecard_reloads_total", "New states served.", reloads.load(ordering: .relaxed)),
            (
                "onecard_failed_reloads_total", "Changes refused because of errors.",
                failedReloads.load(ordering: .relaxed)
            ),
            ("onecard_connections_total", "Connections accepted.", connections.load(ordering: .relaxed)),
            (
                "onecard_refused_connections_total", "Connections over a limit.",
                refusedConnections.load(ordering: .relaxed)
            ),
            (
                "onecard_timed_out_connections_total", "Connections closed for silence or slowness.",
                timedOutConnections.load(ordering: .relaxed)
            ),
            (
                "onecard_gave_way_connections_total", "Idle connections closed to make room for new ones.",
                gaveWayConnections.load(ordering: .relaxed)
            ),
            (
                "onecard_overfull_connections_total", "Connections closed because too much waited to be read.",
                overfullConnections.load(ordering: .relaxed)
            ),
            (
                "onecard_refused_work_total", "Answers not made because too many waited.",
                refusedWork.load(ordering: .relaxed)
            ),
            (
                "onecard_abandoned_work_total", "Answers not made because nobody waited for them any more.",
                abandonedWork.load(ordering: .relaxed)
            ),
        ] { add(name, "counter", help, String(counter)) }
        add(
            "onecard_open_connections", "gauge", "Connections open now.",
            String(openConnections.load(ordering: .relaxed)))
        add("onecard_unsent_bytes", "gauge", "Bytes that wait for clients of HTTP/2 to read.", String(unsentBytes))
        add("onecard_waiting_work", "gauge", "Answers that wait to be made.", String(workWaiting))
        text += times.text("onecard_answer_seconds", "Time to make answers other than the hot path's.")
        for gauge in gauges + ProcessNumbers.gauges { add(gauge.name, "gauge", gauge.help, String(gauge.value)) }
        var usage = rusage()
        if getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 {
            let seconds =
                Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
                + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1_000_000
            add("process_cpu_seconds_total", "counter", "CPU time used.", String(seconds))
        }
        return text
    }
}

/// Counters side by side.
private final class CounterRow: Sendable {
    private let counters: [Counter]

    final class Counter: Sendable {
        let value = Atomic<Int>(0)
    }

    init(count: Int) { counters = (0..<count).map { _ in Counter() } }

    func add(_ index: Int) { counters[index].value.add(1, ordering: .relaxed) }

    func value(_ index: Int) -> Int { counters[index].value.load(ordering: .relaxed) }
}
