import Foundation
import TestSupport
import Testing

/// The Debian package, made from the binary that was built with the tests, unpacked into a folder of its own and run there.
@Suite struct PackageTests {
    /// A package of a version, made from the tests' binary.
    private final class Package: Sendable {
        let folder: TemporaryFolder
        let path: String

        init(version: String) throws {
            folder = try TemporaryFolder()
            let made = try PackageTests.run(
                [PackageTests.script, BuiltCommand.path, version, folder.path], ["ONECARD_DEB_SWIFT_OUTSIDE": "1"])
            try #require(made.status == 0, "\(made.errors)")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            path = folder.path(
                try #require(names.first { $0.hasPrefix("onecard_\(version)_") && $0.hasSuffix(".deb") }))
        }
    }

    private static let script = Repository.path("Packaging/make-deb.sh")
    private static let first = Result { try Package(version: "1.2.3") }

    private static func run(
        _ arguments: [String], _ environment: [String: String] = [:]
    ) throws -> BuiltCommand.Result {
        try BuiltCommand.run(executable: "/usr/bin/env", environment.map { "\($0.key)=\($0.value)" } + arguments)
    }

    private func run(_ arguments: [String], _ environment: [String: String] = [:]) throws -> BuiltCommand.Result {
        try PackageTests.run(arguments, environment)
    }

    @Test("A binary that leans on Swift's libraries outside makes no package for others")
    func librariesInside() throws {
        let folder = try TemporaryFolder()
        let refused = try run([PackageTests.script, BuiltCommand.path, "1.2.3", folder.path("out")])
        #expect(refused.status != 0)
        #expect(refused.errors.contains("--static-swift-stdlib"))
    }

    @Test("The same source makes the same bytes")
    func reproducible() throws {
        let package = try PackageTests.first.get()
        let again = try Package(version: "1.2.3")
        let compared = try run(["cmp", package.path, again.path])
        #expect(compared.status == 0, "\(compared.output)")
    }

    @Test("The list of what is inside names every package with its exact version, and is valid CycloneDX")
    func billOfMaterials() throws {
        let folder = try TemporaryFolder()
        let package = try PackageTests.first.get()
        #expect(try run(["dpkg-deb", "--extract", package.path, folder.path]).status == 0)
        let bill = folder.path("usr/share/doc/onecard/onecard.cdx.json")
        let valid = try run([
            Repository.path(".build/venv/bin/python"), "-c",
            """
            import sys
            from cyclonedx.schema import SchemaVersion
            from cyclonedx.validation.json import JsonStrictValidator
            print(JsonStrictValidator(SchemaVersion.V1_5).validate_str(open(sys.argv[1]).read()) or "valid")
            """, bill,
        ])
        #expect(valid.output == "valid\n", "\(valid.output.prefix(400)) \(valid.errors.suffix(400))")
        let text = try String(contentsOf: URL(fileURLWithPath: bill), encoding: .utf8)
        let named = Set(text.matches(of: /"purl": "pkg:swift\/([^"]+)"/).map { String($0.1) })
        #expect(named == Set(try Dependencies.pinned().map { "\($0.place)@\($0.version)" }))
        #expect(text.contains("pkg:deb/debian/libqrencode4"))
    }

    @Test("An empty site is there after the installation; upgrades and purges leave what the city wrote")
    func cityFiles() throws {
        let folder = try TemporaryFolder()
        for name in ["var/lib/dpkg/updates", "var/lib/dpkg/info"] { try folder.makeFolder(name) }
        for name in ["var/lib/dpkg/status", "var/lib/dpkg/available"] { try folder.write("", to: name) }
        // dpkg as it is, on a root of its own, without entering it: there is no shell in it.
        func dpkg(_ arguments: [String]) throws -> BuiltCommand.Result {
            try run(
                [
                    "dpkg", "--root=\(folder.path)", "--force-script-chrootless", "--force-depends", "--force-not-root",
                    "--force-bad-path", "--log=\(folder.path("log"))",
                ] + arguments)
        }
        let installed = try dpkg(["--install", try PackageTests.first.get().path])
        #expect(installed.status == 0, "\(installed.output) \(installed.errors)")
        let site = folder.path("etc/onecard/guides/site.yaml")
        #expect(try String(contentsOf: URL(fileURLWithPath: site), encoding: .utf8).contains("〔待填〕"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("etc/onecard/guides/items")).isEmpty)
        #expect(FileManager.default.fileExists(atPath: folder.path("usr/share/onecard/samples/guides/site.yaml")))

        // The city writes its site, and throws the design away that it does not want.
        let written = ["etc/onecard/guides/site.yaml", "etc/onecard/guides/items/甲.yaml", "etc/default/onecard"]
        for name in written { try folder.write("城市写的\n", to: name) }
        let design = folder.path("etc/onecard/cards/designs/口袋卡.yaml")
        try FileManager.default.removeItem(atPath: design)
        func unchanged() throws {
            for name in written {
                #expect(try String(contentsOf: URL(fileURLWithPath: folder.path(name)), encoding: .utf8) == "城市写的\n")
            }
            #expect(!FileManager.default.fileExists(atPath: design))
        }
        // Without a terminal: a question would be an error.
        let newer = try Package(version: "1.2.4")
        try withExtendedLifetime(newer) {
            let upgraded = try dpkg(["--install", newer.path])
            #expect(upgraded.status == 0, "\(upgraded.output) \(upgraded.errors)")
        }
        try unchanged()
        let purged = try dpkg(["--purge", "onecard"])
        #expect(purged.status == 0, "\(purged.output) \(purged.errors)")
        try unchanged()
        #expect(!FileManager.default.fileExists(atPath: folder.path("usr/bin/onecard")))
    }

    @Test("The package installs into a clean root and runs there")
    func installsAndRuns() throws {
        let folder = try TemporaryFolder()
        let deb = try PackageTests.first.get().path

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
            "usr/bin/onecard", "lib/systemd/system/onecard.service", "usr/share/onecard/onecard.default",
            "usr/share/onecard/samples/guides/site.yaml", "usr/share/onecard/samples/cards/designs",
            "usr/share/man/man1/onecard.1.gz", "usr/share/man/man1/onecard-serve.1.gz",
            "usr/share/bash-completion/completions/onecard", "usr/share/zsh/vendor-completions/_onecard",
            "usr/share/fish/vendor_completions.d/onecard.fish", "usr/share/onecard/onecard.rules.yml",
            "usr/share/doc/onecard/copyright",
        ] { #expect(FileManager.default.fileExists(atPath: file(name)), "\(name)") }
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
                "serve", "--guides", file("usr/share/onecard/samples/guides"), "--cards",
                file("usr/share/onecard/samples/cards"), "--port", "0",
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
