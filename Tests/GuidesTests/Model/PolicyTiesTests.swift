import Testing

@testable import Guides

@Suite struct PolicyTiesTests {
    private func guidebook() throws -> Guidebook {
        let site = sampleSite.replacing(
            "领域: [{名称: 房地产开发, 颜色: \"#A3322B\"}]",
            with: "领域: [{名称: 房地产开发, 颜色: \"#A3322B\"}, {名称: 现代物流, 颜色: \"#00695C\"}]")
        return try #require(
            Guidebook(
                MarkedTree(
                    sampleTree([
                        "site.yaml": site,
                        "items/无路.yaml": "名称: 无路许可\n别名: [无路, 备案]\n设定依据: [建筑法 第七条]\n",
                        "policies/点名.yaml": "领域: [现代物流]\n要点: [先办施工许可再开工。]\n",
                        "policies/同法.yaml": "领域: [房地产开发]\n依据: 中华人民共和国建筑法 第八条\n要点: [一]\n",
                        "policies/同领域.yaml": "领域: [房地产开发]\n要点: [备案]\n",
                        "policies/全部.yaml": "领域: [房地产开发, 现代物流]\n要点: [一]\n",
                        "policies/别的.yaml": "领域: [现代物流]\n依据: [建筑法 第八条]\n要点: [一]\n",
                        "notices/点名.yaml": "领域: [现代物流]\n内容: 房地产开发项目审批全流程有新图。\n",
                    ])
                ).tree))
    }

    @Test func `What names an item is nearest, then what rests on its law, its field, all fields`() throws {
        let guidebook = try guidebook()
        let ties = PolicyTies(try #require(guidebook.items["施工许可"]), in: guidebook)
        func tie(_ stem: String) throws -> PolicyTies.Tie? { ties.tie(to: try #require(guidebook.policies[stem])) }
        #expect(try tie("点名") == .names)
        #expect(try tie("同法") == .law)
        #expect(try tie("同领域") == .field)
        #expect(try tie("全部") == .all)
        // Of another field only: a law in common says too little.
        #expect(try tie("别的") == nil)
        #expect(PolicyTies.Tie.names < .law && .law < .field && .field < .all)
    }

    @Test func `An item of no roadmap has what is for all fields and what rests on its law`() throws {
        let guidebook = try guidebook()
        let ties = PolicyTies(try #require(guidebook.items["无路"]), in: guidebook)
        func tie(_ stem: String) throws -> PolicyTies.Tie? { ties.tie(to: try #require(guidebook.policies[stem])) }
        #expect(try tie("全部") == .all)
        #expect(try tie("别的") == .law && tie("同法") == .law)
        // An alias of two characters is no name to go by.
        #expect(try tie("同领域") == nil && tie("点名") == nil)
    }

    @Test func `What names a roadmap is nearest to it, whatever its field`() throws {
        let guidebook = try guidebook()
        let ties = PolicyTies(try #require(guidebook.roadmaps["房地产开发"]), in: guidebook)
        #expect(ties.tie(to: try #require(guidebook.notices["点名"])) == .names)
        #expect(ties.tie(to: try #require(guidebook.policies["别的"])) == nil)
        #expect(ties.tie(to: try #require(guidebook.policies["全部"])) == .all)
    }
}
