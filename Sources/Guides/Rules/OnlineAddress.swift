package import Diagnostics

/// 办理形式 offers a way over the network, and no address says where (网办地址, 移动端办理地址).
///
/// Samples are left alone: which platform the authority uses is not public knowledge, and an address that was guessed would
/// send people to the wrong place. The page of a sample says that it is one.
package enum OnlineAddress: ItemRule {
    package static let name = "online-address"
    package static let severity = Severity.warning
    package static let manual = """
        能在网上办的事项，要写网办地址；能用手机申请的，要写移动端办理地址。否则申请人知道能网上办，却找不到在哪里办。示例指南可以不写：地址不要猜。

        错误：
            办理形式: [窗口办理, 电脑端网上办理]
        正确：
            办理形式: [窗口办理, 电脑端网上办理]
            网办地址: https://zwfw.example.gov.cn/item/1
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        guard item.review.state != .sample else { return [] }
        return [("电脑端网上办理", "网办地址"), ("移动端网上申请", "移动端办理地址")].compactMap { channel, key in
            guard let index = item.channels.firstIndex(of: channel), !file.has(key) else { return nil }
            return finding("能“\(channel)”，却没有写“\(key)”，请补上地址，或改办理形式", at: file.place("办理形式", .index(index)))
        }
    }
}
