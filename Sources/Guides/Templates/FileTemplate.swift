/// A commented, valid file to start from, made from the same shapes that check it.
package struct FileTemplate: Sendable {
    /// What a new file of a kind says where a value is needed; the rest stands there as a comment.
    private let samples: [String: String]
    private let kind: FileKind

    /// The file's text.
    ///
    /// - Parameters:
    ///   - kind: Not site, calendar or retired: of those a tree has one.
    ///   - name: The guide's name; for a card its title.
    ///   - code: A fresh code; not for laws and cards.
    ///   - context: Names of the tree that the file may refer to.
    package static func text(
        _ kind: FileKind, name: String, code: ShortCode?, today: CalendarDate, context: Context
    ) -> String? {
        guard let samples = TemplateSamples.samples(for: kind, name: name, code: code, today: today, context: context)
        else { return nil }
        return FileTemplate(samples: samples, kind: kind).text
    }

    /// What a new file may refer to.
    package struct Context: Sendable {
        package let field: String
        package let hall: String
        package let authority: String
        /// The stem of a guide that a card opens.
        package let guide: String
        /// The stem of an item that a roadmap begins with.
        package let item: String
        /// A citation that exists, such as `行政许可法 第四十二条`.
        package let citation: String

        /// The first of each in a guidebook; the words stay to be replaced where a tree has none yet.
        package init(_ guidebook: Guidebook) {
            field = guidebook.site.fields.first?.name ?? ""
            hall = guidebook.site.halls.first?.name ?? ""
            authority = guidebook.site.authority
            guide = guidebook.roadmaps.keys.min() ?? guidebook.items.keys.min() ?? ""
            item = guidebook.items.keys.min() ?? ""
            let law = guidebook.laws["行政许可法"] ?? guidebook.laws.values.min { $0.stem < $1.stem }
            let article = law?.article("第四十二条") ?? law?.articles.first
            citation = [law?.stem, article?.number].compactMap(\.self).joined(separator: " ")
        }
    }

    private var text: String {
        var lines = ["# \(kind.shape.name)：带“#”的行是说明或没有填的键；要填时去掉行首的“# ”。", "# 有问题时运行 onecard check。"]
        for field in kind.shape.fields {
            guard let sample = samples[field.key] else {
                lines.append("# \(field.key):   # \(field.about)")
                continue
            }
            if sample.contains("\n") || sample.hasPrefix("- ") {
                lines.append("\(field.key):   # \(field.about)")
                lines += sample.split(separator: "\n").map { "  \($0)" }
            } else {
                lines.append("\(field.key): \(sample)   # \(field.about)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
