package import Diagnostics

/// A card's title and the guide that it opens have no word in common: the card probably opens the wrong guide, and a printed
/// card cannot be recalled.
package enum CardTitle: TreeRule {
    package static let name = "card-title"
    package static let severity = Severity.warning
    package static let manual = """
        卡的标题和它打开的指南没有一个词相同，多半是“打开”写错了。印好的卡改不了，印以前一定看清。

        错误：
            标题: 施工许可延期
            打开: 基础提升
        正确：
            标题: 施工许可延期
            打开: 施工许可延期
        """

    package static let keys: [KeptKey] = ["打开", "标题", "名称", "别名"]

    package static func check(_ tree: GuideTree) -> [Diagnostic] {
        tree.files(of: .card).compactMap { card in
            guard let opens = card.text("打开"), let title = card.text("标题"), let file = guide(opens, tree) else {
                return nil
            }
            var names = [file.stem, file.text("名称") ?? ""]
            names += (file.root?["别名"]?.elements ?? []).compactMap { $0.text ?? $0["名称"]?.text }
            if let roadmap = file.roadmap { names += roadmap.fields }
            let words = names.reduce(into: Set<[Character]>()) { $0.formUnion(pairs($1)) }
            guard words.isDisjoint(with: pairs(title)) else { return nil }
            return finding(
                "这张卡的标题是“\(title)”，打开的却是“\(names[1].isEmpty ? opens : names[1])”，请核对",
                at: card.place("打开"), notes: [.init("标题写在这里", at: card.place("标题"))])
        }
    }

    private static func guide(_ stem: String, _ tree: GuideTree) -> GuideFile? {
        FileKind.kinds(for: .guide).lazy.compactMap { tree.file($0, stem) }.first
    }

    /// Every two characters that stand side by side; a text of one character is one by itself.
    private static func pairs(_ text: String) -> Set<[Character]> {
        let characters = text.filter { $0.isLetter || $0.isNumber }.map { $0 }
        guard characters.count > 1 else { return [characters] }
        return Set(zip(characters, characters.dropFirst()).map { [$0, $1] })
    }
}
