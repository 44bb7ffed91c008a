package import Diagnostics

/// The address that is printed on cards has more than a scheme and a host, so that the codes behind it would not be found.
package enum BaseAddress: FileRule {
    package static let name = "base-address"
    package static let severity = Severity.error
    package static let manual = """
        网址会印在卡上，后面接“/c/短码”，所以只写协议和主机名，不带路径、问号和井号。

        错误：
            网址: https://yikatong.example/index.html
        正确：
            网址: https://yikatong.example
        """

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        guard file.kind == .site else { return [] }
        let nodes = [file.root?["网址"]].compactMap(\.self) + (file.root?["曾用网址"]?.elements ?? [])
        return nodes.compactMap { node in
            guard let text = node.text, WebAddress.isAbsolute(text), let host = WebAddress.host(of: text) else {
                return nil
            }
            let base = (text.hasPrefix("https") ? "https://" : "http://") + host
            guard Site.withoutFinalSlash(text) != base || host.contains("@") else { return nil }
            return finding("网址后面不能带路径，请写成\(base)", at: node.mark.location(in: file.path))
        }
    }
}
