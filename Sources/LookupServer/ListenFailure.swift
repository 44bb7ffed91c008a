internal import Glibc
internal import NIOCore

/// Why nothing can be served at an address, and what to do: one sentence for each cause.
package struct ListenFailure: Error, CustomStringConvertible {
    package let description: String

    /// - Parameter error: What running the application threw.
    package init(_ error: any Error, at address: ListenAddress) {
        let place = "\(address.host):\(address.port)"
        description =
            switch error {
            case let error as IOError: ListenFailure.words(error.errnoCode, place, address)
            case is SocketAddressError, is SocketAddressError.UnknownHost: ListenFailure.unknownHost(address)
            default: "不能在\(place)提供服务：\(error)"
            }
    }

    private static func words(_ code: Int32, _ place: String, _ address: ListenAddress) -> String {
        switch code {
        case EADDRINUSE: "端口\(address.port)已经有程序在用（可能是另一个onecard），请先停掉它，或用 --port 换一个"
        case EACCES, EPERM:
            address.port < 1024
                ? "没有权限用端口\(address.port)：小于1024的端口要管理员给权限；请用 --port 8080，或用安装包里的systemd服务"
                : "没有权限在\(place)提供服务，请检查防护软件的设置"
        case EADDRNOTAVAIL: "“\(address.host)”不是这台机器的地址，请检查 --host；写 0.0.0.0 就在所有网络上提供"
        case EAFNOSUPPORT: "这台机器不支持“\(address.host)”这类地址（IPv6可能关了），请换 --host"
        case EMFILE, ENFILE: "打开的文件太多，不能在\(place)提供服务；请调高系统的文件数限制（ulimit -n）"
        default: "不能在\(place)提供服务：\(String(cString: strerror(code)))"
        }
    }

    private static func unknownHost(_ address: ListenAddress) -> String {
        "找不到名为“\(address.host)”的机器，请检查 --host；一般写 127.0.0.1 或 0.0.0.0"
    }
}
