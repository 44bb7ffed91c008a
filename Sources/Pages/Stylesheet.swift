internal import Markup

/// The style sheet that stands inside every page: one column, one typeface, one accent colour.
///
/// `--a` accent, `--t` tint, `--e` edge come from the page's `Theme`; the rest is the same on every page.
enum Stylesheet {
    static let base: StaticString = """
        :root{--bg:#fff;--fg:#1b1d20;--mu:#5a6068;--li:#dfe2e6;--so:#f5f6f7;--am:#8a5a00;--ok:#1d6b45;color-scheme:light dark}
        @media(prefers-color-scheme:dark){:root{--bg:#16181b;--fg:#eceef0;--mu:#a7adb5;--li:#363a40;--so:#1f2226;--am:#e3b25c;--ok:#74c69d}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;scroll-padding-top:60px}
        body{margin:0;background:var(--bg);color:var(--fg);font:17px/1.65 -apple-system,"PingFang SC","Noto Sans CJK SC","Noto Sans SC","HarmonyOS Sans SC","Microsoft YaHei",sans-serif;line-break:strict;overflow-wrap:anywhere}
        main,header,footer{max-width:44rem;margin:0 auto;padding:0 16px}
        a{color:var(--a)}
        a:focus-visible,summary:focus-visible,input:focus-visible,button:focus-visible{outline:3px solid var(--a);outline-offset:2px;border-radius:4px}
        h1{font-size:27px;line-height:1.3;margin:2px 0 6px;text-wrap:balance}
        h2{font-size:22px;line-height:1.35;margin:44px 0 12px;padding-top:2px}
        h3{font-size:18px;line-height:1.45;margin:24px 0 6px}
        p{margin:0 0 10px}
        ul,ol{margin:0;padding:0;list-style:none}
        .k{padding-top:16px;font-size:15px;color:var(--mu)}
        .k a{display:inline-block;padding:6px 0;text-decoration:none;font-weight:600}
        .m{color:var(--mu);font-size:15px}
        .n{white-space:nowrap}
        .c{display:inline-block;font-size:13px;line-height:1.4;padding:1px 7px;border:1px solid currentColor;border-radius:4px;color:var(--mu);vertical-align:2px;white-space:nowrap}
        .c.a{color:var(--am)}.c.o{color:var(--ok)}.c.r{color:var(--a)}
        .g{display:grid;grid-template-columns:1fr 1fr;gap:1px;background:var(--li);border:1px solid var(--li);border-radius:12px;overflow:hidden;margin:16px 0 0}
        .g>*{background:var(--bg);padding:11px 14px 12px;color:inherit;text-decoration:none;display:block;min-width:0}
        .g dt,.g .l{font-size:14px;color:var(--mu);margin:0;line-height:1.5}
        .g b{display:block;font-size:20px;line-height:1.35;font-weight:700}
        .g .s{display:block;font-size:14px;line-height:1.5;color:var(--mu)}
        .g .w{grid-column:1/-1;background:var(--t)}
        .g.f{grid-template-columns:1fr 1fr 1fr;text-align:center}.g.f>*{padding:12px 4px}.g.f b{font-size:26px;line-height:1.25}.g.f b small{font-size:14px;font-weight:400}
        nav.b{position:sticky;top:0;z-index:2;background:var(--bg);border-bottom:1px solid var(--li);margin:18px 0 0}
        nav.b ul{display:flex;max-width:44rem;margin:0 auto;padding:0 6px;justify-content:space-between}
        nav.b a{display:block;padding:12px 6px;min-width:44px;min-height:48px;text-align:center;font-size:16px;line-height:24px;color:var(--fg);text-decoration:none;white-space:nowrap}
        nav.b a:hover,nav.b a:focus-visible{color:var(--a);box-shadow:inset 0 -3px var(--a)}
        dl.d{margin:0}
        dl.d>div{padding:11px 0;border-top:1px solid var(--li)}
        dl.d dt{font-size:15px;color:var(--mu);margin:0}
        dl.d dd,dl.d dd p{margin:0}dl.d dd p+p{margin-top:4px}
        .u>li{padding:12px 0;border-top:1px solid var(--li)}
        .u>li:last-child{border-bottom:1px solid var(--li)}
        .j li{padding-left:1.1em;position:relative}
        .j li:before{content:"";position:absolute;left:.2em;top:.72em;width:5px;height:5px;border-radius:3px;background:var(--e)}
        .t label{display:flex;gap:12px;cursor:pointer;min-height:44px}
        .t input{flex:none;width:22px;height:22px;margin:3px 0 0;accent-color:var(--a)}
        .t b{font-weight:600}
        .t .m,.r .m{display:block}
        details>summary{cursor:pointer;padding:10px 0;min-height:44px;list-style:none;display:flex;gap:8px;align-items:baseline}
        summary::-webkit-details-marker{display:none}
        details>summary:before{content:"";flex:none;width:7px;height:7px;border:solid var(--a);border-width:0 2px 2px 0;transform:rotate(-45deg) translateY(-2px);margin-right:2px}
        details[open]>summary:before{transform:rotate(45deg) translateY(-3px)}
        blockquote{margin:2px 0 12px;padding:2px 0 2px 14px;border-left:3px solid var(--e)}
        blockquote p{margin:0 0 6px}
        .r>li{border-top:1px solid var(--li)}
        .r>li>a{display:block;padding:12px 0;min-height:48px;text-decoration:none;color:var(--fg)}
        .r>li>a b{color:var(--a);font-weight:600}
        .q{background:var(--so);border-radius:12px;padding:14px 16px;margin:12px 0}
        .q p:last-child{margin:0}
        .tel{font-size:22px;font-weight:700;text-decoration:none;display:inline-block;padding:6px 0}
        form.x{display:flex;gap:8px;margin:10px 0 0}
        form.x input{flex:1;min-width:0;font:inherit;font-size:20px;padding:10px 12px;border:1.5px solid var(--mu);border-radius:8px;background:var(--bg);color:var(--fg);letter-spacing:.06em}
        form.x button{font:inherit;font-weight:600;padding:10px 18px;border:0;border-radius:8px;background:var(--a);color:var(--bg)}
        .code{font:700 24px/1.3 ui-monospace,"SF Mono",Menlo,Consolas,monospace;letter-spacing:.08em}
        footer{margin-top:48px;padding:18px 16px 40px;border-top:1px solid var(--li);font-size:15px;color:var(--mu)}
        @media(min-width:48rem){body{font-size:18px}h1{font-size:34px}h2{font-size:25px}.g.four{grid-template-columns:repeat(4,1fr)}nav.b ul{justify-content:flex-start;gap:14px;padding:0 10px}}
        @media(max-width:339px){nav.b a{padding:12px 3px;font-size:15px}.g b{font-size:18px}}
        @media print{nav.b,form.x{display:none}details>*{display:block}a{color:inherit;text-decoration:none}body{font-size:11pt}h2{break-after:avoid}.t li,.flow,.road{break-inside:avoid}}
        """

