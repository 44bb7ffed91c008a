internal import Glibc
internal import NIOCore

/// Who asks, as far as limits go: an IPv4 address or an IPv6 network of 64 bits, which one household or host has.
///
/// Held in memory while a client is active, never written anywhere.
struct ClientAddress: Hashable, Sendable {
    private let isIPv6: Bool
    private let bits: UInt64

    private static let local = ClientAddress(isIPv6: false, bits: 0x7F00_0001)

    private init(isIPv6: Bool, bits: UInt64) {
        self.isIPv6 = isIPv6
        self.bits = bits
    }

    /// A socket without an address is one of this machine.
    init(_ address: SocketAddress?) {
        guard let bytes = address.flatMap(IPBytes.init) else {
            self = ClientAddress.local
            return
        }
        self.init(bytes)
    }

    /// Nil where there is no address.
    init?(_ address: IPBytes?) {
        guard let address else { return nil }
        self.init(address)
    }

    fileprivate init(_ address: IPBytes) {
        self.init(
            isIPv6: address.bytes.count == 16,
            bits: address.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// The client behind trusted proxies: the last address of `X-Forwarded-For` that is not itself such a proxy.
    ///
    /// - Parameters:
    ///   - peer: Who is connected.
    ///   - forwarded: The field's values in their order.
    /// - Returns: With what of the field came from a trusted proxy and is no address.
    static func behindProxies(
        _ peer: SocketAddress?, forwarded: [String], trusting ranges: [NetworkRange]
    ) -> (client: ClientAddress, unreadable: String?) {
        guard let peer, let bytes = IPBytes(peer), ranges.contains(where: { $0.contains(bytes) }) else {
            return (ClientAddress(peer), nil)
        }
        var client = ClientAddress(bytes)
        for element in forwarded.flatMap({ $0.split(separator: ",") }).reversed() {
            let text = element.filter { $0 != " " && $0 != "\t" }
            guard let address = IPBytes(forwarded: text) else { return (client, text) }
            client = ClientAddress(address)
            guard ranges.contains(where: { $0.contains(address) }) else { break }
        }
        return (client, nil)
    }
}

/// 4 or 16 bytes of an address; an IPv4 address mapped into IPv6 is one of IPv4.
struct IPBytes: Hashable, Sendable {
    let bytes: [UInt8]

    init?(_ address: SocketAddress) {
        guard let text = address.ipAddress else { return nil }
        self.init(text)
    }

    /// Reads `192.0.2.1` or `2001:db8::1`.
    init?(_ text: some StringProtocol) {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, String(text), &bytes) == 1 {
            self.init(Array(bytes.prefix(4)))
        } else if inet_pton(AF_INET6, String(text), &bytes) == 1 {
            self.init(bytes)
        } else {
            return nil
        }
    }

    /// Reads an address as proxies write it: also `192.0.2.1:4711`, `[2001:db8::1]`, `[2001:db8::1]:4711`, and with a
    /// zone, `fe80::1%eth0`.
    init?(forwarded text: some StringProtocol) {
        var address = Substring(text)
        var port: Substring?
        if address.first == "[" {
            guard let end = address.firstIndex(of: "]") else { return nil }
            let rest = address[address.index(after: end)...]
            guard rest.isEmpty || rest.first == ":" else { return nil }
            port = rest.isEmpty ? nil : rest.dropFirst()
            address = address[address.index(after: address.startIndex)..<end]
        } else if let colon = address.firstIndex(of: ":"), address.lastIndex(of: ":") == colon {
            // One colon: IPv6 has two at least.
            port = address[address.index(after: colon)...]
            address = address[..<colon]
        }
        if let port, UInt16(port) == nil { return nil }
        if let zone = address.firstIndex(of: "%"), address.contains(":") { address = address[..<zone] }
        self.init(address)
    }

    private init(_ bytes: [UInt8]) {
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        self.bytes = bytes.count == 16 && bytes.starts(with: mapped) ? Array(bytes.suffix(4)) : bytes
    }
}

/// A range of addresses, `10.0.0.0/8`, or a single one.
package struct NetworkRange: Sendable, Hashable {
    private let network: IPBytes
    private let length: Int

    /// Nil where the text is no address with an optional prefix length.
    package init?(_ text: String) {
        let sides = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(sides.count), let network = IPBytes(sides[0]) else { return nil }
        let longest = network.bytes.count * 8
        guard let length = sides.count == 2 ? Int(sides[1]) : longest, (0...longest).contains(length) else {
            return nil
        }
        self.network = network
        self.length = length
    }

    func contains(_ address: IPBytes) -> Bool {
        guard address.bytes.count == network.bytes.count else { return false }
        return (0..<address.bytes.count).allSatisfy { index in
            let bits = min(8, max(0, length - index * 8))
            let mask = UInt8(truncatingIfNeeded: 0xFF00 >> bits)
            return address.bytes[index] & mask == network.bytes[index] & mask
        }
    }
}
