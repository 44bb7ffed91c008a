internal import Guides
internal import Markup

/// 联系: whom to call, where to go, and how to tell that the page is the right one.
struct ContactSection {
    let guidebook: Guidebook

    func markup(counters: [Item.Counter] = [], inquiry: Contact? = nil, complaint: Contact? = nil, code: ShortCode?, review: Review, changes: [Change]) -> [Markup] {
        let site = guidebook.site
        var rows: [Markup] = [
            Components.row("咨询电话", [Components.phone(inquiry?.phone ?? site.phone)])
        ]
        if let number = complaint?.phone ?? site.complaintPhone {
            rows.append(Components.row("监督投诉", [Components.phone(number)]))
        }
        let places = counters.isEmpty ? site.halls.map { (hall: $0, counter: Item.Counter?.none) } : counters.compactMap { counter in
            site.hall(named: counter.hall).map { (hall: $0, counter: Optional(counter)) }
        }
        for place in places {
            let lines = [place.hall.address, place.counter?.window, place.counter?.hours ?? place.hall.hours, place.hall.directions]
            rows.append(
                Components.row(place.hall.name, lines.compactMap(\.self).map { .tag("p", ["class": "m"], $0) }))
        }
        rows.append(Components.row("核对", checked(review)))
        var content: [Markup] = [.tag("dl", ["class": "d"], rows)]
        if !changes.isEmpty {
            content.append(.tag("h3", [:], "更新记录"))
            content.append(Components.bullets(changes.sorted { $0.date > $1.date }.map { "\($0.date.chinese)：\($0.text)" }))
        }
        if let code { content.append(identity(code)) }
        return content
    }

    /// The code and host to hold against the card, as protection against stickers with other people's codes.
    private func identity(_ code: ShortCode) -> Markup {
        .tag("div", ["class": "q"], [
            Components.muted("请与卡片上的网址和卡号核对"),
            .tag("p", [.tag("span", ["class": "code"], code.grouped)]),
            Components.muted("\(WebAddress.host(of: guidebook.site.baseURL) ?? "")。\(Words.safety)"),
        ])
    }

    private func checked(_ review: Review) -> String {
        var text = review.state == .sample ? "示例，尚未与官方数据核对" : review.state.rawValue
        if let date = review.date { text += "（\(date.chinese)\(review.office.map { "，\($0)" } ?? "")）" }
        if let due = review.due { text += "；下次核对：\(due.chinese)" }
        return text
    }
}
