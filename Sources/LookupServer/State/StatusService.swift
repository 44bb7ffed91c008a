internal import ServiceLifecycle

/// Keeps what the service manager shows true: certificates and data files fail and mend without a reload.
package struct StatusService: Service {
    private let manager: ServiceManager
    private let site: LiveSite
    private let interval: Duration

    package init(_ manager: ServiceManager, site: LiveSite, every interval: Duration = .seconds(2)) {
        self.manager = manager
        self.site = site
        self.interval = interval
    }

    package func run() async {
        guard manager.isListening else { return await waitForTheEnd() }
        await cancelWhenGracefulShutdown {
            var said = ""
            while (try? await Task.sleep(for: interval)) != nil {
                let words = site.statusWords
                if words != said { manager.status(words) }
                said = words
            }
        }
    }

    /// A service that ended would end the daemon.
    private func waitForTheEnd() async { try? await gracefulShutdown() }
}
