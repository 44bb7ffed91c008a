package import Diagnostics

/// A roadmap or a card leads to an item that is cancelled (事项状态: 取消).
package enum CancelledItem: TreeRule {
    package static let name = "cancelled-item"
    package static let severity = Severity.error
    package static let manual = """
        事项已经取消，全流程和卡不能再指向它。

        错误：
            事项状态: 取消（全流程里还有它）
        正确：
            从全流程里删去这个事项
        """

    package static let keys: [KeptKey] = ["事项状态", "取消"]

    package static func check(_ tree: GuideTree) -> [Diagnostic] {
        let cancelled = Dictionary(
            tree.files(of: .item).lazy.filter { $0.text("事项状态") == ItemStanding.Word.cancelled.rawValue }.map {
                ($0.stem, $0)
            }, uniquingKeysWith: { first, _ in first })
        guard !cancelled.isEmpty else { return [] }
        return tree.files.flatMap { file -> [Diagnostic] in
            guard file.kind == .roadmap || file.kind == .card else { return [] }
            return file.references.compactMap { reference in
                guard reference.kind == .item || reference.kind == .guide, let item = cancelled[reference.name] else {
                    return nil
                }
                return finding(
                    advice(reference.name, successor: item.text("取消", "接替"), isCard: file.kind == .card),
                    at: reference.mark.location(in: file.path), notes: [.init("取消写在这里", at: item.place("事项状态"))])
            }
        }
    }

    private static func advice(_ name: String, successor: String?, isCard: Bool) -> String {
        let other = successor.map { "，或改成接替它的“\($0)”" } ?? ""
        return "事项“\(name)”已经取消，请\(isCard ? "删去这张卡" : "从这里删去")\(other)"
    }
}
