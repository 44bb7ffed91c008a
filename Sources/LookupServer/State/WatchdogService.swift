internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle

/// Tells systemd that the daemon is alive, for as long as the loops that answer codes and the threads that run tasks do;
/// a daemon that hangs is started anew.
package struct WatchdogService: Service {
    private let manager: ServiceManager

    package init(_ manager: ServiceManager) { self.manager = manager }

    package func run() async {
        // Until the end: stopping may take a while too.
        await withTaskGroup(of: Void.self) { group in
            if let span = manager.watchdog {
                group.addTask {
                    while (try? await Task.sleep(for: span / 3)) != nil {
                        for loop in MultiThreadedEventLoopGroup.singleton.makeIterator() {
                            try? await loop.submit {}.get()
                        }
                        manager.alive()
                    }
                }
            }
            try? await gracefulShutdown()
            group.cancelAll()
        }
    }
}
