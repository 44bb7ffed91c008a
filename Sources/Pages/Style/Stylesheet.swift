internal import Markup

/// The style sheet that stands inside every page: one column, one typeface, one accent colour.
///
/// `--a` accent, `--t` tint, `--e` edge come from the page's `Theme`; the rest is the same on every page. Sizes are in
/// rem, so that a reader's own text size counts; `L` on the root is large print: every text 22 px or more, every target
/// 60 px. `--s` is the small size, `--y` the smallest, `--h` the least height of what one taps.
enum Stylesheet {
    /// What every page needs.
    static let base: StaticString = """
        :root{--bg:#fff;--fg:#1b1d20;--mu:#565c64;--li:#dfe2e6;--so:#f5f6f7;--am:#855600;--ok:#1d6b45;--s:.9375rem;--y:.875rem;--h:44px;color-scheme:light dark}
        @media screen and (prefers-color-scheme:dark){:root{--bg:#16181b;--fg:#eceef0;--mu:#abb1b9;--li:#363a40;--so:#1f2226;--am:#e3b25c;--ok:#74c69d}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        .L{font-size:137.5%;--s:1rem;--y:1rem;--h:60px}
        body{margin:0;background:var(--bg);color:var(--fg);font:1.0625rem/1.65 -apple-system,"PingFang SC","Noto Sans CJK SC","Noto Sans SC","HarmonyOS Sans SC","Microsoft YaHei",sans-serif;line-break:strict;word-wrap:break-word;overflow-wrap:anywhere}
        main,header,footer,.z{max-width:44rem;margin:0 auto;padding:0 16px}
        main>:first-child>h2:first-child{margin-top:26px}
        a{color:var(--a)}
        a:focus-visible,summary:focus-visible,input:focus-visible,button:focus-visible{outline:3px solid var(--a);outline-offset:2px;border-radius:4px}
        h1{font-size:1.625rem;line-height:1.3;margin:0 0 6px;text-wrap:balance}
        h2{font-size:1.375rem;line-height:1.35;margin:40px 0 12px}
        h3{font-size:1.125rem;line-height:1.45;margin:24px 0 6px}
        p{margin:0 0 10px}
        ul,ol,dd,dl{margin:0;padding:0;list-style:none}
        .z{text-align:right;height:0}
        .z a{position:relative;display:inline-block;z-index:1;background:var(--bg);font-size:var(--s);line-height:var(--h);padding:0 0 0 12px;text-decoration:none}
        .k{font-size:var(--s);color:var(--mu);margin:0;line-height:var(--h);padding-right:4.2em}
        .k a{display:inline-block;min-width:44px;text-decoration:none;font-weight:600}
        .k>:not(:last-child):after{content:"·";margin:0 .35em}.L .k .n{display:block}.L .k>:after{content:none}
        header p{text-wrap:pretty}
        .m{color:var(--mu);font-size:var(--s);line-height:1.55}
        p.m{margin:0 0 4px}header p.m{margin-bottom:10px}
        .n{display:inline-block}
        .c{display:inline-block;font-size:var(--y);font-weight:400;line-height:1.4;padding:0 6px;border:1px solid;border-radius:4px;color:var(--mu)}
        .a{color:var(--am)}.o{color:var(--ok)}
        dl>div{padding:11px 0;border-top:1px solid var(--li)}
        dt{font-size:var(--s);color:var(--mu)}
        dd p{margin:0}dd p+p{margin-top:4px}
        .j li{padding-left:1.1em;position:relative}
        .j li:before{content:"";position:absolute;left:.2em;top:.72em;width:5px;height:5px;border-radius:3px;background:var(--a)}
        summary{cursor:pointer;padding:10px 0;min-height:var(--h);list-style:none;display:flex}
        summary::-webkit-details-marker{display:none}
        summary:before{content:"";flex:none;width:8px;height:8px;border:solid var(--a);border-width:0 2px 2px 0;transform:rotate(-45deg);margin:.55em 10px 0 2px}
        [open]>summary:before{transform:rotate(45deg)}
        blockquote{margin:2px 0 12px;padding:2px 0 2px 14px;border-left:3px solid var(--e)}
        blockquote p{margin:0 0 6px}
        mark{background:var(--t);color:inherit;font-weight:600}
        .r>li{border-top:1px solid var(--li)}
        .r>li:last-child{border-bottom:1px solid var(--li)}
        .r a{display:block;padding:11px 0;min-height:var(--h);text-decoration:none;color:var(--fg)}
        .r b{color:var(--a);font-weight:600}
        .r .m,.st .m,.t .m,.ff .m{display:block}
        .q{background:var(--so);border-radius:12px;padding:14px 16px;margin:16px 0 0}
        .q p{margin:0}
        img{display:block;width:100%;height:auto;border-radius:8px}
        .tel{font-size:1.375rem;font-weight:700;text-decoration:none;display:inline-block;line-height:var(--h)}
        .i{display:inline-block;padding:10px 0;min-height:var(--h);line-height:1.5}
        button{font:inherit;font-weight:600;padding:9px 18px;min-height:var(--h);white-space:nowrap;border:0;border-radius:8px;background:#dfe2e6;background:var(--a);color:var(--bg);cursor:pointer}
        .code{font:700 1.5rem/1.4 ui-monospace,"SF Mono",Menlo,Consolas,monospace;letter-spacing:.08em}
        .m+.d{margin-top:14px}
        .po{display:none}
        footer{margin-top:44px;padding:16px 16px 40px;border-top:1px solid var(--li);font-size:var(--s);color:var(--mu)}
        footer p{margin:0 0 4px}
        @media(min-width:48rem){body{font-size:1.125rem}h1{font-size:2.125rem}h2{font-size:1.5625rem}}
        @page{margin:16mm 15mm}
        @media print{.z,nav,form,.v{display:none}.po{display:block;font-size:9.5pt;margin:0 0 4pt}html{font-size:10pt}body{line-height:1.5}main,header,footer{max-width:none;padding:0}::details-content{content-visibility:visible;display:block}summary:before{display:none}summary{min-height:0;padding:3pt 0;font-weight:600}a{color:inherit;text-decoration:none}h2{margin:14pt 0 5pt}dl>div{display:flex;gap:8pt;padding:3pt 0}dt{flex:0 0 6em}dd{flex:1}.flow+details{display:none}.j li:before{content:"•";background:none;top:0}h2,h3,summary{break-after:avoid}li,dl>div,.q{break-inside:avoid}p{orphans:2;widows:2}}
        """

