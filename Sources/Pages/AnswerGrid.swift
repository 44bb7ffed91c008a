internal import Guides
internal import Markup

/// The four answers: 带什么, 去哪办, 多久, 多少钱.
struct AnswerGrid {
    let item: Item
    let guidebook: Guidebook

    func markup() -> Markup {
        .tag("div", ["class": "g four"], [
            answer(.materials, "带什么", [.text(bring)], bringNote),
            answer(.guide, "多少钱", [Components.whole(item.isCharged ? "收费" : "不收费")], fee),
            answer(.contact, "去哪办", place, placeNote),
            answer(.guide, "多久", [time(item.promised.limit)], statutory),
        ])
    }

    private func answer(_ section: Section, _ question: String, _ answer: [Markup], _ note: [Markup]) -> Markup {
        .tag("a", ["href": "#\(section.rawValue)"], [
            .tag("span", ["class": "l"], question), .tag("b", answer), .tag("span", ["class": "s"], note),
        ])
    }

    private var own: [Material] { item.materials.filter { $0.need != .exempt } }

    private var bring: String {
        let always = own.filter(\.conditions.isEmpty).count
        return always == 0 && own.isEmpty ? "不用材料" : "\(always) 份材料"
    }

    private var bringNote: [Markup] {
        var parts: [String] = []
        let conditional = own.filter { !$0.conditions.isEmpty }.count
        let exempt = item.materials.count - own.count
        if conditional > 0 { parts.append("视情况另加 \(conditional) 份") }
        if exempt > 0 { parts.append("\(exempt) 份免交") }
        return parts.enumerated().flatMap { [.text($0 > 0 ? "，" : ""), Components.whole($1)] }
    }

    private var fee: [Markup] {
        guard item.isCharged else {
            return item.feeBasis.first.map { basis in
                [.text("依\(basis.law)"), Components.whole(basis.articles.joined(separator: "、"))]
            } ?? []
        }
        return [.text(item.fees.map(\.name).joined(separator: "、"))]
    }

    private var place: [Markup] { [Components.whole(item.isOnline ? "网上办" : "到窗口办")] }

    private var placeNote: [Markup] {
        var parts: [Markup] = []
        if item.isOnline && item.visits == 0 { parts.append(Components.whole("不用到现场")) }
        if item.visits > 0 { parts.append(Components.whole("到场 \(item.visits) 次")) }
        if item.channels.contains("窗口办理"), let hall = item.counters.first?.hall {
            parts.append(item.isOnline ? .fragment([Components.whole("也可到"), .text(hall)]) : .text(hall))
        }
        return parts.enumerated().flatMap { [.text($0 > 0 ? "，" : ""), $1] }
    }

    private func time(_ limit: TimeLimit) -> Markup {
        limit == .immediate ? Components.whole("当场办结") : Components.time(limit)
    }

    private var statutory: [Markup] {
        guard item.statutory.limit != .none else { return [.text("法律没有规定时限")] }
        let start = item.statutory.start.map { Components.whole("（\($0)起）") } ?? .nothing
        return [Components.whole("法定 \(item.statutory.limit)"), start]
    }
}
