package import Logging
internal import ServiceLifecycle

/// Says in the log, at most once in a while, that requests and connections were refused: those of an attack are too many
/// for a line each.
package struct RefusalReport: Service {
    private let site: LiveSite
    private let logger: Logger
    private let interval: Duration

    package init(_ site: LiveSite, logger: Logger, every interval: Duration = .seconds(10)) {
        self.site = site
        self.logger = logger
        self.interval = interval
    }

    package func run() async {
        await cancelWhenGracefulShutdown {
            var last = site.metrics.refusals
            while (try? await Task.sleep(for: interval)) != nil {
                let now = site.metrics.refusals
                let new = zip(now, last).map { (name: $0.name, count: $0.count - $1.count) }.filter { $0.count > 0 }
                last = now
                guard !new.isEmpty else { continue }
                logger.warning(
                    "有请求或连接被拒绝或断开", metadata: .init(uniqueKeysWithValues: new.map { ($0.name, "\($0.count)") }))
            }
        }
    }
}
