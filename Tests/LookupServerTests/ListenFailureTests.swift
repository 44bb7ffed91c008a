internal import Glibc
internal import NIOCore
internal import Testing

@testable internal import LookupServer

/// Why nothing can be served at an address; what a test may not bring about is told to it as the system would.
@Suite struct ListenFailureTests {
    @Test(arguments: [
        (EADDRINUSE, 8080, "端口8080已经有程序在用"), (EACCES, 80, "没有权限用端口80：小于1024的端口要管理员给权限"),
        (EACCES, 8080, "没有权限在127.0.0.1:8080提供服务"), (EADDRNOTAVAIL, 8080, "“127.0.0.1”不是这台机器的地址"),
        (EMFILE, 8080, "打开的文件太多"),
    ])
    func `Each cause has its own sentence, without the system's words`(code: Int32, port: Int, words: String) {
        let error = IOError(errnoCode: code, reason: "bind(descriptor:ptr:bytes:)")
        let failure = ListenFailure(error, at: ListenAddress(host: "127.0.0.1", port: port))
        #expect(failure.description.hasPrefix(words), "\(failure)")
        #expect(!failure.description.contains("bind(") && !failure.description.contains("errno"), "\(failure)")
    }
}
