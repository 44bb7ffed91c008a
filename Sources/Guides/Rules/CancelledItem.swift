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

    package static let keys: [String] = ["事项状态"]

    package static func check(_ tree: GuideTree) -> [Diagnostic] {
        let cancelled = Set(tree.files(of: .item).filter { $0.text("事项状态") == "取消" }.map(\.stem))
        guard !cancelled.isEmpty else { return [] }
        return tree.files.flatMap { file -> [Diagnostic] in
            guard file.kind == .roadmap || file.kind == .card else { return [] }
            return file.references.compactMap { reference in
                guard reference.kind == .item || reference.kind == .guide, cancelled.contains(reference.name) else {
                    return nil
                }
                return finding("事项“\(reference.name)”已经取消，请从这里删去", at: reference.mark.location(in: file.path))
            }
        }
    }
}
