package import Diagnostics

/// A record lacks a key that the standard makes mandatory, or has the key without a value.
package enum MissingKey: Rule {
    package static let name = "missing-key"
    package static let severity = Severity.error

    static func finding(_ field: Field, in shape: RecordShape, at mark: MarkedNode.Mark, _ file: String) -> Diagnostic {
        finding("“\(shape.name)”缺少“\(field.key)”（\(field.about)）", at: mark.location(in: file))
    }

    static func emptyValue(_ field: Field, at mark: MarkedNode.Mark, _ file: String) -> Diagnostic {
        finding("“\(field.key)”没有填写（\(field.about)）", at: mark.location(in: file))
    }

    static func emptyOptional(_ field: Field, at mark: MarkedNode.Mark, _ file: String) -> Diagnostic {
        finding("“\(field.key)”没有填写，请填写或删去这一行", at: mark.location(in: file))
    }

    static func tooFew(_ key: String, _ minimum: Int, at mark: MarkedNode.Mark, _ file: String) -> Diagnostic {
        finding("“\(key)”至少要写\(minimum)项", at: mark.location(in: file))
    }
}
