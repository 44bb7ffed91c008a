package import Diagnostics

/// A record lacks a key that the standard makes mandatory, or has the key without a value.
package enum MissingKey: Rule {
    package static let name = "missing-key"
    package static let severity = Severity.error
    package static let manual = """
        国家标准规定必填的要素没有写，或者写了键没有写值。选填的键没有内容时，删去这一行。

        错误：
            核对:
              日期: 2026-11-01
        正确：
            核对:
              日期: 2026-11-01
              状态: 示例
        """

    static func finding(_ field: Field, in shape: RecordShape, at mark: MarkedNode.Mark, _ file: String) -> Diagnostic {
        finding("“\(shape.name)”缺少“\(field.key)”（\(field.about)）", at: mark.location(in: file))
    }

    static func emptyValue(_ field: Field, at mark: MarkedNode.Mark, _ file: String) -> Diagnostic {
        finding("“\(field.key)”没有填写（\(field.about)）", at: mark.location(in: file))
    }

    static func emptyOptional(_ field: Field, at mark: MarkedNode.Mark, _ file: String) -> Diagnostic {
        finding("“\(field.key)”没有填写，请填写或删去这一行", at: mark.location(in: file))
    }

    /// `颜色: #A3322B` without quotes is a comment.
    static func commentedColour(_ field: Field, at mark: MarkedNode.Mark, _ file: String) -> Diagnostic {
        finding("“\(field.key)”没有值：没有引号的“#”后面都是注释，请写成\(field.key): \"#A3322B\"的样子", at: mark.location(in: file))
    }

    /// `名称: #1号线` has no value: what is said then of a key that is empty or ends up so.
    ///
    /// Nil for what is said of keys that are not there at all.
    static func commentedValue(instead finding: Diagnostic) -> Diagnostic? {
        guard finding.message.contains("没有填写") else { return nil }
        let key = finding.message.prefix { $0 != "没" }
        return self.finding("\(key)没有值：空格后面的“#”和它后面的内容都是说明，请给整个值加半角引号", at: finding.location)
    }

    static func tooFew(_ key: String, _ minimum: Int, at mark: MarkedNode.Mark, _ file: String) -> Diagnostic {
        finding("“\(key)”至少要写\(minimum)项", at: mark.location(in: file))
    }
}
