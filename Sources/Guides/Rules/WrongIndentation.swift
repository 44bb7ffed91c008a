package import Diagnostics

/// A line stands further left or right than the keys it belongs to.
package enum WrongIndentation: Rule {
    package static let name = "wrong-indentation"
    package static let severity = Severity.error
    package static let manual = """
        同一级的键要左对齐；下一级的键比上一级多缩进2格。

        错误：
            名称: 施工许可
             简介: 开工前办
        正确：
            名称: 施工许可
            简介: 开工前办
        """

    static func notAligned(_ indent: Int, with key: String, _ expected: Int, at place: SourceLocation) -> Diagnostic {
        finding("这一行缩进了\(indent)格，与上面对不齐；与“\(key)”同级的应当缩进\(expected)格", at: place)
    }

    static func belowValue(_ key: String, _ expected: Int, at place: SourceLocation) -> Diagnostic {
        finding("上一行“\(key)”已经有值，这一行不能比它缩进得更多；与它同级的应当缩进\(expected)格", at: place)
    }

    static func inBlock(at place: SourceLocation) -> Diagnostic {
        finding("上面“|”后面的每一行都要缩进两格", at: place)
    }
}
