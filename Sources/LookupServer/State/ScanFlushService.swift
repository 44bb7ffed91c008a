internal import Foundation
package import Logging
package import ScanRecords
internal import ServiceLifecycle

/// Writes the scan counts twice a second, and a last time when everything else has stopped.
package struct ScanFlushService: Service {
    private let writer: ScanWriter
    private let site: LiveSite
    private let logger: Logger

    package init(_ writer: ScanWriter, site: LiveSite, logger: Logger) {
        self.writer = writer
        self.site = site
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var last = ScanWriter.State.fine
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(500))
                let state = await flush()
                if state != last { say(state) }
                last = state
            }
        }
        // Another program may hold the file for a moment.
        for _ in 0..<3 {
            guard await flush() != .fine else { break }
        }
        if let lost = site.scans?.waiting.count, lost > 0 { logger.error("\(lost)次扫码没能记下来") }
        await writer.close()
    }

    /// In a task that nobody cancels: what is taken from memory must reach the file or come back.
    private func flush() async -> ScanWriter.State {
        let state = await Task { await writer.flush() }.value
        site.report(state)
        return state
    }

    private func say(_ state: ScanWriter.State) {
        switch state {
        case .fine: logger.notice("扫码次数又能记下来了")
        case .failing(let error): logger.error("\(error)")
        }
    }
}
