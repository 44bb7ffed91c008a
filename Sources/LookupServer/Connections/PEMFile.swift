internal import Foundation

/// What is wrong with a file that should be PEM (RFC 7468), as people receive them: one sentence for each cause.
enum PEMFile {
    enum Role: String {
        case certificate = "证书", key = "私钥"
    }

    /// Why a file cannot be used, and what to do; nil where nothing is seen.
    static func problem(in path: String, as role: Role) -> String? {
        let name = "\(role.rawValue)文件“\(path)”"
        var isFolder = ObjCBool(false)
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return "没有\(name)，请检查路径" }
        guard !isFolder.boolValue else { return "\(name)是文件夹，请写到文件为止" }
        guard let data = FileManager.default.contents(atPath: path) else {
            return "没有权限读\(name)，请让运行onecard的用户能读它"
        }
        let bytes = Array(data)
        if bytes.isEmpty { return "\(name)是空的，请换成发证机构给的文件" }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return "\(name)开头有看不见的BOM（记事本存成“带BOM的UTF-8”就会这样），请另存为不带BOM的UTF-8或ANSI"
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return "\(name)存成了UTF-16，请另存为不带BOM的UTF-8或ANSI"
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains("-----BEGIN ") else {
            return bytes[0] == 0x30
                ? binary(name, bytes, role) : "\(name)不是PEM格式（应当以“-----BEGIN”开头），请向发证机构要PEM格式（Nginx用）的文件"
        }
        if text.contains("ENCRYPTED") {
            return "\(name)有密码保护，程序不会问密码；请去掉密码：openssl pkey -in \(path) -out 新文件"
        }
        if text.contains("CERTIFICATE REQUEST-----") { return "\(name)是证书申请（CSR），不是证书，请换成发证机构签发的文件" }
        switch role {
        case .certificate where !text.contains("-----BEGIN CERTIFICATE-----"):
            return text.contains("PRIVATE KEY-----")
                ? "\(name)里是私钥；--tls-cert 写证书，--tls-key 写私钥，是否写反了？" : "\(name)里没有证书，请检查"
        case .key where !text.contains("PRIVATE KEY-----"):
            return text.contains("CERTIFICATE-----")
                ? "\(name)里是证书；--tls-cert 写证书，--tls-key 写私钥，是否写反了？" : "\(name)里没有私钥，请检查"
        default: break
        }
        return blocks(in: text).contains(where: isSM2) ? "\(name)是国密SM2的，浏览器和本程序都用不了；请用RSA或ECDSA的证书，国密由前面的代理提供" : nil
    }

    /// DER: either a store with a password, or a single certificate or key.
    private static func binary(_ name: String, _ bytes: [UInt8], _ role: Role) -> String {
        // PKCS #12 begins with its version, the number 3.
        let inner = bytes.count > 2 && bytes[1] & 0x80 != 0 ? 2 + Int(bytes[1] & 0x7F) : 2
        if bytes.dropFirst(inner).starts(with: [0x02, 0x01, 0x03]) {
            return "\(name)是PFX（PKCS #12），请转成PEM：openssl pkcs12 -in 文件 -nodes -out 新文件.pem，两个选项都可以写这个新文件"
        }
        let command = role == .certificate ? "openssl x509 -inform der" : "openssl pkey -inform der"
        return "\(name)是二进制的DER，请转成PEM：\(command) -in 文件 -out 新文件.pem"
    }

    /// A pair in one text: the private key of one file and the certificates of another, without what else stands in them.
    static func pair(certificate: String, key: String) -> String {
        let keys = whole(in: key).filter { $0.label.hasSuffix("PRIVATE KEY") }.prefix(1)
        let certificates = whole(in: certificate).filter { $0.label == "CERTIFICATE" }
        return (keys + certificates).map(\.text).joined()
    }

    /// Each block with its label, from its first line to its last.
    private static func whole(in text: String) -> [(label: Substring, text: String)] {
        var found: [(label: Substring, text: String)] = []
        var open: (label: Substring, text: String)?
        for line in text.split(whereSeparator: \.isNewline) {
            if line.hasPrefix("-----BEGIN ") { open = (line.dropFirst(11).prefix { $0 != "-" }, "") }
            open?.text += line + "\n"
            guard line.hasPrefix("-----END "), let block = open else { continue }
            found.append(block)
            open = nil
        }
        return found
    }

    /// The bytes of each block.
    private static func blocks(in text: String) -> [[UInt8]] {
        text.components(separatedBy: "-----BEGIN ").dropFirst().compactMap { block in
            let lines = block.split(whereSeparator: \.isNewline).dropFirst().prefix { !$0.hasPrefix("-----END") }
            return Data(base64Encoded: lines.joined()).map { Array($0) }
        }
    }

    /// Whether the curve of SM2 is named, 1.2.156.10197.1.301.
    private static func isSM2(_ bytes: [UInt8]) -> Bool {
        let curve: [UInt8] = [0x06, 0x08, 0x2A, 0x81, 0x1C, 0xCF, 0x55, 0x01, 0x82, 0x2D]
        guard bytes.count >= curve.count else { return false }
        return (0...bytes.count - curve.count).contains { bytes[$0..<$0 + curve.count].elementsEqual(curve) }
    }
}
