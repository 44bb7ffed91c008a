internal import DataFiles
internal import LookupServer

/// What is wrong with the daemon's own files, as `/readyz` says it until somebody has seen to it.
struct StandingFaults {
    private let data: String?
    private let certificates: TLSCertificates?

    /// - Parameter data: The folder of the daemon's data.
    init(data: String?, _ certificates: TLSCertificates?) {
        self.data = data
        self.certificates = certificates
    }

    var problems: [LiveSite.Problem] {
        let damaged: [LiveSite.Problem] =
            data.map { data in DamagedFile.names(in: data).map { .damaged(data + "/" + $0) } } ?? []
        return [certificates?.fault].compactMap(\.self) + damaged
    }
}
