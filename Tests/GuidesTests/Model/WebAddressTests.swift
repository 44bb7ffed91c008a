import Guides
import Testing

@Suite struct WebAddressTests {
    @Test(arguments: [
        "https://zhengwu.a.cn", "http://a.cn/", "https://zhengwu.a.cn:8443/c/4K7MM?x=1#y",
        "http://192.168.1.20:8080", "https://[2001:db8::1]:8080/", "http://localhost:1", "https://a.cn:65535",
        "https://xn--4gqy4kp46d.xn--w9s172b.xn--fiqs8s", "https://zhengwu.a.cn.", "https://1-a.3com.cn",
        "https://a.cn/p?q=http://user@b/", "https://0x1.cn", "https://ZHENGWU.a.cn",
    ])
    func `An address that some browser could open has no problem`(address: String) {
        #expect(WebAddress.problem(in: address) == nil)
        #expect(WebAddress.isAbsolute(address))
    }

    @Test(arguments: [
        ("www.example.com", "应当以https://或http://开头"), ("ftp://a.cn", "应当以https://或http://开头"),
        ("", "应当以https://或http://开头"),
        ("HTTPS://zhengwu.a.cn", "https要用小写，请写成https://zhengwu.a.cn"),
        ("https：//zhengwu.a.cn", "https后面是半角的“://”，请写成https://zhengwu.a.cn"),
        ("https//zhengwu.a.cn", "https后面是半角的“://”，请写成https://zhengwu.a.cn"),
        ("https:／／zhengwu.a.cn", "https后面是半角的“://”，请写成https://zhengwu.a.cn"),
        ("https:/zhengwu.a.cn", "https后面是半角的“://”，请写成https://zhengwu.a.cn"),
        ("https://user:pw@zhengwu.a.cn", "不能带用户名和密码，请删去“@”和它前面的，写成https://zhengwu.a.cn"),
        ("https://zhengwu.a.cn@evil.cn", "不能带用户名和密码，请删去“@”和它前面的，写成https://evil.cn"),
        ("https://", "没有主机名"), ("https:///c/4K7MM", "没有主机名"), ("https://:8080", "没有主机名"),
        ("https://zhengwu.a.cn:", "主机名后面的冒号没有端口，请删去冒号"),
        ("https://zhengwu.a.cn:/x", "主机名后面的冒号没有端口，请删去冒号"),
        ("https://zhengwu.a.cn:99999", "端口“99999”不对，应当是1到65535的整数"),
        ("https://zhengwu.a.cn:0", "端口“0”不对，应当是1到65535的整数"),
        ("https://zhengwu.a.cn:080", "端口“080”不对，应当是1到65535的整数"),
        ("https://zhengwu.a.cn:8a", "端口“8a”不对，应当是1到65535的整数"),
        ("https://zhengwu.a.cn:99999999999999999999", "端口“99999999999999999999”不对，应当是1到65535的整数"),
        ("https://192.168.1", "“192.168.1”不是IP地址：四个0到255的数，用点隔开"),
        ("https://192.168.1.256", "“192.168.1.256”不是IP地址：四个0到255的数，用点隔开"),
        ("https://[2001:db8::1", "“[2001:db8::1”不是IPv6地址"), ("https://[zw]", "“[zw]”不是IPv6地址"),
        (
            "https://一卡通.济宁.中国/c/4K7MM",
            "有的扫码程序打不开中文域名，请写成转码的形式：https://xn--4gqy4kp46d.xn--w9s172b.xn--fiqs8s/c/4K7MM"
        ),
        ("https://zhengwu.a.cn/办事", "网址里有空格或汉字，请从浏览器的地址栏复制转码以后的整个网址"),
        ("https://zhengwu.a.cn/a b", "网址里有空格或汉字，请从浏览器的地址栏复制转码以后的整个网址"),
    ])
    func `What nobody could ever open is told with what to write`(address: String, problem: String) {
        #expect(WebAddress.problem(in: address) == problem)
    }

    @Test(arguments: [
        "-zhengwu.a.cn", "zw-.a.cn", "zheng_wu.a.cn", "zw..cn", ".gov.cn", "zw!.cn", ".",
        String(repeating: "a", count: 64) + ".cn", Array(repeating: "abcdefgh", count: 29).joined(separator: "."),
    ])
    func `A host that no name server knows is told`(host: String) {
        #expect(WebAddress.problem(in: "https://\(host)")?.hasPrefix("主机名“\(host)”不对：") == true)
    }

    @Test(
        arguments: [
            ("https://zhengwu.a.cn", nil), ("https://zhengwu.a.cn:8443", nil), ("https://a.cn", nil),
            ("http://zhengwu.a.cn", "不是https的网址"), ("https://8.8.8.8", "IP地址"), ("http://10.0.0.1:80", "IP地址"),
            ("https://[::1]", "IP地址"), ("https://localhost", "本机或内网的网址"), ("https://a.localhost", "本机或内网的网址"),
            ("https://printer.local", "本机或内网的网址"), ("https://nas.lan.", "本机或内网的网址"), ("https://zhengwu", "本机或内网的网址"),
            ("https://LOCALHOST", "本机或内网的网址"), ("https://a.example.com", "示例网址"), ("https://zw.test", "示例网址"),
            ("https://notexample.com", nil), ("https://local.cn", nil),
        ] as [(String, String?)])
    func `What should not go out on a card is said in a few words`(address: String, doubt: String?) {
        #expect(WebAddress.doubt(about: address) == doubt)
    }

    @Test(
        arguments: [
            ("https://zhengwu.a.cn", nil), ("https://zhengwu.a.cn/", nil), ("http://a.cn:8080", nil),
            ("https://a.cn//", "网址后面不能带路径，请写成https://a.cn"), ("https://a.cn/typo", "网址后面不能带路径，请写成https://a.cn"),
            ("https://a.cn?", "网址后面不能带路径，请写成https://a.cn"), ("https://a.cn#x", "网址后面不能带路径，请写成https://a.cn"),
            ("https://A.cn", "主机名要用小写，请写成https://a.cn"), ("https://a.cn.", "主机名末尾的点要删去，请写成https://a.cn"),
            ("https://a.cn:443", "默认端口不用写，请写成https://a.cn"), ("http://a.cn:80/", "默认端口不用写，请写成http://a.cn"),
            ("http://a.cn:443", nil), ("不是网址", nil),
        ] as [(String, String?)])
    func `The beginning of printed addresses is a scheme and a host, as every scanner takes them`(
        address: String, problem: String?
    ) {
        #expect(BaseAddress.problem(in: address) == problem)
    }
}
