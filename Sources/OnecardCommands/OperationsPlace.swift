internal import LookupServer

/// Where operators ask.
enum OperationsPlace: Equatable {
    /// At the public address, programs of this machine alone: for machines without a proxy, which would pass everybody on as
    /// such a program.
    case local
    case address(ListenAddress)

    /// Reads `local`, or an address with its port; nil where it is neither.
    init?(_ text: String) {
        if text == "local" {
            self = .local
        } else if let address = ListenAddress(text) {
            self = .address(address)
        } else {
            return nil
        }
    }
}
