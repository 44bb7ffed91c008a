import Foundation
import TestSupport
import Testing

/// The packages that Package.swift names.
enum Dependencies {
    /// Each with its address, without the scheme, and its exact version.
    static func pinned() throws -> [(place: String, version: String)] {
        let text = try String(contentsOfFile: Repository.path("Package.swift"), encoding: .utf8)
        let own = text.matches(of: /\.package\(url: "https:\/\/([^"]+)", exact: "([0-9.]+)"\)/)
        let further = text.matches(of: /\("https:\/\/([^"]+)", "([0-9.]+)", "/)
        // Every package is written in one of the two ways; the last one stands for all further ones.
        try #require(text.matches(of: /\.package\(/).count == own.count + 1)
        return own.map { (String($0.1), String($0.2)) } + further.map { (String($0.1), String($0.2)) }
    }
}

/// What is linked in changes with a commit and not by itself.
@Suite struct DependencyTests {
    @Test func `Every package is pinned to one version, which is the one that was built`() throws {
        let file = try Data(contentsOf: URL(fileURLWithPath: Repository.path("Package.resolved")))
        let resolved = try #require(try JSONSerialization.jsonObject(with: file) as? [String: Any])
        let built = try #require(resolved["pins"] as? [[String: Any]]).map { pin in
            let place = (pin["location"] as? String ?? "").replacing("https://", with: "").replacing(/\.git$/, with: "")
            return "\(place)@\((pin["state"] as? [String: Any])?["version"] as? String ?? "no version")"
        }
        #expect(built.sorted() == (try Dependencies.pinned().map { "\($0.place)@\($0.version)" }.sorted()))
        #expect(built.count > 20)
    }
}
