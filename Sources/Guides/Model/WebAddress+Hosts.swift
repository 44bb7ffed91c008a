extension WebAddress {
    /// Whether an address's host is one that belongs to nobody and never will (RFC 6761, RFC 2606).
    package static func isSample(_ address: String) -> Bool {
        hostName(of: address).map { isSampleHost($0) } ?? false
    }

    /// Whether an address's host reads as a government's: a name under gov.cn or .政务, or one that has gov among its words,
    /// as hosts have that want to be taken for one.
    package static func looksGovernmental(_ address: String) -> Bool {
        guard let name = hostName(of: address), !isSampleHost(name) else { return false }
        return name.split(separator: ".").contains { label in
            governmentLabels.contains(String(label)) || label.split(separator: "-").contains("gov")
        }
    }

    /// Whether a host, in lower case and without a final stop, is a sample.
    static func isSampleHost(_ name: String) -> Bool {
        sampleNames.contains { name == $0 || name.hasSuffix("." + $0) }
    }

    private static func hostName(of address: String) -> String? {
        guard let host = parts(of: address)?.host.lowercased() else { return nil }
        return host.hasSuffix(".") ? String(host.dropLast()) : host
    }

    private static let sampleNames = ["example", "test", "invalid", "example.com", "example.net", "example.org"]

    /// gov as a label of its own, and 政务 as DNS writes it.
    private static let governmentLabels: Set<String> = ["gov", "xn--zfr164b"]
}
