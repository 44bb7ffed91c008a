package import Diagnostics

/// The promised time is longer than the law allows (优化营商环境条例 第三十六条 lets localities only shorten it).
package enum PromiseExceedsStatute: ItemRule {
    package static let name = "promise-exceeds-statute"
    package static let severity = Severity.error
    package static let manual = """
        承诺办结时限不得长于法定办结时限：各地只能在国家规定的时限内压减（优化营商环境条例第三十六条）。工作日、日、月不互相换算，只在怎么算都更长时才报告。

        错误：
            法定办结时限: {时限: 7日}
            承诺办结时限: {时限: 10日}
        正确：
            法定办结时限: {时限: 7日}
            承诺办结时限: {时限: 3日}
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        guard file.root?["法定办结时限"]?["时限"] != nil, file.root?["承诺办结时限"]?["时限"] != nil,
            item.promised.limit.exceeds(item.statutory.limit) == true
        else { return [] }
        return [
            finding(
                "承诺办结时限（\(item.promised.limit)）长于法定办结时限（\(item.statutory.limit)），请改短或核对法条",
                at: file.place("承诺办结时限", "时限"),
                notes: [.init("法定办结时限写在这里", at: file.place("法定办结时限", "时限"))])
        ]
    }
}
