package import Diagnostics

/// The address that is printed on cards has more than a scheme and a host, or is not written as every scanner and
/// browser takes it, so that the codes behind it would not be found.
package enum BaseAddress: FileRule {
    package static let name = "base-address"
    package static let severity = Severity.error
    package static let manual = """
        网址会印在卡上，后面接“/c/短码”，所以只写协议和主机名，不带路径、问号和井号；主机名用小写，末尾没有点，不写80、443这样的默认端口。

        错误：
            网址: https://yikatong.example/index.html
        正确：
            网址: https://yikatong.example
        """

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        guard file.kind == .site else { return [] }
        let nodes = [file.root?["网址"]].compactMap(\.self) + (file.root?["曾用网址"]?.elements ?? [])
        return nodes.compactMap { node in
            node.text.flatMap(problem).map { finding($0, at: node.mark.location(in: file.path)) }
        }
    }

    /// What is wrong with a good address as the beginning of printed ones; nil also for what is no address at all.
    package static func problem(in text: String) -> String? {
        guard WebAddress.isAbsolute(text), let parts = WebAddress.parts(of: text) else { return nil }
        var host = parts.host.lowercased()
        if host.hasSuffix(".") { host = String(host.dropLast()) }
        let port = parts.port == (parts.isSecure ? "443" : "80") ? nil : parts.port
        let base = (parts.isSecure ? "https://" : "http://") + host + (port.map { ":\($0)" } ?? "")
        // site.yaml may end it with a slash, see `Site.withoutFinalSlash`.
        guard Site.withoutFinalSlash(text) != base else { return nil }
        let reason =
            switch true {
            case !["", "/"].contains(parts.rest): "网址后面不能带路径"
            case host != parts.host.lowercased(): "主机名末尾的点要删去"
            case host != parts.host: "主机名要用小写"
            default: "默认端口不用写"
            }
        return "\(reason)，请写成\(base)"
    }
}
