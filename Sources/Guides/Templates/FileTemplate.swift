/// A commented file to start from, made from the same shapes that check it.
///
/// Where a clerk must write stands `UnfilledTemplate.mark`, so that the file is an error until all is filled in.
package struct FileTemplate: Sendable {
    /// What a new file of a kind says where a value is needed; the rest stands there as a comment.
    private let samples: [String: String]
    private let kind: FileKind
    private let context: Context

    /// The file's text.
    ///
    /// - Parameters:
    ///   - kind: Not calendar, retired or reserved, which nobody starts from a template.
    ///   - name: The guide's name; for a card its title.
    ///   - code: A fresh code; not for laws and cards.
    ///   - context: Names of the tree that the file may refer to.
    ///   - guide: The stem of the guide that a card opens, where it is known.
    package static func text(
        _ kind: FileKind, name: String, code: ShortCode?, today: CalendarDate, context: Context, opening guide: String?
    ) -> String? {
        guard
            let samples = TemplateSamples.samples(
                for: kind, name: name, code: code, today: today, context: context, opening: guide)
        else { return nil }
        return FileTemplate(samples: samples, kind: kind, context: context).text
    }

    /// What a new file may refer to.
    package struct Context: Sendable {
        /// The names of the fields and halls of site.yaml, in its order.
        package let fields: [String]
        package let halls: [String]
        /// 主管单位; empty where there is no site.yaml that can be read.
        package let authority: String
        /// The stems of guides that a card may open.
        package let guides: Set<String>

        /// What a guidebook has; nothing where there is none.
        package init(_ guidebook: Guidebook?) {
            fields = guidebook?.site.fields.map(\.name) ?? []
            halls = guidebook?.site.halls.map(\.name) ?? []
            authority = guidebook?.site.authority ?? ""
            guides = Set(
                guidebook.map { book in
                    Array(book.roadmaps.keys) + Array(book.items.keys) + Array(book.policies.keys)
                        + Array(book.notices.keys)
                } ?? [])
        }
    }

    private var text: String {
        var lines = [
            "# \(kind.shape.name)：写着“待填”的地方都要填好，连括号一起换掉；填好以前不会发布。",
            "# 带“#”的行是说明或没有填的键；要填时去掉行首的“# ”。有问题时运行 onecard check。",
        ]
        for field in kind.shape.fields {
            guard let sample = samples[field.key] else {
                lines.append("# \(field.key):   # \(field.about)")
                continue
            }
            let about = field.about + (sample.contains(UnfilledTemplate.mark) ? choices(field.shape) : "")
            if sample.contains("\n") || sample.hasPrefix("- ") {
                lines.append("\(field.key):   # \(about)")
                lines += sample.split(separator: "\n").map { "  \($0)" }
            } else {
                lines.append("\(field.key): \(sample)   # \(about)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What may be written, where that is a list.
    private func choices(_ shape: Shape) -> String {
        switch shape {
        case .choice(let list): "；可以写：" + list.values.joined(separator: "、")
        case .list(let element, _), .oneOrMore(let element): choices(element)
        case .reference(.field): context.fields.isEmpty ? "" : "；有：" + context.fields.joined(separator: "、")
        case .yesNo: "；写“是”或“否”"
        case .integer: "；只写数字"
        case .date: "；如2026-11-01"
        default: ""
        }
    }
}
