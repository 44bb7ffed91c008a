internal import Guides
internal import Markup

/// 服务指南: the elements of GB/T 36114 in the order in which applicants ask for them, then their questions.
struct GuideFacts {
    let item: Item
    let guidebook: Guidebook

    func markup() -> [Markup] {
        let facts = FactRows(written: item.written, shape: FileKind.item.shape, guidebook: guidebook)
        return [Components.facts(facts.open), Components.questions(item.questions)] + facts.folded
    }
}
