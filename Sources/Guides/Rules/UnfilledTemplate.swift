package import Diagnostics

/// A place of a template that nobody has filled in: what `onecard new` writes must not go out as it stands.
package enum UnfilledTemplate: Rule {
    package static let name = "unfilled-template"
    package static let severity = Severity.error
    package static let manual = """
        用onecard new新建的文件，要写的地方都有“〔待填〕”。全部写上真的内容以前，这个文件不会发布。暂时不知道、又不是必填的，删去那一行。

        错误：
            简介: 〔待填〕
        正确：
            简介: 开工前，建设单位要领施工许可证。
        """

    /// What a template says where a clerk must write.
    package static let mark = "〔待填〕"
    /// The same for a search through bytes.
    static let bytes: StaticString = "〔待填〕"

    /// One finding a file, at the first mark, with the lines of all.
    static func findings(_ places: [TextScan.Place], file: String) -> [Diagnostic] {
        guard let first = places.first else { return [] }
        let lines = places.map(\.line).reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
        let shown = lines.prefix(30).map(String.init).joined(separator: "、") + (lines.count > 30 ? "……" : "")
        let message =
            places.count == 1
            ? "这里的“\(mark)”还没有填写" : "还有\(places.count)处“\(mark)”没有填写，在第\(shown)行，请逐处填好"
        return [finding(message, at: first.location(in: file))]
    }
}
