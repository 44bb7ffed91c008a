import Foundation
import TestSupport
import Testing

@testable import Guides

/// A new kind of file finds few places where kinds are told apart.
struct KindsTests {
    /// The chapter of ARCHITECTURE.md that lists the files to touch, and the paths in it that exist already.
    private func listed() throws -> (lines: Int, files: Set<String>) {
        let text = try String(contentsOfFile: Repository.path("ARCHITECTURE.md"), encoding: .utf8)
        let chapter = try #require(
            text.components(separatedBy: "\n## ").first { $0.hasPrefix("To add a kind of file") })
        let lines = chapter.matches(of: /\n\d+\. `(Sources\/[^`]+)`( \(new\))?/)
        return (lines.count, Set(lines.filter { $0.output.2 == nil }.map { String($0.output.1) }))
    }

    @Test func `eight files at most, all of which are there`() throws {
        let (lines, files) = try listed()
        #expect(lines <= 8 && files.count >= 4)
        for file in files { #expect(FileManager.default.fileExists(atPath: Repository.path(file)), "\(file)") }
    }

    /// A `switch` that names every kind of guide and has no `default` must be touched for a new one.
    @Test func `no other file must name every kind of guide`() throws {
        let files = try listed().files
        let root = Repository.path("Sources")
        var seen = 0
        for case let name as String in try #require(FileManager.default.enumerator(atPath: root))
        where name.hasSuffix(".swift") {
            seen += 1
            let text = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
            let names = ["item", "roadmap", "policy", "notice"].allSatisfy { text.contains("case .\($0)") }
            if names { #expect(files.contains("Sources/\(name)"), "\(name) tells kinds of guides apart") }
        }
        #expect(seen > 300)
    }

    @Test(arguments: FileKind.allCases)
    func `every kind has one place for its files`(_ kind: FileKind) {
        #expect(kind.folder == nil || kind.fileName == nil)
        #expect((kind.folder == nil && kind.fileName == nil) == (kind == .card))
        #expect(!kind.category.isEmpty)
    }

    @Test func `guides are what opens at a code of its own`() {
        #expect(FileKind.guides == [.roadmap, .item, .policy, .notice])
    }
}

/// The map at the repository's top is the repository's.
struct ArchitectureTests {
    @Test func `every target has its row`() throws {
        let manifest = try String(contentsOfFile: Repository.path("Package.swift"), encoding: .utf8)
        let map = try String(contentsOfFile: Repository.path("ARCHITECTURE.md"), encoding: .utf8)
        let rows = map.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { $0.split(separator: "|")[0] }
        let listed = Set(rows.flatMap { $0.split { ", ".contains($0) } }.map { String($0) })
        let targets = manifest.matches(of: /\.(?:target|executableTarget)\(\s*name: "(\w+)"/).map {
            String($0.output.1)
        }
        #expect(targets.count > 12)
        for target in targets where target != "TestSupport" && !target.hasSuffix("Shims") {
            #expect(listed.contains(target), "\(target)")
        }
    }

    @Test func `every folder and file that it names is there`() throws {
        let map = try String(contentsOfFile: Repository.path("ARCHITECTURE.md"), encoding: .utf8)
        let named = map.matches(of: /`((?:Sources|docs)\/[^`*…]+)`( \(new\))?/).filter { $0.output.2 == nil }
        #expect(named.count > 6)
        for place in named { #expect(FileManager.default.fileExists(atPath: Repository.path(String(place.output.1)))) }
    }
}
