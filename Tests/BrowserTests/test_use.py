"""What people do on a page: tick, answer, search, print; with the script and without it."""

import io
import json
import re
import unicodedata

from browser import BASE, BrowserTest
from pypdf import PdfReader


class UseTests(BrowserTest):
    def setUp(self):
        self.item = self.site.kinds["item with situations"]

    def names(self, page):
        return page.eval_on_selector_all(".t > li", "e => e.filter(x => x.checkVisibility()).map(x => x.querySelector('b').textContent)")

    def test_ticks_stay_on_the_phone(self):
        context = self.context()
        page = context.new_page()
        self.go(page, self.item)
        boxes = page.locator(".t input")
        boxes.nth(1).check()
        self.assertIn("1", page.inner_text(".v"))
        page.reload()
        self.assertEqual([boxes.nth(i).is_checked() for i in range(boxes.count())].count(True), 1)
        self.assertTrue(boxes.nth(1).is_checked())
        stored = page.evaluate("Object.entries(localStorage)")
        self.assertEqual(len(stored), 1)
        self.assertEqual(json.loads(stored[0][1]), [page.locator(".t label b").nth(1).inner_text()])
        # Another guide's list is its own, and so is another phone's.
        other = next(path for path in self.site.codes if path != self.item)
        self.go(page, other)
        self.assertEqual(page.locator(".t input:checked").count(), 0)
        fresh = self.context().new_page()
        self.go(fresh, self.item)
        self.assertEqual(fresh.locator(".t input:checked").count(), 0)

    def test_answers_filter_alike_with_and_without_the_script(self):
        with_script = self.context().new_page()
        without = self.context(java_script_enabled=False).new_page()
        self.go(with_script, self.item)
        everything = self.names(with_script)
        questions = with_script.locator("form.w fieldset").count()
        self.assertGreaterEqual(questions, 1)
        filtered = 0
        for question in range(questions):
            values = with_script.eval_on_selector_all(f"[name=q{question}]", "e => e.map(x => x.value)")
            self.assertIn("", values)
            for value in values[:-1]:
                self.go(with_script, self.item)
                with_script.check(f"[name=q{question}][value='{value}']")
                instantly = self.names(with_script)
                self.go(without, self.item)
                without.check(f"[name=q{question}][value='{value}']")
                without.click("form.w button")
                self.assertIn(f"q{question}={value}", without.url)
                self.assertEqual(without.locator(".t > li b").all_inner_texts(), instantly)
                self.assertTrue(set(instantly) <= set(everything))
                filtered += len(instantly) < len(everything)
        self.assertGreater(filtered, 0)

    def test_roadmap_answers_strike_items_out(self):
        path = next(p for p in self.site.codes if self._is_roadmap_with_questions(p))
        page = self.context().new_page()
        self.go(page, path)
        self.open_all(page)
        before = len(self.names(page))
        for question in range(page.locator("form.w fieldset").count()):
            page.check(f"[name=q{question}][value='1']")
        struck = set(page.eval_on_selector_all("svg a.no", "e => e.map(x => x.dataset.item)"))
        self.assertTrue(struck)
        self.assertLess(len(self.names(page)), before)
        without = self.context(java_script_enabled=False).new_page()
        count = page.locator("form.w fieldset").count()
        self.go(without, path + "?" + "&".join(f"q{i}=1" for i in range(count)))
        self.assertEqual({a.get_attribute("data-item") for a in without.query_selector_all("svg a.no")}, struck)

    def _is_roadmap_with_questions(self, path):
        text = self.context().request.get(BASE + path).text()
        return 'class="road"' in text and 'class="w"' in text

    def test_everything_reads_without_the_script(self):
        page = self.context(java_script_enabled=False).new_page()
        for kind, path in self.site.kinds.items():
            with self.subTest(kind=kind):
                self.go(page, path)
                self.assertTrue(page.inner_text("h1").strip())
                self.assertEqual(page.locator(".v:visible").count(), 0)
        self.go(page, self.item)
        self.assertTrue(page.locator("form.w button").is_visible())
        page.locator("summary").first.click()
        self.assertTrue(page.locator("details").first.locator("ol").is_visible())

    def test_search_finds_by_every_kind_of_name(self):
        page = self.context(java_script_enabled=False).new_page()
        self.go(page, self.item)
        name = page.inner_text("h1")
        material = page.locator(".t b").first.inner_text()
        code = self.item[3:]
        for query in (name, name[:4], material, code.lower(), f"{code[:4]}-{code[4]}"):
            with self.subTest(query=query):
                self.go(page, "/")
                page.fill("[name=q]", query)
                page.click("form button")
                self.assertIn(name, page.locator(".r b").all_inner_texts())

    def test_bar_leads_to_every_section_by_keyboard(self):
        page = self.context().new_page()
        self.go(page, self.item)
        seen = []
        for _ in range(30):
            page.keyboard.press("Tab")
            href = page.evaluate("document.activeElement.closest('nav.b') && document.activeElement.getAttribute('href')")
            if href:
                seen.append(href)
        self.assertEqual(seen, ["#flow", "#guide", "#materials", "#basis", "#policies", "#contact"])
        page.click("nav.b a[href='#contact']")
        self.assertGreater(page.evaluate("document.getElementById('contact').getBoundingClientRect().top"), 30)
        self.assertEqual(page.evaluate("document.querySelector('nav.b').getBoundingClientRect().top"), 0)

    def test_print_is_a_whole_guide_on_a4(self):
        for java_script in (True, False):
            page = self.context(java_script_enabled=java_script).new_page()
            self.go(page, self.item)
            folded = page.locator("blockquote p").all_text_contents()
            reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, format="A4")))
            width, height = reader.pages[0].mediabox.width, reader.pages[0].mediabox.height
            self.assertAlmostEqual(float(width), 595, delta=2)
            self.assertAlmostEqual(float(height), 842, delta=2)
            # Fonts map some characters to radicals that look the same; NFKC maps most of them back.
            text = unicodedata.normalize("NFKC", "".join(p.extract_text() for p in reader.pages))
            text = text.replace("\n", "").replace(" ", "")
            self.assertIn(f"{self.item[3:7]}-{self.item[7]}", text)
            self.assertTrue(folded)
            for words in folded:
                start = unicodedata.normalize("NFKC", words).replace(" ", "")[:12]
                self.assertRegex(text, "".join(f"(?:{re.escape(c)}|[\u2e80-\u2eff])" for c in start))
