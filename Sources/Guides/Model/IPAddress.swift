internal import Glibc

/// The two kinds of addresses of machines.
enum IPAddress {
    case four, six

    /// The kind of an address as `inet_pton` reads it: 192.168.1.2, 2001:db8::1; nil for what is none.
    init?(_ text: Substring) {
        var room = (UInt64(0), UInt64(0))
        if inet_pton(AF_INET, String(text), &room) == 1 {
            self = .four
        } else if inet_pton(AF_INET6, String(text), &room) == 1 {
            self = .six
        } else {
            return nil
        }
    }
}
