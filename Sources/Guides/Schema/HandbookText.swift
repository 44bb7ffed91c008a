/// The part of the maintainers' handbook that comes from the shapes: for each kind of file a table of its keys, each with an
/// example and where it is shown.
package enum HandbookText {
    /// All kinds, one chapter each.
    package static func all() -> String {
        FileKind.allCases.map(chapter).joined(separator: "\n")
    }

    /// One kind of file: a table of its keys, then one of each record in it.
    package static func chapter(_ kind: FileKind) -> String {
        var text = "## \(kind.shape.name)（\(place(kind))）\n\n" + table(kind.shape)
        var seen: Set<String> = [kind.shape.name]
        func walk(_ shape: RecordShape) {
            for field in shape.fields {
                guard let inner = field.shape.record, seen.insert(inner.name).inserted else { continue }
                text += "\n### \(inner.name)\n\n" + table(inner)
                walk(inner)
            }
        }
        walk(kind.shape)
        return text
    }

    private static func place(_ kind: FileKind) -> String {
        if let name = kind.fileName { return "guides/\(name)" }
        if let folder = kind.folder { return "guides/\(folder)/名称.yaml" }
        return "cards/名称.yaml"
    }

    private static func table(_ shape: RecordShape) -> String {
        var text = "| 键 | 必填 | 写什么 | 值 | 例 | 显示在 |\n|---|---|---|---|---|---|\n"
        for field in shape.fields {
            let example = "`\(field.key): \(HandbookExamples.example(for: field, in: shape.name))`"
            let cells = [
                field.key, field.isRequired ? "必填" : "", field.about, values(field.shape), example, field.shown.place,
            ]
            text += "| " + cells.map(cell).joined(separator: " | ") + " |\n"
        }
        return text
    }

    /// A bar would end the cell.
    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

    /// What may be written, in words.
    private static func values(_ shape: Shape) -> String {
        switch shape {
        case .text: "文字"
        case .paragraphs: "文字，一段一行"
        case .integer(let range): "\(range.lowerBound)到\(range.upperBound)的整数"
        case .yesNo: "是、否"
        case .date: "日期，如2026-11-01"
        case .timeLimit: "时限，如7日、20个工作日、即时、无"
        case .code: "短码，如CY7MN"
        case .phone: "电话，带区号"
        case .url: "网址，以https://开头"
        case .colour: "颜色，如\"#A3322B\""
        case .identifier(let identifier): "\(identifier.rawValue)，\(identifier.length)位"
        case .choice(let list): list.values.joined(separator: "、")
        case .reference(let kind): "\(kind.rawValue)的名称"
        case .citation: "如“建筑法 第八条”，或见“\(RecordShape.citation.name)”"
        case .list(let element, let minimum): "列表\(minimum > 0 ? "，至少\(minimum)项" : "")：\(values(element))"
        case .oneOrMore(let element): "\(values(element))；几个的写成列表"
        case .textOrRecord(let record): "文字，或见“\(record.name)”"
        case .record(let record): "见“\(record.name)”"
        case .mapping(let element): "“条件: \(values(element))”"
        }
    }
}
