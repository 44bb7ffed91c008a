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
        let damaged = data.map { data in DamagedFile.names(in: data).map { damage(data + "/" + $0) } } ?? []
        return [certificates?.fault].compactMap(\.self) + damaged
    }

    private func damage(_ path: String) -> LiveSite.Problem {
        LiveSite.Problem(
            file: path, line: nil, rule: "damaged-file",
            message: "文件坏了，已改成这个名字保存，另建了新的；查看磁盘，救出里面的内容或者确认不要了，就把它移走", isError: false)
    }
}
