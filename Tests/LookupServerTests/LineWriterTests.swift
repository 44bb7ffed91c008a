internal import Foundation
internal import Glibc
internal import Testing

@testable internal import LookupServer

/// Nothing that is written can block.
@Suite struct LineWriterTests {
    private func pipeEnds() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        return (ends[0], ends[1])
    }

    @Test func `A reader that does not read costs lines and no time, and is told how many`() throws {
        let ends = try pipeEnds()
        let writer = LineWriter(ends.write, capacity: 20_000) { "lost \($0)\n" }
        // A pipe holds 64 KB, and 20 KB may wait.
        let started = ContinuousClock.now
        for number in 0..<5000 { writer.write("line \(number) \(String(repeating: "x", count: 80))\n") }
        #expect(ContinuousClock.now - started < .seconds(10))
        let lost = writer.dropped
        #expect(lost > 3000)
        // It is read again: what was taken comes whole and in order, and then the count.
        let reader = FileHandle(fileDescriptor: ends.read, closeOnDealloc: true)
        var text = ""
        while !text.contains("\nlast\n") {
            if text.utf8.count > 60_000, writer.dropped == lost { writer.write("last\n") }
            text += String(decoding: reader.availableData, as: UTF8.self)
        }
        let lines = text.split(separator: "\n")
        let numbers = lines.compactMap { $0.firstMatch(of: /^line ([0-9]+) x{80}$/).flatMap { Int($0.output.1) } }
        #expect(numbers == numbers.sorted())
        #expect(numbers.count + lost == 5000)
        let told = lines.compactMap { $0.firstMatch(of: /^lost ([0-9]+)$/).flatMap { Int($0.output.1) } }
        #expect(told.reduce(0, +) == lost)
        close(ends.write)
    }

    @Test func `A reader that is gone ends nothing`() throws {
        Pipes.surviveReaders()
        let ends = try pipeEnds()
        close(ends.read)
        let writer = LineWriter(ends.write)
        for _ in 0..<100 { writer.write("to nobody\n") }
        writer.drain(milliseconds: 10_000)
        #expect(writer.dropped == 100)
        close(ends.write)
    }

    @Test func `A daemon that speaks JSON says its start in JSON, and nothing on standard output`() async throws {
        try await onThread {
            let daemon = try BuiltDaemon(SmallTree(), ["--log-format", "json", "--log-level", "info"])
            #expect(try daemon.ask("/c/CY7MN").status == 200)
            #expect(daemon.stop() == 0)
            #expect(daemon.said.isEmpty)
            let lines = daemon.log.split(separator: "\n")
            #expect(lines.contains { $0.contains("onecard 已启动") })
            for line in lines {
                #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
            }
        }.get()
    }

    @Test func `A start that fails is told in JSON too`() throws {
        let tree = try SmallTree()
        let result = try Program.run([
            BuiltDaemon.executable, "serve", "--guides", tree.guides, "--cards", tree.cards, "--port", "0", "--host",
            "192.0.2.1", "--log-format", "json",
        ])
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        let last = try #require(result.errors.split(separator: "\n").last)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: String])
        #expect(object["level"] == "critical")
        #expect(object["message"]?.contains("不是这台机器的地址") == true)
    }
}
