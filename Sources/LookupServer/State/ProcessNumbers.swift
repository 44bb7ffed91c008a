internal import Foundation
internal import Glibc

/// What the system says of this process, by the names that Prometheus' clients give it.
enum ProcessNumbers {
    /// Seconds since 1970 when it started, about.
    static let started = Int(Date().timeIntervalSince1970)

    /// Numbers that can be had now; those that the system does not tell are left out.
    static var gauges: [(name: String, help: String, value: Int)] {
        var gauges = [
            (name: "process_start_time_seconds", help: "When the process started, since the epoch.", value: started)
        ]
        if let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
            .dropFirst().first.flatMap({ Int($0) })
        {
            gauges.append(
                ("process_resident_memory_bytes", "Resident memory.", pages * Int(sysconf(Int32(_SC_PAGESIZE)))))
        }
        if let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
            gauges.append(("process_open_fds", "Open files and connections.", files.count))
        }
        var limit = rlimit()
        if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
            gauges.append(
                ("process_max_fds", "Files and connections that may be open.", Int(clamping: limit.rlim_cur)))
        }
        return gauges
    }
}
