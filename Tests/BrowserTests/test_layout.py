"""What every page must be like on every screen: nothing overflows, everything can be read and tapped."""

from browser import SCREENSHOTS, WIDTHS, BrowserTest, large

OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const bad = [...document.querySelectorAll('body *')].filter(e => {
    const r = e.getBoundingClientRect();
    return r.width > 0 && (r.right > width + 0.5 || r.left < -0.5) && !e.closest('svg,.sc,nav.b ul');
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

# What of a chart is drawn, in CSS pixels, counts like any other text.
SMALLEST_TEXT = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let least = 999;
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    const e = n.parentElement;
    if (!n.textContent.trim() || e.closest('script,style,[hidden]') || !e.checkVisibility()) continue;
    const svg = e.closest('svg');
    const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
    least = Math.min(least, parseFloat(getComputedStyle(e).fontSize) * scale);
  }
  return least;
}"""

BODY = "(() => { const s = getComputedStyle(document.body); return [parseFloat(s.fontSize), parseFloat(s.lineHeight) / parseFloat(s.fontSize)] })()"


class LayoutTests(BrowserTest):
    def shoot(self, page, name, height=None):
        """A picture of the whole page, or of so much of it."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        file = SCREENSHOTS / f"{name}.png"
        if height:
            page.set_viewport_size({"width": page.viewport_size["width"], "height": height})
        page.screenshot(path=file, full_page=height is None)
        self.assertGreater(file.stat().st_size, 2000)

    def test_nothing_overflows_on_any_screen(self):
        """Each kind of page on each screen, in both sizes of print; what it looks like is kept as pictures."""
        page = self.page()
        for kind, path in self.site.kinds.items():
            name = kind.replace(" ", "-")
            for size, address in (("", path), ("-large", large(path))):
                page.set_viewport_size({"width": 360, "height": 740})
                page.emulate_media(color_scheme="light")
                self.go(page, address)
                self.shoot(page, f"{name}-360{size}")
                if not size:
                    for width in WIDTHS:
                        page.set_viewport_size({"width": width, "height": 740})
                        if width != 360:
                            self.shoot(page, f"{name}-{width}", height=1600)
                    page.emulate_media(color_scheme="dark")
                    page.set_viewport_size({"width": 360, "height": 740})
                    self.shoot(page, f"{name}-360-dark", height=1600)
                self.open_all(page)
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 740})
                    with self.subTest(kind=kind, width=width, size=size):
                        self.assertEqual(page.evaluate(OVERFLOW), [])

    def test_nothing_overflows_at_200_percent_text(self):
        page = self.page()
        for kind, path in self.site.kinds.items():
            self.go(page, path)
            page.add_style_tag(content="html{font-size:200%!important}")
            self.shoot(page, f"{kind.replace(' ', '-')}-360-200%", height=1600)
            self.open_all(page)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 740})
                with self.subTest(kind=kind, width=width):
                    self.assertEqual(page.evaluate(OVERFLOW), [])
            page.set_viewport_size({"width": 360, "height": 740})

    def test_no_shipped_page_overflows_and_the_first_screen_answers(self):
        page = self.page(320)
        grids = 0
        for path in self.site.paths:
            with self.subTest(path=self.site.titles[path]):
                page.set_viewport_size({"width": 360, "height": 740})
                self.go(page, path)
                if grid := page.query_selector(".four"):
                    grids += 1
                    box = grid.bounding_box()
                    self.assertLessEqual(box["y"] + box["height"], 740)
                    self.assertEqual(page.locator(".four .l").all_inner_texts()[:4], ["带什么", "多少钱", "去哪办", "多久"])
                page.set_viewport_size({"width": 320, "height": 740})
                self.open_all(page)
                self.assertEqual(page.evaluate(OVERFLOW), [])
        self.assertGreater(grids, 30)

    def test_text_and_targets_are_large_enough(self):
        page = self.page()
        for kind, path in self.site.kinds.items():
            with self.subTest(kind=kind):
                self.go(page, path)
                size, line = page.evaluate(BODY)
                self.assertGreaterEqual(size, 17)
                self.assertGreaterEqual(line, 1.5)
                self.open_all(page)
                self.assertEqual(page.evaluate(SMALL_TARGETS, 44), [])
            with self.subTest(kind=kind, size="large"):
                self.go(page, large(path))
                self.open_all(page)
                self.assertGreaterEqual(page.evaluate(SMALLEST_TEXT), 22)
                self.assertEqual(page.evaluate(SMALL_TARGETS, 60), [])

    def test_large_print_is_kept_by_every_link(self):
        page = self.page()
        for kind, path in self.site.kinds.items():
            with self.subTest(kind=kind):
                self.go(page, large(path))
                links = page.eval_on_selector_all("a[href^='/']", "e => e.map(x => x.getAttribute('href'))")
                # The one that leads back to the normal size.
                self.assertEqual(len([link for link in links if "size=large" not in link]), 1, links)
                for form in page.query_selector_all("form"):
                    self.assertEqual(form.eval_on_selector("[name=size]", "e => e.value"), "large")

    def test_the_bar_stays_in_sight(self):
        page = self.page()
        for address in (self.site.kinds["item"], large(self.site.kinds["item"]), self.site.kinds["roadmap"]):
            with self.subTest(address=address):
                self.go(page, address)
                page.click("nav.b a[href='#contact']")
                bar = page.evaluate("(() => { const r = document.querySelector('nav.b').getBoundingClientRect(); return [r.top, r.bottom] })()")
                self.assertEqual(bar[0], 0)
                # The bar leaves the text its room, and does not stand on the heading that it led to.
                self.assertLessEqual(bar[1], 740 / 8)
                self.assertGreaterEqual(page.evaluate("document.querySelector('#contact>h2').getBoundingClientRect().top"), bar[1] - 1)

    def test_no_heading_is_under_the_bar_however_large_the_text(self):
        """WeChat and Android make text larger without making anything else larger."""
        page = self.page(is_mobile=True, has_touch=True)
        for address in (self.site.kinds["item"], large(self.site.kinds["item"]), self.site.kinds["roadmap"]):
            for percent in (100, 140, 200):
                with self.subTest(address=address, percent=percent):
                    self.go(page, address)
                    page.add_style_tag(content=f"html{{text-size-adjust:{percent}%!important}}")
                    # One line, which can be pushed sideways.
                    height = page.eval_on_selector("nav.b a", "a => a.getBoundingClientRect().height")
                    bar = page.eval_on_selector("nav.b", "n => n.getBoundingClientRect().height")
                    self.assertLessEqual(bar, height + 2)
                    if percent == 100:
                        # As large as the page itself makes it, all of it is in sight.
                        self.assertTrue(page.eval_on_selector("nav.b ul", "u => u.scrollWidth <= u.clientWidth"))
                    self.assertEqual(page.evaluate("document.documentElement.scrollWidth"), 360)
                    for section in page.eval_on_selector_all("section", "e => e.map(x => x.id)"):
                        page.evaluate("id => { location.hash = ''; location.hash = id }", section)
                        top, bottom, end = page.evaluate(
                            """id => [document.querySelector('#' + id + '>h2').getBoundingClientRect().top,
                              document.querySelector('nav.b').getBoundingClientRect().bottom,
                              document.documentElement.scrollHeight - scrollY - innerHeight]""", section)
                        self.assertGreaterEqual(top, bottom - 0.5, section)
                        # And not far below it, but where the page ends first.
                        if end > 1:
                            self.assertLessEqual(top, bottom + 12, section)
