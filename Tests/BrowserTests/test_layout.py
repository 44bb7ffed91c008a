"""What every page must be like on every screen: nothing overflows, everything can be read and tapped."""

from browser import BASE, SCREENSHOTS, WIDTHS, BrowserTest

OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const bad = [...document.querySelectorAll('body *')].filter(e => {
    const r = e.getBoundingClientRect();
    return r.width > 0 && (r.right > width + 0.5 || r.left < -0.5) && !e.closest('svg');
  }).map(e => e.outerHTML.slice(0, 120));
  return document.documentElement.scrollWidth > width ? ['page ' + document.documentElement.scrollWidth, ...bad] : bad;
}"""

# Links inside a sentence are exempt, as in WCAG 2.2, 2.5.8; a radio button or box is as large as its label.
SMALL_TARGETS = """least => [...document.querySelectorAll('a,button,summary,label,input:not([type=radio]):not([type=checkbox]):not([type=hidden])')]
  .filter(e => e.offsetParent !== null || e.closest('svg'))
  .filter(e => !(e.tagName == 'LABEL' && e.htmlFor))
  .filter(e => !(e.tagName == 'A' && getComputedStyle(e).display == 'inline' && !e.closest('svg')))
  .map(e => [e, e.getBoundingClientRect()])
  .filter(([e, r]) => r.width > 0 && (r.height < least - 0.6 || r.width < Math.min(least, 44) - 0.6))
  .map(([e, r]) => Math.round(r.width) + 'x' + Math.round(r.height) + ' ' + e.outerHTML.slice(0, 90))"""

SMALLEST_TEXT = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let least = 999;
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    const e = n.parentElement;
    if (!n.textContent.trim() || e.closest('svg,script,style,[hidden]') || !e.checkVisibility()) continue;
    least = Math.min(least, parseFloat(getComputedStyle(e).fontSize));
  }
  return least;
}"""


class LayoutTests(BrowserTest):
    def test_nothing_overflows_on_any_screen(self):
        for width in WIDTHS:
            page = self.context(width).new_page()
            for kind, path in self.site.kinds.items():
                for large in (False, True):
                    with self.subTest(kind=kind, width=width, large=large):
                        self.go(page, path, large)
                        self.open_all(page)
                        self.assertEqual(page.evaluate(OVERFLOW), [])

    def test_no_shipped_page_overflows_at_320_pixels(self):
        page = self.context(320).new_page()
        for path in self.site.paths:
            with self.subTest(path=self.site.titles[path]):
                self.go(page, path)
                self.open_all(page)
                self.assertEqual(page.evaluate(OVERFLOW), [])

    def test_nothing_overflows_at_200_percent_text(self):
        page = self.context(360).new_page()
        for kind, path in self.site.kinds.items():
            with self.subTest(kind=kind):
                self.go(page, path)
                page.add_style_tag(content="html{font-size:200%!important}")
                self.open_all(page)
                self.assertEqual(page.evaluate(OVERFLOW), [])

    def test_targets_are_large_enough(self):
        page = self.context(360).new_page()
        for kind, path in self.site.kinds.items():
            for large, least in ((False, 44), (True, 60)):
                with self.subTest(kind=kind, large=large):
                    self.go(page, path, large)
                    self.open_all(page)
                    self.assertEqual(page.evaluate(SMALL_TARGETS, least), [])

    def test_text_is_large_enough(self):
        page = self.context(360).new_page()
        for kind, path in self.site.kinds.items():
            with self.subTest(kind=kind):
                self.go(page, path)
                self.assertGreaterEqual(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"), 17)
                line = page.evaluate("parseFloat(getComputedStyle(document.body).lineHeight) / parseFloat(getComputedStyle(document.body).fontSize)")
                self.assertGreaterEqual(line, 1.5)
                self.go(page, path, large=True)
                self.open_all(page)
                self.assertGreaterEqual(page.evaluate(SMALLEST_TEXT), 22)

    def test_large_print_is_kept_by_every_link(self):
        page = self.context(360).new_page()
        for kind, path in self.site.kinds.items():
            with self.subTest(kind=kind):
                self.go(page, path, large=True)
                links = page.eval_on_selector_all("a[href^='/']", "e => e.map(x => x.getAttribute('href'))")
                # The one that leads back to the normal size.
                self.assertEqual(len([link for link in links if "size=large" not in link]), 1, links)
                for form in page.query_selector_all("form"):
                    self.assertEqual(form.eval_on_selector("[name=size]", "e => e.value"), "large")

    def test_first_screen_has_the_answers(self):
        page = self.context(360, 740).new_page()
        for path in self.site.codes:
            self.go(page, path)
            if not page.query_selector(".four"):
                continue
            with self.subTest(path=self.site.titles[path]):
                grid = page.query_selector(".four").bounding_box()
                self.assertLessEqual(grid["y"] + grid["height"], 740)

    def test_screenshots(self):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        for width in WIDTHS:
            for scheme in ("light", "dark"):
                for large in (False, True):
                    page = self.context(width, color_scheme=scheme).new_page()
                    for kind, path in self.site.kinds.items():
                        self.go(page, path, large)
                        name = f"{kind.replace(' ', '-')}-{width}-{scheme}{'-large' if large else ''}.png"
                        page.screenshot(path=SCREENSHOTS / name, full_page=True)
                        self.assertGreater((SCREENSHOTS / name).stat().st_size, 2000)
