import Guides
import Testing

/// The rules that follow names from one file to another.
struct ReferenceRulesTests {
    @Test func theSampleTreeHasNoFault() {
        let marked = MarkedTree(sampleTree())
        #expect(Checker.check(marked.tree, today: testDay).map(marked.describe) == [])
    }

    @Test func unknownReference() {
        expect(
            UnknownReference.self,
            in: sampleTree([
                "roadmaps/房地产开发.yaml": """
                领域: 1️⃣房产开发
                阶段:
                  - 名称: 甲
                    事项:
                      - 事项: 2️⃣施工许可证
                      - 事项: 3️⃣取水许可
                """,
                "roadmaps/两个领域.yaml": "领域: [房地产开发, 8️⃣现代物流]\n",
                "items/施工许可.yaml": """
                设定依据:
                  - 4️⃣建筑法律 第七条
                  - {法规: 5️⃣水法}
                办理地点: [{大厅: 6️⃣任城区政务大厅}]
                """,
                "cards/房地产开发.yaml": "打开: 7️⃣没有的指南\n",
            ]),
            [
                "7️⃣ 没有名为“没有的指南”的指南，请写guides里某个事项、全流程、政策或通知的文件名（不带.yaml）",
                "4️⃣ 没有名为“建筑法律”的法规，是否想写“建筑法”？",
                "5️⃣ 没有名为“水法”的法规，请核对名称；还没有收录的，运行 onecard new law 水法",
                "6️⃣ 没有名为“任城区政务大厅”的政务大厅，请在guides/site.yaml里添加",
                "8️⃣ 没有名为“现代物流”的领域，请在guides/site.yaml里添加",
                "1️⃣ 没有名为“房产开发”的领域，是否想写“房地产开发”？",
                "2️⃣ 没有名为“施工许可证”的事项，是否想写“施工许可”？",
                "3️⃣ 没有名为“取水许可”的事项，请在guides/items里添加取水许可.yaml",
            ])
    }

    @Test func unknownArticle() {
        expect(
            UnknownArticle.self,
            in: sampleTree([
                "items/施工许可.yaml": """
                设定依据:
                  - 建筑法 第七条第一款
                  - 1️⃣建筑法 第七条、第九条
                  - 法规: 建筑法
                    条款: [第八条, 2️⃣第十条第二款]
                  - {法规: 建筑法, 条款: 3️⃣第八十条}
                  - 水法 第一条
                """
            ]),
            [
                "1️⃣ “中华人民共和国建筑法”的文件里没有“第九条”，请核对条号，或在建筑法.yaml里添加这一条",
                "2️⃣ “中华人民共和国建筑法”的文件里没有“第十条”，请核对条号，或在建筑法.yaml里添加这一条",
                "3️⃣ “中华人民共和国建筑法”的文件里没有“第八十条”，请核对条号，或在建筑法.yaml里添加这一条",
            ])
    }

    @Test func unknownArticleBehindAChineseComma() {
        expect(
            UnknownArticle.self,
            in: sampleTree(["items/施工许可.yaml": "设定依据: [{法规: 建筑法, 条款: 1️⃣第七条、第九条}]\n"]),
            ["1️⃣ “中华人民共和国建筑法”的文件里没有“第九条”，请核对条号，或在建筑法.yaml里添加这一条"])
    }

    @Test func duplicateCode() {
        expect(
            DuplicateCode.self,
            in: ["items/甲.yaml": "短码: 1️⃣CY7MN\n", "roadmaps/乙.yaml": "短码: 2️⃣CY7MN\n", "policies/丙.yaml": "短码: T6J28\n"],
            ["2️⃣ 短码“CY7MN”已经给了另一个指南，请换一个新的（1️⃣ 首次用在这里）"])
    }

    @Test func unknownSituation() {
        expect(
            UnknownSituation.self,
            inItem: """
                情形:
                  - {名称: 依法必须招标, 问: 甲？}
                  - {名称: 类别, 问: 哪类？, 选项: [特殊工程, 其他工程]}
                申请材料:
                  - {名称: 甲, 仅当: 1️⃣必须招标}
                  - {名称: 乙, 仅当: [特殊工程, 2️⃣类别]}
                办理流程:
                  - {环节: 甲, 仅当: 依法必须招标}
                """,
            ["1️⃣ “情形”里没有“必须招标”，是否想写“依法必须招标”？", "2️⃣ “情形”里没有“类别”，这是一个问题，请写它的选项：特殊工程、其他工程"])
    }

    @Test func unknownSituationInARoadmap() {
        expect(
            UnknownSituation.self,
            in: ["roadmaps/甲.yaml": "阶段:\n  - 名称: 甲\n    事项: [{事项: 乙, 仅当: 1️⃣新占土地}]\n"],
            ["1️⃣ “情形”里没有“新占土地”，请在“情形”里加上这个问题"])
    }

    @Test func prerequisiteOutsideRoadmap() {
        expect(
            PrerequisiteOutsideRoadmap.self,
            in: sampleTree([
                "items/取水许可.yaml": "名称: 取水许可\n",
                "roadmaps/房地产开发.yaml": """
                阶段:
                  - 名称: 甲
                    事项:
                      - 事项: 施工许可
                        前置:
                          - 事项: 1️⃣取水许可
                          - 事项: 没有这个文件
                """,
            ]), ["1️⃣ 前置事项“取水许可”不在这个全流程里，请加到某个阶段，或删去这一前置"])
    }

    @Test func prerequisiteCycle() {
        expect(
            PrerequisiteCycle.self,
            in: [
                "roadmaps/甲.yaml": """
                阶段:
                  - 名称: 一
                    事项:
                      - {事项: 甲, 前置: [{事项: 1️⃣乙}]}
                  - 名称: 二
                    事项:
                      - {事项: 乙, 前置: [{事项: 甲}]}
                      - {事项: 丙, 前置: [{事项: 乙}, {事项: 2️⃣丙}]}
                """
            ], ["1️⃣ 前置绕成了圈：“甲”要先办“乙”要先办“甲”，请删去其中一条", "2️⃣ 前置绕成了圈：“丙”要先办“丙”，请删去其中一条"])
    }

    @Test func prerequisitePlacesAreRightAfterAWrongElement() {
        expect(
            PrerequisiteCycle.self,
            in: [
                "roadmaps/甲.yaml": "阶段:\n  - 写错了\n  - 名称: 一\n    事项:\n      - 错\n      - {事项: 甲, 前置: [错, {事项: 1️⃣甲}]}\n"
            ],
            ["1️⃣ 前置绕成了圈：“甲”要先办“甲”，请删去其中一条"])
    }

    @Test func paleColour() {
        expect(
            PaleColour.self,
            in: ["site.yaml": "领域:\n  - {名称: 甲, 颜色: \"#A3322B\"}\n  - {名称: 乙, 颜色: 1️⃣\"#FFCC00\"}\n"],
            ["1️⃣ 颜色#FFCC00太浅，白字看不清（对比度1.5:1，至少要4.5:1），请换深一些的颜色"])
    }
}
