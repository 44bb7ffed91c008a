package import Diagnostics

/// A record has a key that its kind does not know; most often it is mistyped or belongs elsewhere.
package enum UnknownKey: Rule {
    package static let name = "unknown-key"
    package static let severity = Severity.error
    package static let manual = """
        这里不认识这个键：多半是写错了字，或者写错了地方（缩进不对）。提示里有最接近的键，或者它应当写在哪里。

        错误：
            承诺时限: 1个工作日
        正确：
            承诺办结时限: {时限: 1个工作日}
        """

    /// Names that forms and older systems use for our keys.
    private static let synonyms = [
        "事项名称": "名称", "材料名称": "名称", "结果名称": "名称", "审批结果名称": "名称", "环节名称": "环节", "步骤": "环节", "法律依据": "设定依据",
        "实施依据": "设定依据", "法定时限": "法定办结时限", "承诺时限": "承诺办结时限", "办理时限": "承诺办结时限", "联系电话": "电话", "办理条件": "受理条件",
        "申请条件": "受理条件", "材料必要性": "必要性", "办公地址": "地址", "办理地址": "办理地点", "收费标准": "标准", "咨询电话": "咨询方式",
        "投诉电话": "监督投诉方式", "问题": "问", "答案": "答", "条款号": "条款", "法律": "法规", "发布时间": "发布日期", "审批结果类型": "类型",
    ]

    static func finding(_ entry: MarkedNode.Entry, in shape: RecordShape, _ kind: FileKind, _ file: String)
        -> Diagnostic
    {
        let place = entry.keyMark.location(in: file)
        let key = entry.key
        let meant = LookAlikes.normalized(key)
        if meant != key, shape[meant] != nil { return LookAlikeCharacter.word(key, meant, at: place) }
        if key.hasPrefix("-"), shape[String(key.dropFirst())] != nil { return MissingSpace.behindDash(at: place) }
        if key.first == "“", key.last == "”", shape[String(key.dropFirst().dropLast())] != nil {
            return FullWidthPunctuation.quotes(key.dropFirst().dropLast(), at: place)
        }
        return finding("“\(shape.name)”没有“\(key)”这个键\(advice(meant, in: shape, kind))", at: place)
    }

    /// The key of the record that was probably meant; nil where none was: it is not missing then, it is misspelt.
    static func meant(by key: String, in shape: RecordShape, _ kind: FileKind) -> String? {
        let plain = LookAlikes.normalized(key)
        if shape[plain] != nil { return plain }
        let bare = String(key.drop { $0 == "-" || $0 == "“" }.prefix { $0 != "”" })
        if shape[bare] != nil { return bare }
        if let synonym = synonyms[plain] { return shape[synonym] == nil ? nil : synonym }
        let isElsewhere = (KeyIndex.shared.homes[plain] ?? []).contains { $0.kind == kind && $0.record != shape.name }
        return isElsewhere ? nil : Spelling.nearest(to: plain, in: shape.fields.map(\.key))
    }

    /// What was probably meant, as the end of a sentence.
    private static func advice(_ key: String, in shape: RecordShape, _ kind: FileKind) -> String {
        if let synonym = synonyms[key], shape[synonym] != nil { return "，这里叫“\(synonym)”" }
        let homes = KeyIndex.shared.homes[key] ?? []
        let near = homes.filter { $0.kind == kind && $0.record != shape.name }
        if near.contains(where: \.path.isEmpty) {
            return "；它是“\(kind.shape.name)”的键，要与“\(kind.shape.fields[0].key)”对齐，请检查缩进"
        }
        if !near.isEmpty {
            let records = near.reduce(into: [String]()) { if !$0.contains($1.record) { $0.append($1.record) } }
            return "；它写在\(records.prefix(4).map { "“\($0)”" }.joined(separator: "、"))里面，请检查缩进"
        }
        if let spelling = Spelling.nearest(to: key, in: shape.fields.map(\.key)) { return "，是否想写“\(spelling)”？" }
        if let other = homes.first(where: { $0.kind != kind }) {
            return "；它是“\(other.kind.shape.name)”文件里的键，请移过去或删去"
        }
        return "，请删去，或检查是否写错"
    }
}
