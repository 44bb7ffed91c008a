package import Diagnostics

/// A material is handed in on paper, and nothing says in how many originals or copies (纸质材料份数).
package enum MissingCopies: ItemRule {
    package static let name = "missing-copies"
    package static let severity = Severity.warning
    package static let manual = """
        要交纸质材料的，写明几份原件、几份复印件，申请人好准备。

        错误：
            {名称: 申请表, 材料形式: 纸质, 必要性: 必要, 来源渠道: 申请人自备}
        正确：
            {名称: 申请表, 材料形式: 纸质, 原件份数: 1, 必要性: 必要, 来源渠道: 申请人自备}
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        item.materials.enumerated().compactMap { index, material in
            guard material.form == "纸质", material.need != .exempt,
                (material.originals ?? 0) + (material.copies ?? 0) == 0
            else { return nil }
            return finding(
                "“\(material.name)”要交纸质的，请写“原件份数”或“复印件份数”",
                at: file.place("申请材料", .record(index), "材料形式"))
        }
    }
}
