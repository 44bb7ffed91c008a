internal import ArgumentParser
internal import Cards
internal import Guides

/// Which cards may be printed today, by the state of the guide that they open.
///
/// A card for what is cancelled would lead to nothing from its first day; one for what is paused goes out only where
/// somebody says that it is meant.
struct PrintGate {
    let guidebook: Guidebook
    /// `--paused`.
    let allowsPaused: Bool

    /// Those of the chosen cards that may be printed.
    ///
    /// - Parameter areNamed: Whether each was asked for by its name: then one that may not be printed stops all; else it
    ///   is left out and named.
    func admitted(_ chosen: [PrintSelection.Chosen], areNamed: Bool) throws -> [PrintSelection.Chosen] {
        for card in chosen {
            guard let from = guidebook.awaited[card.code] else { continue }
            Report.say("“\(card.stem)”打开的内容\(from.chinese)才发布，在那以前扫码看到“还没有发布”。")
        }
        guard !allowsPaused else { return chosen }
        let paused = chosen.compactMap { card in pause(of: card.content.guide).map { (card: card, pause: $0) } }
        guard !paused.isEmpty else { return chosen }
        let names = paused.map { "“\($0.card.stem)”（\(words(of: $0.pause))）" }.joined(separator: "、")
        guard !areNamed else {
            Report.complain("\(names)暂停办理，没有印。恢复以后再印；现在就要印的，加 --paused")
            throw ExitCode.inputErrors
        }
        Report.say("暂停办理，没有印：\(names)。现在就要印的，加 --paused。")
        let left = Set(paused.map(\.card.stem))
        return chosen.filter { !left.contains($0.stem) }
    }

    private func pause(of stem: String) -> Pause? {
        guard let item = guidebook.items[stem], case .paused(let pause) = guidebook.state(of: item) else { return nil }
        return pause
    }

    private func words(of pause: Pause) -> String {
        let dates = [pause.since.map { "\($0.chinese)起" }, pause.until.map { "\($0.chinese)止" }].compactMap(\.self)
        return (dates + [pause.reason]).joined(separator: "，")
    }

    /// Why nothing may be printed that opens a guide; nil where it is not gone.
    func refusal(of stem: String) -> String? {
        guard let retirement = guidebook.retirement(named: stem) else { return nil }
        let since = retirement.date.map { "自\($0.chinese)起" } ?? "已经"
        let what = retirement.cause == .cancelled ? "取消" : "停用"
        let other = guidebook.successor(of: retirement).map { "；接替它的是“\($0.stem)”" } ?? ""
        return "“\(stem)”\(since)\(what)，不能再印卡\(other)"
    }
}
