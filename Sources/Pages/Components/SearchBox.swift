internal import Guides
internal import Markup

/// The box for typing: on most pages a code or anything to look for, on the pages of lost codes a code.
enum SearchBox {
    /// Anything: codes, names, materials, laws.
    static func search(_ value: String = "") -> Markup {
        box(
            action: PageAddress.search.link, name: "q", label: SiteWords.searchLabel, hint: SiteWords.searchPlaceholder,
            value,
            button: SiteWords.search, limit: 60)
    }

    /// A code.
    static func code(_ value: String = "") -> Markup {
        box(
            action: PageAddress.codeForm, name: "code", label: SiteWords.codeLabel, hint: SiteWords.codePlaceholder,
            value,
            button: SiteWords.open, limit: 20)
    }

    private static func box(
        action: String, name: String, label: String, hint: String, _ value: String, button: String, limit: Int
    ) -> Markup {
        .tag(
            "form", ["class": "x", "action": action, "role": "search"],
            [
                .tag("label", ["for": "x"], label),
                .tag(
                    "div",
                    [
                        .void(
                            "input",
                            [
                                "id": "x", "name": name, "placeholder": hint, "value": value, "autocapitalize": "off",
                                "autocomplete": "off", "spellcheck": "false", "maxlength": String(limit),
                                "required": nil,
                            ]),
                        .tag("button", [:], button),
                    ]),
            ])
    }
}