    /// What pages without a bar may have beyond that: the box for typing, and the fields as tiles.
    static let front: StaticString = """
        .x{margin:14px 0 18px}
        .x label{display:block;font-size:var(--s);color:var(--mu)}
        .x div{display:flex;flex-wrap:wrap;margin:0 -8px -8px 0}.x div>*{margin:0 8px 8px 0}
        .L .x div{flex-wrap:wrap}.L .x div>*{flex:1 1 100%}
        .x input{flex:1 1 8em;min-width:0;font:inherit;padding:9px 12px;min-height:var(--h);border:1.5px solid var(--mu);border-radius:8px;background:var(--bg);color:var(--fg)}
        .ff{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.4em,1fr));gap:10px}
        .ff a{display:block;height:100%;padding:12px 14px;border:1px solid var(--li);border-left:5px solid var(--c);border-radius:10px;text-decoration:none;color:var(--fg)}
        @media(min-width:48rem){.ff{grid-template-columns:repeat(3,1fr)}}
        """

    /// What the pages of items and roadmaps need beyond that.
    static let guides: StaticString = """
        .g{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,8.6rem),1fr));gap:1px;background:var(--li);border:1px solid var(--li);border-radius:12px;overflow:hidden;margin:14px 0 0}
        .g>*{display:block;background:var(--bg);padding:10px 12px 11px;color:inherit;text-decoration:none;min-width:0;margin:0}
        .g span,.g b{display:block;line-height:1.4}.g .n{display:inline-block}
        .l,.g .s{font-size:var(--y);color:var(--mu)}
        .g b{font-size:1.25rem}
        .g .w{grid-column:1/-1;background:var(--t)}
        .L .g{grid-template-columns:1fr}.L .g b{font-size:1.125rem}
        .b{position:sticky;top:0;z-index:2;background:var(--bg);border-bottom:1px solid var(--li);margin:16px 0 0}
        .b ul{display:flex;overflow-x:auto;max-width:44rem;margin:0 auto;padding:0 6px;justify-content:space-between}
        .b ul::-webkit-scrollbar{display:none}
        .b~main section:before{content:"\\a0";display:block;padding:12px 0 13px;font-size:1rem;line-height:1.6}
        .L .b~main section:before{line-height:38px}
        .b~main section>h2:first-child{margin-top:0}.b~main>:first-child{margin-top:-26px}
        .b a{display:block;padding:11px 6px;min-width:44px;min-height:var(--h);text-align:center;font-size:1rem;line-height:1.6;color:var(--fg);text-decoration:none;white-space:nowrap}
        .b a:hover,.b [aria-current]{color:var(--a);box-shadow:inset 0 -3px var(--a)}
        .L .b ul{padding:0 8px}.L .b a{padding:11px 0;font-size:1rem;line-height:38px}
        .u>li{padding:10px 0;border-top:1px solid var(--li)}
        .u>li:last-child{border-bottom:1px solid var(--li)}
        .t label{display:flex;cursor:pointer;min-height:var(--h)}
        .t input{flex:none;width:1.375rem;height:1.375rem;margin:.2em 12px 0 0;accent-color:var(--a)}
        .t b,.st b{font-weight:600}
        .t>li>:not(label){margin-left:calc(1.375rem + 12px)}
        .v{position:sticky;z-index:1;background:var(--bg);font-weight:600;color:var(--a);padding:8px 0;margin:0}
        .w>.m,.u+.m{margin:10px 0}
        .w fieldset{border:0;border-top:1px solid var(--li);margin:0;padding:12px 0 8px;min-width:0}
        legend{float:left;width:100%;padding:0;font-weight:600}
        legend~label{display:inline-flex;align-items:center;min-height:var(--h);margin-right:18px;cursor:pointer}
        legend+label{clear:both}
        .w input{width:1.25rem;height:1.25rem;margin:0 7px 0 0;flex:none;accent-color:var(--a)}
        .st>li{padding:11px 0;border-top:1px solid var(--li)}
        .sc{overflow-x:auto}.L .sc svg{width:25.5rem;max-width:none;margin:0 0 4px}
        .j.m{margin-top:6px}
        .hh{margin-top:36px;padding-top:18px;border-top:2px solid var(--li);font-size:1.25rem}
        @media(min-width:48rem){.g.four{grid-template-columns:repeat(4,1fr)}.L .four{grid-template-columns:1fr 1fr}.b ul{justify-content:flex-start;gap:14px;padding:0 10px}}
        @media(max-width:339px){.b a{padding:11px 3px;font-size:.9375rem}.g b{font-size:1.125rem}}
        @media print{.b{display:none}.b~main section:before{content:none}.b~main section>h2:first-child{margin-top:9pt}.b~main>:first-child{margin-top:0}main svg{max-height:235mm;max-width:300px;margin-left:0;break-inside:avoid}.t,.st{columns:2;column-gap:8mm}.L .sc svg{width:100%}.u>li,.st>li{padding:4pt 0}.g{break-inside:avoid;margin:4pt 0 0}.four{grid-template-columns:repeat(4,1fr)}.g>*{padding:3pt 6pt}.t input{-webkit-appearance:none;appearance:none;width:11pt;height:11pt;border:1pt solid #000;border-radius:2pt}}
        """

