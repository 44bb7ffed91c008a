internal import Foundation
internal import Glibc
internal import TestSupport
internal import Testing

@testable internal import LookupServer

/// Files at the site's root.
@Suite(.serialized) struct PublicFolderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.makeFolder("public/inner.txt")
        try folder.write("secret", to: "secret.txt")
        try folder.write("aB3dE5fG7hI9jK1m", to: "public/MP_verify_aB3dE5fG7hI9jK1m.txt")
        try folder.write(String(repeating: "a", count: 64 << 10), to: "public/largest.html")
        try folder.write(String(repeating: "a", count: (64 << 10) + 1), to: "public/too-large.txt")
        for name in ["微信.txt", "a b.txt", ".hidden.txt", "page.php", "noending", "draft.txt~"] {
            try folder.write("x", to: "public/" + name)
        }
        #expect(mkfifo(folder.path("public/pipe.txt"), 0o600) == 0)
        #expect(symlink(folder.path("secret.txt"), folder.path("public/linked.txt")) == 0)
        #expect(symlink(folder.path("nowhere"), folder.path("public/dangling.txt")) == 0)
    }

    @Test func `Plain small files are listed as served, all others with why they are not`() throws {
        let contents = PublicFolder(folder.path("public")).contents
        #expect(
            contents.filter { $0.problem == nil }.map(\.name)
                == ["MP_verify_aB3dE5fG7hI9jK1m.txt", "largest.html", "linked.txt"])
        func words(_ name: String) -> String? { contents.first { $0.name == name }?.problem?.words }
        for name in ["微信.txt", "a b.txt", "page.php", "noending"] {
            #expect(words(name)?.contains("文件名只能用") == true, "\(name)")
        }
        for name in ["inner.txt", "pipe.txt", "dangling.txt"] {
            #expect(words(name)?.contains("不是普通文件") == true, "\(name)")
        }
        #expect(words("too-large.txt")?.contains("超过64 KB") == true)
        #expect(contents.count == 11)
        #expect(PublicFolder(folder.path("nowhere")).contents.isEmpty)
    }

    @Test func `They are served with their type, and nothing else of the disk is`() async throws {
        try await Daemon.run(publicFiles: PublicFolder(folder.path("public"))) { daemon in
            let verify = try daemon.ask("/MP_verify_aB3dE5fG7hI9jK1m.txt")
            #expect(verify.status == 200)
            #expect(verify.text == "aB3dE5fG7hI9jK1m")
            #expect(verify["content-type"] == "text/plain; charset=utf-8")
            #expect(try daemon.ask("/largest.html").body.count == 64 << 10)
            for target in [
                "/secret.txt", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/too-large.txt",
                "/pipe.txt",
                "/inner.txt", "/.hidden.txt", "/page.php", "/a%20b.txt", "/%E5%BE%AE%E4%BF%A1.txt", "/dangling.txt",
                "/public/MP_verify_aB3dE5fG7hI9jK1m.txt", "/favicon.ico",
            ] {
                let answer = try daemon.ask(target)
                #expect(answer.status == 404, "\(target)")
                #expect(!answer.text.contains("secret\n"))
            }
        }
    }

    @Test func `There is a robots.txt that keeps crawlers to one page a guide, unless a file says otherwise`()
        async throws
    {
        try await Daemon.run { daemon in
            let robots = try daemon.ask("/robots.txt")
            #expect(robots.status == 200)
            #expect(robots.text == "User-agent: *\nDisallow: /search\nDisallow: /*?\nDisallow: /c/*/\n")
        }
        try folder.write("User-agent: *\nDisallow: /\n", to: "public/robots.txt")
        try await Daemon.run(publicFiles: PublicFolder(folder.path("public"))) { daemon in
            let robots = try daemon.ask("/robots.txt")
            #expect(robots.text == "User-agent: *\nDisallow: /\n")
        }
    }
}
