internal import ArgumentParser
internal import Dispatch
internal import Foundation
internal import Guides
internal import LookupServer

/// How long it takes to find a code among many, in the table that the daemon answers from, and how much memory each
/// code takes there.
///
/// Prints one JSON line for each size.
struct BenchCodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-codes", abstract: "Measure looking codes up, for `make bench`.", shouldDisplay: false)

    @Argument(help: "How many codes.")
    var counts = [1000, 16_000, 1_000_000]

    func run() throws {
        for count in counts {
            let codes = (0..<count).compactMap { ShortCode(ordinal: $0) }
            let before = Self.residentBytes()
            let table = CodeTable(codes) { _ in PagePlace() }
            let bytes = Self.residentBytes() - before
            let all = try Self.nanoseconds(among: codes, in: table)
            let few = try Self.nanoseconds(among: Array(codes.shuffled().prefix(1000)), in: table)
            Report.say(
                "{\"codes\": \(count), \"lookup_ns\": \(all), \"lookup_ns_among_1000\": \(few), "
                    + "\"bytes_per_code\": \(Double(bytes) / Double(count))}")
        }
    }

    /// The time of one lookup, the best of five rounds.
    ///
    /// Asked for are codes in an order that no cache can guess, the same number for each size. Among all of a million
    /// codes nearly every lookup waits for memory; among a thousand of them, as people ask, the table alone is measured.
    private static func nanoseconds(among codes: [ShortCode], in table: CodeTable<PagePlace>) throws -> Double {
        var random = SystemRandomNumberGenerator()
        let targets = (0..<200_000).map { _ in
            "\(PageAddress.codePrefix)\(codes[Int.random(in: 0..<codes.count, using: &random)])"
        }
        var best = Double.infinity
        var found = 0
        for _ in 0..<5 {
            let start = DispatchTime.now().uptimeNanoseconds
            for target in targets where table.value(at: target) != nil { found += 1 }
            best = min(best, Double(DispatchTime.now().uptimeNanoseconds - start) / Double(targets.count))
        }
        guard found == 5 * targets.count else { throw ExitCode.failure }
        return best
    }

    /// Resident memory of this process.
    private static func residentBytes() -> Int {
        let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * Int(getpagesize())
    }
}
