import Cards
import Foundation
import Guides
import Ledger
import TestSupport
import Testing

@Suite("Bulk printing")
struct BulkPrinterTests {
    private func jobs(_ count: Int) throws -> [PrintJob] {
        let design = try shippedDesign()
        return try (0..<count).map { number in
            let code = try #require(ShortCode(ordinal: 31 * number + 5))
            let colour = FieldColours.all[number % 6].colour
            return PrintJob(
                content: sampleCard(title: "卡\(number)", code: code.text, accent: colour), design: design, code: code,
                stem: "卡\(number)", edition: nil, opens: sampleGuide)
        }
    }

    /// Prints and gives back all files and the manifest.
    private func print(
        _ jobs: [PrintJob], workers: Int, by ready: CompanionRenderer.Pair? = nil
    ) throws -> ([String: Data], [UInt8]) {
        let folder = try TemporaryFolder()
        let staging = try Staging(for: folder.path)
        let records = try BulkPrinter(dotsPerInch: 200, bleed: true, workers: workers).print(
            jobs, into: staging, by: ready)
        var files: [String: Data] = [:]
        for file in records.flatMap(\.files) {
            let data = try #require(FileManager.default.contents(atPath: staging.path + "/" + file.name))
            #expect(SHA256Digest(of: Array(data)).hex == file.sha256)
            files[file.name] = data
        }
        return (files, try Manifest.json(records, dotsPerInch: 200, bleed: true, stamp: nil))
    }

    @Test("Printed twice, on one core and on several, the bytes are the same, the manifest's too")
    func deterministic() throws {
        let jobs = try jobs(12)
        let one = try print(jobs, workers: 1), two = try print(jobs, workers: 2)
        #expect(one.0.count == 24)
        #expect(one.0 == two.0)
        #expect(one.1 == two.1)
    }

    @Test(
        "A lone card, whose sides two renderers draw, has the same bytes as among others; what fails on either is said")
    func lone() throws {
        let jobs = try jobs(3), all = try print(jobs, workers: 1)
        for job in jobs {
            // Made on another thread, as the command does it.
            let ready = try #require(Aside { CompanionRenderer.Pair.prepared() }.finish() ?? nil)
            let lone = try print([job], workers: 2, by: ready)
            #expect(lone.0.count == 2)
            #expect(lone.0 == all.0.filter { lone.0.keys.contains($0.key) })
        }
        // The subtitle stands on the front, the promise on the back.
        for placeholder in [Placeholder.subtitle, .promise] {
            var job = jobs[0]
            job.content[placeholder] = "\u{10FFFD}"
            let ready = try #require(CompanionRenderer.Pair.prepared())
            let refused = #expect(throws: RefusedCards.self) { try print([job], workers: 2, by: ready) }
            #expect(refused?.cards.map(\.error.card) == ["卡0"])
        }
    }

    @Test func `Cards that cannot be printed stop the print, and all of them are named, in order`() throws {
        var jobs = try jobs(6)
        for number in [2, 4] { jobs[number].content[.subtitle] = "\u{10FFFD}" }
        for workers in [1, 3] {
            let refused = #expect(throws: RefusedCards.self) { try print(jobs, workers: workers) }
            #expect(refused?.cards.map(\.error.card) == ["卡2", "卡4"])
            #expect(refused?.cards.map(\.job.stem) == [jobs[2].stem, jobs[4].stem])
        }
    }
}
