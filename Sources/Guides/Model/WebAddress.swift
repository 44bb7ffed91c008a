internal import Foundation

/// An address of the web, taken apart as RFC 3986 writes it, with a host as DNS (RFC 1123) and IP have it.
package enum WebAddress {
    /// The parts of an address, each as it was written.
    package struct Parts: Sendable, Equatable {
        /// https, not http.
        package let isSecure: Bool
        /// What stands before an `@`; nil where nothing does.
        package let user: String?
        /// Without the port: `yikatong.example`, `192.168.1.2`, `[2001:db8::1]`.
        package let host: String
        /// What stands behind the host's colon, perhaps nothing; nil where there is no colon.
        package let port: String?
        /// Path, query and fragment.
        package let rest: String

        /// Scheme, host and port: what site.yaml calls 网址.
        package var base: String { (isSecure ? "https://" : "http://") + host + (port.map { ":\($0)" } ?? "") }
    }

    /// Whether `text` is an http or https address that some browser could open.
    package static func isAbsolute(_ text: String) -> Bool { problem(in: text) == nil }

    /// The host, with its port where one is given: `yikatong.example`, `192.168.1.2:8080`.
    package static func host(of text: String) -> String? {
        parts(of: text).map { parts in
            (parts.user.map { "\($0)@" } ?? "") + parts.host + (parts.port.map { ":\($0)" } ?? "")
        }
    }

    /// The parts; nil where the text does not begin with `https://` or `http://`.
    package static func parts(of text: String) -> Parts? {
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
            let behind = text.dropFirst(scheme.count)
            var authority = behind.prefix { !"/?#".contains($0) }
            let rest = behind[authority.endIndex...]
            var user: String?
            if let sign = authority.lastIndex(of: "@") {
                user = String(authority[..<sign])
                authority = authority[authority.index(after: sign)...]
            }
            // The colons of an IPv6 address stand between brackets.
            let hostEnd = authority.hasPrefix("[") ? authority.lastIndex(of: "]") ?? authority.endIndex : nil
            let colon = authority[(hostEnd ?? authority.startIndex)...].lastIndex(of: ":")
            return Parts(
                isSecure: scheme == "https://", user: user, host: String(authority[..<(colon ?? authority.endIndex)]),
                port: colon.map { String(authority[authority.index(after: $0)...]) }, rest: String(rest))
        }
        return nil
    }

    /// What makes it impossible that an address is ever opened, as advice to whoever wrote it; nil for a good one.
    package static func problem(in text: String) -> String? {
        guard let parts = parts(of: text) else { return schemeProblem(in: text) }
        if parts.user != nil { return "不能带用户名和密码，请删去“@”和它前面的，写成\(scheme(parts))\(parts.host)\(parts.rest)" }
        if let problem = hostProblem(parts.host, in: text) { return problem }
        if let port = parts.port {
            if port.isEmpty { return "主机名后面的冒号没有端口，请删去冒号" }
            let number = port.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(port) : nil
            guard let number, (1...65_535).contains(number), !port.hasPrefix("0") else {
                return "端口“\(port)”不对，应当是1到65535的整数"
            }
        }
        let escaped = parts.rest.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
        return escaped ? nil : "网址里有空格或汉字，请从浏览器的地址栏复制转码以后的整个网址"
    }

    private static func scheme(_ parts: Parts) -> String { parts.isSecure ? "https://" : "http://" }

    /// What was meant by an address that begins with neither scheme.
    private static func schemeProblem(in text: String) -> String {
        let fallback = "应当以https://或http://开头"
        guard let match = text.wholeMatch(of: /(?i:(https?))\s*[:：]?\s*[\/／]{1,3}(.*)/) else { return fallback }
        let mended = match.1.lowercased() + "://" + match.2
        guard mended != text, let parts = parts(of: mended), !parts.host.isEmpty else { return fallback }
        let what = match.1.lowercased() == match.1 ? "https后面是半角的“://”" : "https要用小写"
        return "\(what)，请写成\(mended)"
    }

    private static func hostProblem(_ host: String, in text: String) -> String? {
        if host.isEmpty { return "没有主机名" }
        if host.hasPrefix("[") {
            return IPAddress(host.dropFirst().dropLast()) == .six && host.hasSuffix("]") ? nil : "“\(host)”不是IPv6地址"
        }
        guard host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            if let encoded = URLComponents(string: "https://\(host)/")?.encodedHost,
                encoded.hasPrefix("xn--")
                    || encoded.contains(".xn--"), hostProblem(encoded, in: text) == nil
            {
                return "有的扫码程序打不开中文域名，请写成转码的形式：\(text.replacing(host, with: encoded, maxReplacements: 1))"
            }
            return "主机名“\(host)”里有不能用的字"
        }
        // A browser takes a host whose last part is a number for an IPv4 address.
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let named = labels.last == "" ? labels.dropLast() : labels[...]
        if let last = named.last, last.utf8.first.map({ (0x30...0x39).contains($0) }) == true,
            last.utf8.allSatisfy({ (0x30...0x39).contains($0) }) || last.lowercased().hasPrefix("0x")
        {
            return IPAddress(host[...]) == .four ? nil : "“\(host)”不是IP地址：四个0到255的数，用点隔开"
        }
        guard host.utf8.count <= 253, !named.isEmpty, named.allSatisfy({ isLabel($0) }) else {
            return "主机名“\(host)”不对：每一段只能有字母、数字和连字符，不能以连字符开头、结尾，两点不能相连"
        }
        return nil
    }

    /// Whether a part of a host is as RFC 1123, section 2.1, has it.
    private static func isLabel(_ label: Substring) -> Bool {
        let isMade = label.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == 0x2D
        }
        return isMade && (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
    }
}