    /// What says that an item cannot be applied for: large, in full contrast, before anything else.
    static let banner: StaticString = """
        .al{margin:12px 0 14px;padding:12px 14px 6px;border:2px solid var(--am);border-left-width:8px;border-radius:10px;background:var(--so)}
        .al b{display:block;font-size:1.375rem;line-height:1.35;margin:0 0 6px;color:var(--am)}
        header .al p{margin:0 0 6px}
        """

    /// The colours of charts that come from `base` inside a page.
    static let colours: StaticString = """
        :root{--bg:#fff;--fg:#1b1d20;--mu:#565c64;--li:#dfe2e6;--am:#855600}@media(prefers-color-scheme:dark){:root{--bg:#16181b;--fg:#eceef0;--mu:#abb1b9;--li:#363a40;--am:#e3b25c}}
        """

    /// A chart by itself.
    static let standalone: StaticString = """
        svg{background:var(--bg);font-family:"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:100%!important}
        """

    /// What all charts need.
    static let charts: StaticString = """
        svg{display:block;width:100%;max-width:430px;height:auto;margin:8px auto 4px;overflow:visible}
        svg text{font-size:13px;fill:var(--mu)}svg rect{fill:#fff;stroke:#8b9097}
        """

    /// Flowcharts of items: colour by who acts, dashes for what does not always happen.
    static let flow: StaticString = """
        .flow text{text-anchor:middle}
        svg .ft{font-size:15px;font-weight:700;fill:var(--fg)}
        svg .fu{fill:var(--am)}
        .fl{fill:none;stroke:#8b9097;stroke:var(--ln);stroke-width:1.5}#fa path{fill:var(--ln)}
        .fn rect{stroke-width:1.5;stroke:var(--s1);fill:var(--f1)}
        .fd rect{stroke-dasharray:5 4}
        .fe rect{fill:var(--s1)}.fe text,.fe .ft,.fe .fu{fill:var(--bg)}
        .fp rect{fill:var(--bg);stroke:var(--am);stroke-width:1}.fp text{fill:var(--am)}
        .flow,.lg{--ln:#8b9097}
        .a-p{--s1:#3c6e9f;--f1:#eef4fa}.a-w{--s1:#2f7a54;--f1:#edf6f1}.a-d{--s1:var(--a);--f1:var(--t)}.a-t{--s1:#7a6a3a;--f1:#f7f4ea}
        .lg{display:flex;flex-wrap:wrap;font-size:var(--y);color:var(--mu)}
        .lg>*{margin-right:16px}.lg i{display:inline-block;width:14px;height:14px;border:1.5px solid var(--s1);background:var(--f1);border-radius:3px;margin-right:6px;vertical-align:-2px}
        .lg .z{--s1:var(--am);--f1:transparent;border-style:dashed;padding:0;height:14px}
        @media screen and (prefers-color-scheme:dark){.flow,.lg{--ln:#7c828a}.a-p{--s1:#7fb0de;--f1:#1c2833}.a-w{--s1:#74c69d;--f1:#1a2a22}.a-t{--s1:#cdbb7c;--f1:#2a2719}}
        """

    /// Charts of roadmaps: stations of a line.
    static let road: StaticString = """
        .road{margin-top:14px}.road svg{margin:0 auto;break-inside:avoid}
        .rr{stroke:#8b9097;stroke:var(--e);stroke-width:3;fill:none}
        .rh{fill:var(--a)}svg .rn{fill:var(--bg);font-size:15px;font-weight:700}
        svg .rs{font-size:17px;font-weight:700;fill:var(--fg)}svg .ri{font-size:15px;fill:var(--fg)}svg .ra{fill:var(--a)}svg .ru{fill:var(--am)}
        .rg{fill:none;stroke:var(--mu);stroke-dasharray:3 3}
        .rx rect{fill:var(--bg);stroke:var(--li)}.rx:hover rect{stroke:var(--a)}
        .rc rect{fill:var(--t);stroke:var(--e)}.rc circle{fill:var(--bg);stroke:var(--a);stroke-width:3}
        .rf rect{stroke-dasharray:5 4}
        .no text{text-decoration:line-through}svg .no rect{fill:none;stroke:var(--li)}
        @media(min-width:48rem){.road{columns:2;column-gap:32px}}
        @media print{.road{columns:3;column-gap:5mm}.road svg{max-width:78%}}
        """
}
