extension WebAddress {
    /// Why an address should not stand on a card that goes out, in a few words; nil for one of the open web.
    ///
    /// Nobody outside can open the address of a machine in an office, a browser warns of http, and a sample's host
    /// belongs to nobody (RFC 6761, RFC 2606).
    package static func doubt(about address: String) -> String? {
        guard let parts = parts(of: address) else { return "不是网址" }
        let host = parts.host.lowercased()
        let name = host.hasSuffix(".") ? String(host.dropLast()) : host
        if host.hasPrefix("[") || IPAddress(host[...]) != nil { return "IP地址" }
        let isLocal = localNames.contains { name == $0 || name.hasSuffix("." + $0) }
        if isLocal || !name.contains(".") { return "本机或内网的网址" }
        if isSampleHost(name) { return "示例网址" }
        return parts.isSecure ? nil : "不是https的网址"
    }

    /// Names that no public name server answers for (RFC 6761, 6762, 8375, and what routers use).
    private static let localNames = ["localhost", "local", "lan", "internal", "intranet", "home.arpa"]
}
