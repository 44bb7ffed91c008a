import Foundation
import TestSupport
import Testing

/// The Debian package, made from the binary that was built with the tests, unpacked into a folder of its own and run there.
@Suite struct PackageTests {
    private func run(_ arguments: [String], _ environment: [String: String] = [:]) throws -> BuiltCommand.Result {
        try BuiltCommand.run(executable: "/usr/bin/env", environment.map { "\($0.key)=\($0.value)" } + arguments)
    }

    @Test("The package installs into a clean root and runs there")
    func installsAndRuns() throws {
        let folder = try TemporaryFolder()
        let script = Repository.path("Packaging/make-deb.sh")
        // The tests' binary has Swift's libraries outside; a package for others must not.
        let refused = try run([script, BuiltCommand.path, "1.2.3", folder.path("out")])
        #expect(refused.status != 0)
        #expect(refused.errors.contains("--static-swift-stdlib"))
        let made = try run(
            [script, BuiltCommand.path, "1.2.3", folder.path("out")], ["ONECARD_DEB_SWIFT_OUTSIDE": "1"])
        try #require(made.status == 0, "\(made.errors)")
        let package = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).first { $0.hasSuffix(".deb") })
        #expect(package.hasPrefix("onecard_1.2.3_"))
        let deb = folder.path("out/" + package)

        // What it leans on was found in the binary.
        let depends = try run(["dpkg-deb", "--field", deb, "Depends"]).output
        for library in [
            "libc6", "libcairo2", "libpango-1.0-0", "libpng16-16", "libqrencode4", "libsqlite3-0", "libzbar0", "zlib1g",
            "fonts-noto-cjk",
        ] {
            #expect(depends.contains(library), "\(depends)")
        }
        let root = folder.path("root")
        #expect(try run(["dpkg-deb", "--extract", deb, root]).status == 0)
        func file(_ name: String) -> String { root + "/" + name }
        for name in [
            "usr/bin/onecard", "lib/systemd/system/onecard.service", "etc/default/onecard",
            "etc/onecard/guides/site.yaml",
            "etc/onecard/cards/designs", "usr/share/man/man1/onecard.1.gz", "usr/share/man/man1/onecard-serve.1.gz",
            "usr/share/bash-completion/completions/onecard", "usr/share/zsh/vendor-completions/_onecard",
            "usr/share/fish/vendor_completions.d/onecard.fish", "usr/share/onecard/onecard.rules.yml",
            "usr/share/doc/onecard/copyright",
        ] { #expect(FileManager.default.fileExists(atPath: file(name)), "\(name)") }
        // The bill of materials names what is linked in, with its version, and what the package needs.
        let bill = try #require(
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: URL(fileURLWithPath: file("usr/share/doc/onecard/onecard.cdx.json"))))
                as? [String: Any])
        #expect(bill["bomFormat"] as? String == "CycloneDX" && bill["specVersion"] as? String == "1.5")
        let components = try #require(bill["components"] as? [[String: Any]])
        let purls = components.compactMap { $0["purl"] as? String }
        for (name, version) in try Dependencies.pinned() {
            #expect(
                purls.contains { $0.hasPrefix("pkg:swift/github.com/") && $0.hasSuffix("/\(name)@\(version)") },
                "\(name)")
        }
        #expect(purls.contains("pkg:deb/debian/libcairo2") && purls.contains("pkg:deb/debian/libsqlite3-0"))
        #expect(Set(purls).count == purls.count)
        // Every command has its page, made from its own help, and man reads it without complaint.
        let help = try run([file("usr/bin/onecard"), "--help"], ["LC_ALL": "en"]).output
        let subcommands = try #require(help.components(separatedBy: "SUBCOMMANDS:").last).matches(of: /\n  ([a-z]+)\s/)
            .map { String($0.1) }
        #expect(subcommands.contains("serve") && subcommands.count >= 9)
        for command in subcommands {
            let page = try run(["gzip", "-dc", file("usr/share/man/man1/onecard-\(command).1.gz")]).output
            #expect(page.contains(".SH SYNOPSIS") && page.contains("onecard \(command)"), "\(command)")
        }
        #expect(try run(["bash", "-n", file("usr/share/bash-completion/completions/onecard")]).status == 0)
        if FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze") {
            // The unit names the installed binary, which stands in the unpacked root here.
            let unit = try String(
                contentsOf: URL(fileURLWithPath: file("lib/systemd/system/onecard.service")), encoding: .utf8)
            try folder.write(
                unit.replacingOccurrences(of: "/usr/bin/onecard", with: file("usr/bin/onecard")), to: "onecard.service")
            let verified = try run(["systemd-analyze", "verify", "--man=no", folder.path("onecard.service")])
            #expect(!verified.errors.contains("onecard.service:"), "\(verified.errors)")
        }

        // The unpacked binary serves its own sample guides.
        let process = try BuiltCommand.start(
            executable: file("usr/bin/onecard"),
            [
                "serve", "--guides", file("etc/onecard/guides"), "--cards", file("etc/onecard/cards"), "--port", "0",
                "--data", folder.path("data"),
            ],
            into: folder)
        defer { process.terminate() }
        var port: Int?
        for _ in 0..<600 where port == nil && process.isRunning {
            Thread.sleep(forTimeInterval: 0.1)
            let said = (try? String(contentsOf: URL(fileURLWithPath: folder.path("output")), encoding: .utf8)) ?? ""
            port = said.firstMatch(of: /localhost:([0-9]+)\//).flatMap { Int($0.1) }
        }
        let page = try RawHTTP.send("/c/CY7MN", port: try #require(port))
        #expect(page.status == 200)
        #expect(String(decoding: page.body, as: UTF8.self).contains("施工许可"))
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
