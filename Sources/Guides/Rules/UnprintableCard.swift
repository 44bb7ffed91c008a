package import Diagnostics

/// A card cannot be printed: a text has no room in the design, or has a character that the typeface lacks.
///
/// An error for a card with a file of its own, which somebody will print. A guide whose name is too long for a label at
/// a counter is only warned of: there are larger designs, and the page is good all the same.
package enum UnprintableCard: Rule {
    package static let name = "unprintable-card"
    package static let severity = Severity.error
    package static let manual = """
        卡印不出来：卡面的字放不下，或者有字体里没有的字。缩短卡面的字，或换一个字；事项的名称印在窗口标签上，太长时只警告，可以改用大一些的版式，或者用短一些的文件名。

        错误：
            标题: 房地产开发项目从拿地到交付使用的全部审批流程一卡通
        正确：
            标题: 房地产开发
        """

    /// - Parameters:
    ///   - reason: What has no room or no glyph, and what to do.
    ///   - design: The name of the design.
    package static func card(_ reason: String, design: String, at place: SourceLocation) -> Diagnostic {
        finding("按版式“\(design)”印不出来：\(reason)", at: place)
    }

    package static func label(_ reason: String, design: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            rule: name, severity: .warning,
            message: "按版式“\(design)”印不出来：\(reason)；或用 --design 选大一些的版式", at: place)
    }
}
