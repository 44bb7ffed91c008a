internal import Guides
internal import Markup

/// Pages for addresses that open nothing; each says why, and what to do next.
struct LostPages {
    let guidebook: Guidebook

    /// The check character does not fit: something was mistyped.
    func wrongCheckCharacter(_ typed: String) -> Page {
        page("卡号好像输错了", [
            .tag("p", [.text("“"), Components.whole(typed), .text("”里有一个字符不对，请对照卡片再输一次。")]),
            CodeForm.markup(typed),
            Components.muted("数字0和字母O、数字1和字母I、L不用区分。"),
        ])
    }

    /// Well formed, but never issued.
    func neverIssued(_ code: ShortCode) -> Page {
        page("没有发放过这个卡号", [
            .tag("p", [.text("卡号"), Components.whole(code.grouped), .text("从未印发。如果是从卡片上扫出来的，卡片可能是伪造的，或者被贴上了别的二维码。")]),
            .tag("p", ["请不要在它打开的页面上付款或填写密码、验证码，并打电话告诉我们："]),
            .tag("p", [Components.phone(guidebook.site.phone)]),
            .tag("p", ["也可以再输一次卡号："]), CodeForm.markup(),
        ])
    }

    /// No code at all.
    func malformed(_ typed: String) -> Page {
        page("这不是卡号", [
            .tag("p", ["卡号印在二维码下面，是5个数字或字母，如4K7M-X。"]), CodeForm.markup(typed),
        ])
    }

    /// Any other address.
    func notFound() -> Page {
        page("没有这个页面", [
            .tag("p", ["网址可能输错了。请输入卡片上的卡号，或从首页按领域查找。"]), CodeForm.markup(),
            .tag("p", [.tag("a", ["href": "/"], "回到首页")]),
        ])
    }

    private func page(_ title: String, _ content: [Markup]) -> Page {
        let site = guidebook.site
        return Page(
            title: title, description: title, site: site, colour: site.fields.last?.colour,
            [.tag("header", [Components.kicker(site), .tag("h1", [:], title)]), .tag("main", content), PageFooter.markup(site)])
    }
}
