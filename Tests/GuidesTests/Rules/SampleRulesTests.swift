import Diagnostics
import Guides
import Testing

/// The rules that keep samples and the office's own words apart.
struct SampleRulesTests {
    @Test func `A sample site takes no host that reads as a government's`() {
        expect(
            GovernmentHost.self,
            in: [
                "site.yaml":
                    "示例数据: 是\n网址: 1️⃣https://zw.jining.gov.cn\n曾用网址: [2️⃣https://ZW.GOV.CN., https://old.example, 3️⃣https://a.xn--zfr164b]\n"
            ],
            [
                "1️⃣ 示例数据的网址不能像政府网站：“zw.jining.gov.cn”，请用example结尾的域名，如https://yikatong.example",
                "2️⃣ 示例数据的网址不能像政府网站：“ZW.GOV.CN.”，请用example结尾的域名，如https://yikatong.example",
                "3️⃣ 示例数据的网址不能像政府网站：“a.xn--zfr164b”，请用example结尾的域名，如https://yikatong.example",
            ])
        expect(GovernmentHost.self, in: ["site.yaml": "示例数据: 否\n网址: https://zw.jining.gov.cn\n"], [])
    }

    @Test(arguments: [
        ("https://gov.cn", true), ("https://jining-gov.cn/c", true), ("https://gov.cn.evil.com:8443", true),
        ("https://zw.gov.example", false), ("https://govern.cn", false), ("https://zhengwu.a.cn", false),
        ("gov.cn", false),
    ])
    func `A host reads as a government's by its words`(address: String, isGovernmental: Bool) {
        #expect(WebAddress.looksGovernmental(address) == isGovernmental)
    }

    @Test func `A sample guide takes no government's address for where to apply`() {
        let message = "示例数据的网址不能像政府网站：“zwfw.sd.gov.cn”，不知道真的地址就不写这一行"
        expect(
            GovernmentHost.self,
            inItem: "网办地址: 1️⃣https://zwfw.sd.gov.cn/1\n移动端办理地址: https://m.example\n咨询方式: {网址: 2️⃣https://zwfw.sd.gov.cn}\n"
                + "核对: {状态: 示例}\n", ["1️⃣ \(message)", "2️⃣ \(message)"])
        expect(
            GovernmentHost.self,
            inItem: "示例: [网办地址]\n网办地址: 1️⃣https://zwfw.sd.gov.cn\n移动端办理地址: https://zwfw.sd.gov.cn\n核对: {状态: 待核}\n",
            ["1️⃣ \(message)"])
        // Where the law's text was read is no address of the sample's own.
        expect(
            GovernmentHost.self, in: ["policies/甲.yaml": "来源: {网址: https://www.gov.cn}\n核对: {状态: 示例}\n"], [])
    }

    private func left(_ names: String) -> String {
        "site.yaml里写着“示例数据: 否”，这里的\(names)还是示例，请换成公布的内容并删去示例的标记；没有换完以前，写“示例数据: 是”"
    }

    @Test func `What is left of the sample is found in a tree that says it is none`() {
        let files = [
            "items/甲.yaml": "承诺办结时限: {时限: 1日, 示例: 2️⃣是}\n示例: [1️⃣实施主体, 办理形式]\n核对: {状态: 示例}\n",
            "items/乙.yaml": "网办地址: 3️⃣https://a.example\n核对: {状态: 待核}\n",
            "items/丙.yaml": "咨询方式: {电话: 4️⃣0537-0000000}\n核对: {状态: 已核对}\n",
            "items/丁.yaml": "承诺办结时限: {时限: 1日, 示例: 否}\n咨询方式: {电话: 0537-2000000}\n核对: {状态: 已核对}\n",
            "notices/甲.yaml": "示例: 5️⃣是\n核对: {状态: 待核}\n",
        ]
        let site = "网址: 6️⃣https://card.example.com\n咨询电话: 0537-1234567\n政务大厅: [{名称: 甲, 示例: [7️⃣电话]}]\n"
        expect(
            SamplePart.self, in: files.merging(["site.yaml": "示例数据: 否\n" + site]) { $1 },
            [
                "4️⃣ " + left("“咨询方式”"), "3️⃣ " + left("“网办地址”"),
                "1️⃣ " + left("“实施主体”、“办理形式”、“承诺办结时限”、“核对”"), "5️⃣ " + left("“示例”"),
                "7️⃣ " + left("“政务大厅”、“网址”、“咨询电话”"),
            ])
        expect(SamplePart.self, in: files.merging(["site.yaml": "示例数据: 是\n" + site]) { $1 }, [])
    }

    @Test func `A file names as samples only keys that its kind has`() {
        expect(UnknownValue.self, inItem: "示例: [实施主体]\n", [])
        let marked = MarkedTree(["items/甲.yaml": "示例: [实施主题]\n"])
        #expect(
            Checker.check(marked.condensed, today: testDay).contains {
                $0.rule == UnknownValue.name && $0.message.contains("实施主体")
            })
    }
}
