internal import Foundation
internal import Logging
internal import LookupServer
internal import Synchronization
internal import Testing

/// What operators read: logs and metrics in the forms that their programs expect.
@Suite struct LogAndMetricsTests {
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    private func written(_ format: LineLogHandler.Format, _ write: (Logger) -> Void) -> [String] {
        let lines = Lines()
        var logger = Logger(label: "onecard") { label in
            LineLogHandler(label: label, format: format) { line in lines.all.withLock { $0.append(line) } }
        }
        logger.logLevel = .notice
        write(logger)
        return lines.all.withLock { $0 }
    }

    private func say(_ logger: Logger) {
        logger.info("不写的")
        logger.notice("已换上新内容", metadata: ["pages": "86", "empty": ""])
        logger.error("第一行\n第二行“引号”\"\\", metadata: ["file": "guides/甲.yaml", "line": "3"])
    }

    @Test func `Text logs are a line a message`() throws {
        let lines = written(.text, say)
        #expect(lines.count == 2)
        #expect(lines[0].wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z notice 已换上新内容 pages=86\n/) != nil)
        #expect(lines[1].hasSuffix("error 第一行 第二行“引号”\"\\ file=guides/甲.yaml line=3\n"))
    }

    @Test func `A line stays a line, and nothing in it reaches the terminal`() throws {
        let odd =
            "甲\r\n2026-11-27T00:00:00Z notice 已换上新内容\u{1B}]0;OWNED\u{07}\u{202E}倒\u{85}\u{2028}\u{200B}\u{FEFF}\0\u{7F}\u{E0041}"
        let lines = written(.text) { $0.error("\(odd)", metadata: ["file": "guides/\u{1B}[2J甲\r\n.yaml"]) }
        let line = try #require(lines.first)
        #expect(lines.count == 1)
        #expect(line.unicodeScalars.count { $0 == "\n" } == 1)
        #expect(line.unicodeScalars.last == "\n")
        for scalar in line.unicodeScalars.dropLast() {
            let kind = scalar.properties.generalCategory
            #expect(![.control, .format, .lineSeparator, .paragraphSeparator].contains(kind), "\(scalar.value)")
        }
        #expect(line.contains(#"甲 2026-11-27T00:00:00Z notice 已换上新内容\u{1B}]0;OWNED\u{7}\u{202E}倒"#))
        #expect(line.contains(#"file=guides/\u{1B}[2J甲 .yaml"#))
    }

    @Test func `JSON logs are an object a line`() throws {
        let lines = written(.json, say)
        #expect(lines.count == 2)
        for line in lines {
            #expect(line.hasSuffix("}\n"))
            #expect(!line.dropLast().contains("\n"))
        }
        let second = try #require(try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: String])
        #expect(second["message"] == "第一行\n第二行“引号”\"\\")
        #expect(second["level"] == "error")
        #expect(second["file"] == "guides/甲.yaml")
        #expect(second["logger"] == "onecard")
        #expect(try Date(#require(second["time"]), strategy: .iso8601).timeIntervalSinceNow < 60)
    }

    @Test func `Metrics are Prometheus' text format`() async throws {
        try await Daemon.run { daemon in
            // From the second time on, the hot path has the page.
            for _ in 0..<3 { _ = try daemon.ask("/c/CY7MN") }
            _ = try daemon.ask("/c/11111")
            let answer = try daemon.ask("/metrics")
            #expect(answer["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            var (help, type): (String?, String?) = (nil, nil)
            var samples: [String: Double] = [:]
            for line in answer.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
                if let match = line.wholeMatch(of: /# HELP ([a-z_]+) [^ ].*/) {
                    help = String(match.output.1)
                } else if let match = line.wholeMatch(of: /# TYPE ([a-z_]+) (counter|gauge|histogram)/) {
                    type = String(match.output.1)
                    #expect(help == type)
                    #expect((match.output.2 == "counter") == match.output.1.hasSuffix("_total"))
                } else if let match = line.wholeMatch(of: /([a-z_]+)(\{[a-z]+="[^"]*"\})? ([0-9.]+)/) {
                    // A histogram has samples of three names.
                    let family = String(match.output.1.replacing(/_(bucket|sum|count)$/, with: ""))
                    #expect([family, String(match.output.1)].contains(type ?? ""), "\(line)")
                    let name = String(match.output.1) + (match.output.2.map { String($0) } ?? "")
                    #expect(
                        samples.updateValue(try #require(Double(match.output.3)), forKey: name) == nil, "\(name) once")
                } else {
                    Issue.record("\(line)")
                }
            }
            #expect(answer.text.hasSuffix("\n"))
            #expect(samples["onecard_answers_total{status=\"200\"}"] == 3)
            #expect(samples["onecard_answers_total{status=\"404\"}"] == 1)
            #expect(samples["onecard_hot_answers_total"] ?? 0 >= 2)
            #expect(samples["onecard_scans_waiting"] == 4)
            #expect(samples["process_cpu_seconds_total"] ?? 0 > 0)
            #expect(samples["process_resident_memory_bytes"] ?? 0 > 1_048_576)
            #expect(samples["process_open_fds"] ?? 0 > 3)
            #expect(samples["process_start_time_seconds"] ?? 0 > 1_700_000_000)
            #expect(samples["onecard_answer_seconds_count"] ?? 0 >= 1)
            #expect(
                samples["onecard_answer_seconds_bucket{le=\"+Inf\"}"] == samples["onecard_answer_seconds_count"])
        }
    }
}
