package import Diagnostics

/// A sample gives an address of its own that reads as a government's.
///
/// Nobody gave the sample that host: who scans or taps it ends at somebody else's door, or at one that is for sale.
package enum GovernmentHost: FileRule {
    package static let name = "government-host"
    package static let severity = Severity.error
    package static let manual = """
        示例数据的网址不能像政府网站：印在卡上、写在页面上，别人会当真，而这个域名不是给示例用的。示例用example结尾的域名，谁也注册不了；正式上线时换成本单位已备案的域名，并把“示例数据”改成“否”。示例指南里的网办地址不知道就不写。

        错误：
            网址: https://zw.jining.gov.cn
            示例数据: 是
        正确：
            网址: https://yikatong.example
            示例数据: 是
        """

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        samples(in: file).compactMap { node in
            guard let address = node.text, WebAddress.looksGovernmental(address) else { return nil }
            let advice = file.kind == .site ? "请用example结尾的域名，如https://yikatong.example" : "不知道真的地址就不写这一行"
            return finding(
                "示例数据的网址不能像政府网站：“\(WebAddress.host(of: address) ?? address)”，\(advice)",
                at: node.mark.location(in: file.path))
        }
    }

    /// The addresses of a file that are samples: all that a sample site says of itself, and where to apply in a guide that
    /// is a sample, as a whole or in that key.
    private static func samples(in file: GuideFile) -> [MarkedNode] {
        guard let root = file.root else { return [] }
        switch file.kind {
        case .site:
            guard root["示例数据"]?.text == "是" else { return [] }
            return [root["网址"]].compactMap(\.self) + (root["曾用网址"]?.elements ?? [])
        case .item:
            let named = root["示例"]?.elements.compactMap(\.text) ?? []
            let isSample = root["核对"]?["状态"]?.text == Review.State.sample.rawValue
            let online = Item.onlineKeys.filter { isSample || named.contains($0) }.compactMap { root[$0] }
            let contacts = ["咨询方式", "监督投诉方式"].filter { isSample || named.contains($0) }
            return online + contacts.compactMap { root[$0]?["网址"] }
        default: return []
        }
    }
}

extension Item {
    /// The keys of the addresses at which one applies.
    static let onlineKeys = ["网办地址", "移动端办理地址", "计算机端跳转地址"]
}