    /// Flowcharts and roadmaps: colour by who acts, dashes for what does not always happen.
    static let charts: StaticString = """
        svg.flow,svg.road{display:block;width:100%;max-width:430px;height:auto;margin:8px auto 4px;overflow:visible}
        svg text{font-size:13px;fill:var(--mu)}.flow text{text-anchor:middle}
        svg .ft{font-size:15px;font-weight:700;fill:var(--fg)}
        svg .fu{fill:var(--am)}
        .fl{fill:none;stroke:var(--ln);stroke-width:1.5}#fa path{fill:var(--ln)}
        .fn rect{stroke-width:1.5;stroke:var(--s);fill:var(--f)}
        .fd rect{stroke-dasharray:5 4}
        .fe rect{fill:var(--s)}.fe text,.fe .ft,.fe .fu{fill:var(--bg)}
        .fp rect{fill:var(--bg);stroke:var(--am);stroke-width:1}.fp text{fill:var(--am)}
        .flow,.lg{--ln:#8b9097}
        .a-p{--s:#3c6e9f;--f:#eef4fa}.a-w{--s:#2f7a54;--f:#edf6f1}.a-d{--s:var(--a);--f:var(--t)}.a-t{--s:#7a6a3a;--f:#f7f4ea}
        .lg{display:flex;flex-wrap:wrap;gap:2px 16px;font-size:14px;color:var(--mu)}
        .lg i{display:inline-block;width:14px;height:14px;border:1.5px solid var(--s);background:var(--f);border-radius:3px;margin-right:6px;vertical-align:-2px}
        .lg .z{--s:var(--am);--f:transparent;border-style:dashed}
        .rr{stroke:var(--e);stroke-width:3;fill:none}
        .rh{fill:var(--a)}svg .rn{fill:var(--bg);font-size:15px;font-weight:700}
        svg .rs{font-size:17px;font-weight:700;fill:var(--fg)}svg .ri{font-size:15px;fill:var(--fg)}svg .ra{fill:var(--a)}svg .ru{fill:var(--am)}
        .rg{fill:none;stroke:var(--mu);stroke-dasharray:3 3}
        .rx rect{fill:var(--bg);stroke:var(--li)}.rx:hover rect{stroke:var(--a)}
        .rc rect{fill:var(--t);stroke:var(--e)}.rc circle{fill:var(--bg);stroke:var(--a);stroke-width:3}
        .rf rect{stroke-dasharray:5 4}
        @media(prefers-color-scheme:dark){.flow,.lg{--ln:#7c828a}.a-p{--s:#7fb0de;--f:#1c2833}.a-w{--s:#74c69d;--f:#1a2a22}.a-t{--s:#cdbb7c;--f:#2a2719}}
        .st>li{padding:12px 0;border-top:1px solid var(--li)}.st b{font-weight:600}.st .m{display:block}
        """
}
