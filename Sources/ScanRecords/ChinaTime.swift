// The compiler files the C structures of time under the first module that shows them.
internal import CDispatch
internal import Glibc

/// Days and hours in China, whatever zone the machine is set to; China has no summer time.
package struct ChinaTime: Sendable, Hashable, Comparable {
    private static let offset = 8 * 3600

    /// Hours since 1970-01-01 00:00 in China.
    package let hours: Int

    init(hours: Int) { self.hours = hours }

    /// - Parameter unixSeconds: Seconds since 1970-01-01 UTC.
    package init(unixSeconds: Int) {
        hours = (unixSeconds + ChinaTime.offset).floorDivided(by: 3600)
    }

    /// Now, by the coarse clock, which costs no system call: an hour needs no better one.
    package static var now: ChinaTime { ChinaTime(unixSeconds: unixSeconds) }

    package static var unixSeconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME_COARSE, &time)
        return time.tv_sec
    }

    /// 0 to 23.
    package var hourOfDay: Int { hours - hours.floorDivided(by: 24) * 24 }

    /// ISO 8601, `2026-11-01`.
    package var day: String {
        var seconds = hours * 3600
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func padded(_ number: Int32, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(padded(parts.tm_year + 1900, 4))-\(padded(parts.tm_mon + 1, 2))-\(padded(parts.tm_mday, 2))"
    }

    package static func < (left: ChinaTime, right: ChinaTime) -> Bool { left.hours < right.hours }
}

extension Int {
    fileprivate func floorDivided(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
