import Foundation
import TestSupport
import Testing

/// `onecard reload`, which `systemctl reload` runs, on the built daemon.
@Suite struct ReloadCommandTests {
    private func reload(_ control: String, _ pid: Int32, _ more: [String] = []) throws -> Program.Result {
        try Program.run([BuiltDaemon.executable, "reload", "--control", control, "--pid", String(pid)] + more)
    }

    @Test func `A reload ends well when all is served, and else says why, each time anew`() async throws {
        try await onThread {
            let folder = try TemporaryFolder()
            let control = folder.path("control")
            let tree = try SmallTree()
            let daemon = try BuiltDaemon(tree, ["--control", control])
            let pid = daemon.process.processIdentifier
            let good = try String(contentsOfFile: tree.item, encoding: .utf8)

            // Whatever state the files are in when the order comes, the answer is about that state.
            for _ in 1...2 {
                try SmallTree.write(good + "\n坏: [\n", to: tree.item)
                let refused = try reload(control, pid)
                #expect(refused.status == 1)
                #expect(refused.errors.contains("施工许可.yaml:") && refused.errors.contains("继续提供原来的内容"))
                #expect(try daemon.ask("/c/CY7MN").status == 200)

                try SmallTree.write(good, to: tree.item)
                let done = try reload(control, pid)
                #expect(done.status == 0, "\(done.errors)")
                #expect(done.errors.isEmpty)
            }

            // Who is not there, or never answers, is not waited for without end.
            #expect(try reload(folder.path("none"), pid).status == 1)
            daemon.signal(SIGSTOP)
            let silent = try reload(control, pid, ["--within", "1"])
            daemon.signal(SIGCONT)
            #expect(silent.status == 1 && silent.errors.contains("1秒内没有答复"))
            #expect(daemon.stop() == 0)
            let gone = try reload(control, pid)
            #expect(gone.status == 1 && gone.errors.contains("通知不了进程"))
            #expect(try reload(control, 0).status == 64)
        }.get()
    }

    @Test func `A certificate that cannot be used makes a reload fail`() async throws {
        try await onThread {
            let folder = try TemporaryFolder()
            let control = folder.path("control")
            let made = try Program.run([
                "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "90",
                "-keyout", folder.path("key.pem"), "-out", folder.path("cert.pem"),
            ])
            try #require(made.status == 0, "\(made.errors)")
            let daemon = try BuiltDaemon(
                try SmallTree(),
                [
                    "--control", control, "--tls-cert", folder.path("cert.pem"), "--tls-key", folder.path("key.pem"),
                ])
            let pid = daemon.process.processIdentifier
            #expect(try reload(control, pid).status == 0)
            try SmallTree.write("不是证书", to: folder.path("cert.pem"))
            let refused = try reload(control, pid)
            #expect(refused.status == 1)
            #expect(refused.errors.contains("证书"), "\(refused.errors)")
            #expect(daemon.stop() == 0)
        }.get()
    }
}
