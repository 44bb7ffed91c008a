internal import Publication
package import ScanRecords
internal import Synchronization

/// What the daemon answers from at this moment: the snapshot of the newest good state, and what the operator asks for.
///
/// A request takes the snapshot once and keeps it; replacing it swaps one reference.
package final class LiveSite: Sendable {
    private let current: Mutex<SiteSnapshot>
    /// Grows with every new snapshot, so that the hot path learns of one without taking the lock.
    private let version = Atomic<Int>(0)
    let metrics = Metrics()
    package let scans: ScanTally?
    private let status: Mutex<Status>
    /// What others know that operators want to see.
    private let gauges = Mutex<[Gauge]>([])
    /// What is wrong with other things than the newest files, as it is when it is asked for.
    private let faults = Mutex<[@Sendable () -> [Problem]]>([])

    /// A number for `/metrics` that is read when it is asked for.
    private struct Gauge: Sendable {
        let name: String
        let help: String
        let read: @Sendable () -> Int
    }

    /// How loading and counting go, as `/readyz` shows it.
    struct Status: Sendable {
        var loadedAt: Int
        /// What is wrong with the newest files; empty where nothing is.
        var problems: [Problem] = []
        var scanState: ScanWriter.State?
    }

    /// One finding in the newest files.
    package struct Problem: Sendable, Hashable {
        package let file: String
        package let line: Int?
        package let rule: String
        package let message: String
        /// Whether it keeps the newest version of a file from being served; otherwise it only costs something on a page.
        package var isError = true

        /// - Parameter isError: Whether it keeps the newest version of a file from being served.
        package init(file: String, line: Int?, rule: String, message: String, isError: Bool = true) {
            self.file = file
            self.line = line
            self.rule = rule
            self.message = message
            self.isError = isError
        }

        /// So many at most, those first that are the first of their file: no file with a fault goes unnamed behind another
        /// that has many.
        static func leading(_ problems: [Problem], upTo count: Int) -> [Problem] {
            var files: Set<String> = []
            var (first, others): ([Problem], [Problem]) = ([], [])
            for problem in problems {
                if files.insert(problem.file).inserted { first.append(problem) } else { others.append(problem) }
            }
            return Array((first + others).prefix(count))
        }
    }

    /// - Parameter problems: What is wrong with the files already, of which the snapshot is the good part.
    package init(_ snapshot: SiteSnapshot, scans: ScanTally? = nil, problems: [Problem] = []) {
        current = Mutex(snapshot)
        self.scans = scans
        status = Mutex(Status(loadedAt: ChinaTime.unixSeconds, problems: problems))
    }

    /// Shows a number in `/metrics` from now on.
    ///
    /// - Parameter name: In Prometheus' form, with the unit at its end, `onecard_…_seconds`; with labels where it has any.
    package func addGauge(_ name: String, _ help: String, _ read: @escaping @Sendable () -> Int) {
        gauges.withLock { $0.append(Gauge(name: name, help: help, read: read)) }
    }

    /// Asks from now on what is wrong with something else than the newest files; none of it keeps a file from being served.
    package func addFaults(_ read: @escaping @Sendable () -> [Problem]) { faults.withLock { $0.append(read) } }

    /// What is wrong now with other things than the newest files.
    private var standingFaults: [Problem] { faults.withLock { $0 }.flatMap { $0() } }

    /// How many pages are served now.
    package var pageCount: Int { snapshot.pageCount }

    var snapshot: SiteSnapshot { current.withLock { $0 } }

    /// Which snapshot is current, as a number to compare.
    var generation: Int { version.load(ordering: .acquiring) }

    /// Serves another state from now on.
    ///
    /// - Parameter problems: What of the newest files is not in it, and why.
    package func replace(with snapshot: SiteSnapshot, problems: [Problem] = []) {
        current.withLock { $0 = snapshot }
        version.add(1, ordering: .acquiringAndReleasing)
        status.withLock { status in
            status.loadedAt = ChinaTime.unixSeconds
            status.problems = problems
        }
        metrics.reloaded()
        if problems.contains(where: \.isError) { metrics.reloadFailed() }
    }

    /// Nothing of what is new is served, and why; the state before goes on being served.
    package func refuse(_ problems: [Problem]) {
        status.withLock { $0.problems = problems }
        if problems.contains(where: \.isError) { metrics.reloadFailed() }
    }

    /// What is wrong with the newest files; empty where nothing is.
    var problems: [Problem] { status.withLock { $0.problems } }

    /// Why newest files are not served, a line each with the place; empty where all are.
    package var refusals: [String] {
        Problem.leading(problems.filter(\.isError), upTo: 50).map { problem in
            let place = [problem.file, problem.line.map(String.init) ?? ""].filter { !$0.isEmpty }
            return (place + [" \(problem.message)（\(problem.rule)）"]).joined(separator: ":")
        }
    }

    /// How counting goes.
    package func report(_ state: ScanWriter.State) {
        status.withLock { $0.scanState = state }
    }

    /// How it goes, in a few words for the service manager.
    package var statusWords: String {
        let files = Set(problems.filter(\.isError).map(\.file)).count
        let faults = files > 0 ? "；\(files)个文件有错误，继续提供它们以前的内容" : ""
        let others = standingFaults.first.map { "；\($0.message)" } ?? ""
        return "\(pageCount)个页面\(faults)\(others)"
    }

    /// `/readyz`: 200 as long as there is something good to serve, with what is wrong beside it as data.
    var readiness: ReadyResponse {
        let status = status.withLock { $0 }
        let problems = standingFaults + status.problems
        let isFine = problems.isEmpty && (status.scanState ?? .fine) == .fine
        let scanning: JSONText? = status.scanState.map { state in
            switch state {
            case .fine: "ok"
            case .failing(let error): .string("\(error)")
            }
        }
        let json = JSONText.record([
            "status": isFine ? "ok" : "degraded", "pages": .number(snapshot.pageCount),
            "generation": .number(generation),
            "loadedAt": .number(status.loadedAt),
            "newestFilesServed": .bool(!status.problems.contains(where: \.isError)),
            "problems": .array(Problem.leading(problems, upTo: 100).map(\.json)),
            "scanCounts": scanning,
        ])
        return ReadyResponse(json.bytes, contentType: MediaType.json, cacheControl: "no-store")
    }

    /// `/metrics` in Prometheus' text format.
    var metricsText: String {
        let status = status.withLock { $0 }
        let waiting = scans?.waiting ?? (count: 0, dropped: 0)
        let isCounting = status.scanState.map { $0 == .fine } ?? true
        let others = gauges.withLock { $0 }.map { (name: $0.name, help: $0.help, value: $0.read()) }
        return metrics.text(
            gauges: others + [
                ("onecard_pages", "Pages served.", snapshot.pageCount),
                ("onecard_generation", "Number of the state served.", generation),
                ("onecard_loaded_timestamp_seconds", "When the state served was loaded.", status.loadedAt),
                (
                    "onecard_problems", "Errors that keep the newest version of a file from being served.",
                    status.problems.count(where: \.isError)
                ),
                (
                    "onecard_faults", "What is wrong with certificates and data files; /readyz tells.",
                    standingFaults.count
                ),
                ("onecard_scans_waiting", "Scan counts not yet written.", waiting.count),
                ("onecard_scans_dropped", "Scan counts given up because nothing could be written.", waiting.dropped),
                ("onecard_scan_file_writable", "1 while scan counts can be written.", isCounting ? 1 : 0),
            ])
    }
}
