import Foundation
import TestSupport
import Testing

/// The packages that Package.swift names.
enum Dependencies {
    /// Their names as their addresses end, with the exact version of each.
    static func pinned() throws -> [(name: String, version: String)] {
        let text = try String(contentsOfFile: Repository.path("Package.swift"), encoding: .utf8)
        return text.matches(of: /\.package\(url: "[^"]*\/([^"\/]+)", exact: "([0-9.]+)"\)/).map {
            (String($0.output.1), String($0.output.2))
        }
    }
}

/// What is linked in changes with a commit and not by itself.
@Suite struct DependencyTests {
    @Test func `Every package is pinned to one version, which is the one that was built`() throws {
        let text = try String(contentsOfFile: Repository.path("Package.swift"), encoding: .utf8)
        let pinned = try Dependencies.pinned()
        #expect(pinned.count == text.matches(of: /\.package\(/).count)
        #expect(pinned.count >= 10)
        let file = try Data(contentsOf: URL(fileURLWithPath: Repository.path("Package.resolved")))
        let resolved = try #require(try JSONSerialization.jsonObject(with: file) as? [String: Any])
        let pins = try #require(resolved["pins"] as? [[String: Any]])
        for (name, version) in pinned {
            let pin = pins.first { ($0["identity"] as? String) == name.lowercased() }
            #expect((pin?["state"] as? [String: Any])?["version"] as? String == version, "\(name)")
        }
        // None follows a branch.
        for pin in pins { #expect((pin["state"] as? [String: Any])?["version"] is String, "\(pin)") }
    }
}
