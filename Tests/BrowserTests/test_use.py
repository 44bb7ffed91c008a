"""What people do on a page: tick, answer, search, print; with the script and without it."""

import io
import json
import re
import unicodedata

from browser import BrowserTest
from pypdf import PdfReader
from tree import PRINTED, RETIRED


class UseTests(BrowserTest):
    def setUp(self):
        self.item = self.site.kinds["item"]

    def names(self, page):
        return page.eval_on_selector_all(".t > li", "e => e.filter(x => x.checkVisibility()).map(x => x.querySelector('b').textContent)")

    def test_ticks_stay_on_the_phone(self):
        page = self.page()
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
        fresh = self.page()
        self.go(fresh, self.item)
        self.assertEqual(fresh.locator(".t input:checked").count(), 0)

    def test_the_count_is_right_after_going_back(self):
        """Where nothing can be stored, the browser itself brings the ticks back."""
        # One that asks nothing counts by another way than one that asks; there may be none.
        plain = [path for path in self.site.codes if self.site.is_item(path) and not self.site.asks(path)
                 and self.site.texts[path].count('type="checkbox"') > 2]
        for address in plain[:1] + [self.site.kinds["item"]]:
            with self.subTest(address=address):
                page = self.page()
                page.add_init_script("Object.defineProperty(self, 'localStorage', {get() { throw new Error('private') }})")
                self.go(page, address)
                boxes = page.locator(".t li:not([hidden]) input")
                boxes.nth(0).check()
                boxes.nth(1).check()
                page.click("header .k a")
                page.wait_for_url("**/")
                page.go_back()
                page.wait_for_function(
                    "document.querySelector('.v').textContent.includes("
                    "document.querySelectorAll('.t li:not([hidden]) input:checked').length + ' 样')")
                self.assertEqual(page.locator(".t input:checked").count(), 2)

    def test_answers_filter_alike_with_and_without_the_script(self):
        with_script = self.page()
        without = self.page(java_script_enabled=False)
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
        path = next(p for p in self.site.codes if self.site.is_roadmap(p) and self.site.asks(p))
        page = self.page()
        self.go(page, path)
        self.open_all(page)
        before = len(self.names(page))
        for question in range(page.locator("form.w fieldset").count()):
            page.check(f"[name=q{question}][value='1']")
        struck = set(page.eval_on_selector_all("svg a.no", "e => e.map(x => x.getAttribute('href'))"))
        self.assertTrue(struck)
        self.assertLess(len(self.names(page)), before)
        without = self.page(java_script_enabled=False)
        count = page.locator("form.w fieldset").count()
        self.go(without, path + "?" + "&".join(f"q{i}=1" for i in range(count)))
        self.assertEqual({a.get_attribute("href") for a in without.query_selector_all("svg a.no")}, struck)

    def test_alternatives_are_told_apart(self):
        """备案 or 核准: one frame with 或者 in it, one sentence in the words, and an answer strikes one of them out."""
        path = self.site.kinds["roadmap with alternatives"]
        page = self.page()
        self.go(page, path)
        self.assertIn("或者", page.locator(".road text").all_text_contents())
        sentences = page.locator(".j.m li").all_text_contents()
        either = [text for text in sentences if "先办好企业投资项目备案，或者企业投资项目核准" in text]
        self.assertTrue(either)
        self.assertEqual([text for text in sentences if "企业投资项目核准" in text and text not in either], [])
        page.check("form.w [name=q0][value='0']")
        struck = page.locator("svg a.no .ri").all_text_contents()
        self.assertEqual(struck, ["企业投资项目核准"])

    def test_a_roadmap_counts_what_projects_bring(self):
        """The least is no less than what hangs on nothing, the most no more than all that is listed: which of the papers
        come together is for the tests of the count itself."""
        for path in filter(self.site.is_roadmap, self.site.codes):
            page = self.page(java_script_enabled=False)
            self.go(page, path)
            numbers = [int(n) for n in re.findall(r"\d+", page.inner_text(".four a[href='#materials'] b"))]
            always, listed = page.eval_on_selector_all(
                ".t > li", """e => { const all = e.filter(x => x.querySelector('input'));
                    return [all.filter(x => ![...x.querySelectorAll('.c')].some(
                        c => c.textContent == '如适用' || c.textContent == '非必要')).length, all.length] }""")
            with self.subTest(path=self.site.titles[path]):
                self.assertLessEqual([always], numbers[:1])
                self.assertLess(numbers[0], numbers[-1])
                self.assertLessEqual(numbers[-1], listed)
                self.assertEqual(page.locator(".road a").count(), page.locator("li[data-item]").count())
                self.assertGreaterEqual(page.locator(".road .rc").count(), 3)

    def test_what_changed_since_the_card_was_printed(self):
        page = self.page()
        self.go(page, f"/c/{PRINTED}")
        words = page.inner_text("#contact")
        self.assertIn("2026年11月1日印的卡片仍然有效", words)
        self.assertGreaterEqual(page.locator("#contact .j .c", has_text="印卡后").count(), 1)

    def test_lost_and_retired_pages_help(self):
        page = self.page(java_script_enabled=False)
        for kind, status in (("lost", 404), ("mistyped", 404), ("never issued", 404), ("no code", 400), ("retired", 410)):
            with self.subTest(kind=kind):
                self.assertEqual(self.go(page, self.site.kinds[kind]).status, status)
                self.assertTrue(page.locator("form input").first.is_visible())
                self.assertGreaterEqual(page.locator("a[href^='tel:']").count(), 1)
        self.go(page, f"/c/{RETIRED}")
        self.assertIn("两个事项合并成一个", page.inner_text("main"))
        page.click(f"a[href='/c/{PRINTED}']")
        self.assertTrue(page.url.endswith(f"/c/{PRINTED}"))
        # A code typed into the box leads to its page, in the size of print that was chosen.
        self.go(page, self.site.kinds["mistyped"] + "?size=large")
        page.fill("form input[name=code]", PRINTED[:4].lower() + "-" + PRINTED[4])
        page.click("form button")
        self.assertTrue(page.url.endswith(f"/c/{PRINTED}?size=large"), page.url)

    def test_the_card_is_a_picture_to_keep(self):
        page = self.page()
        found = 0
        for path in filter(self.site.is_roadmap, self.site.codes):
            self.go(page, path)
            picture = page.locator("img")
            if picture.count() == 0:
                continue
            found += 1
            page.evaluate("document.querySelector('img').closest('details').open = true")
            picture.scroll_into_view_if_needed()
            picture.evaluate("image => image.decode()")
            size = page.evaluate("(() => { const i = document.querySelector('img'); return [i.naturalWidth, i.naturalHeight, i.width, i.height] })()")
            self.assertGreater(size[0], 600, path)
            self.assertAlmostEqual(size[0] / size[1], size[2] / size[3], delta=0.02)
        self.assertGreaterEqual(found, 6)

    def test_everything_reads_without_the_script(self):
        page = self.page(java_script_enabled=False)
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
        page = self.page(java_script_enabled=False)
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
        page = self.page()
        self.go(page, self.item)
        seen = []
        for _ in range(30):
            page.keyboard.press("Tab")
            href = page.evaluate("document.activeElement.closest('nav.b') && document.activeElement.getAttribute('href')")
            if href:
                seen.append(href)
        self.assertEqual(seen, ["#flow", "#guide", "#materials", "#basis", "#policies", "#contact"])
        page.click("nav.b a[href='#contact']")
        self.assertGreater(page.evaluate("document.querySelector('#contact>h2').getBoundingClientRect().top"), 30)
        self.assertEqual(page.evaluate("document.querySelector('nav.b').getBoundingClientRect().top"), 0)

    def printed(self, page, **options):
        return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, format="A4", **options)))

    def test_a_roadmaps_chart_is_on_one_sheet(self):
        # What is left of A4 between the margins of the style sheet, in CSS pixels.
        page = self.page(680, 1001)
        page.emulate_media(media="print")
        highest, longest = 0, None
        for path in filter(self.site.is_roadmap, self.site.codes):
            with self.subTest(path=self.site.titles[path]):
                self.go(page, path)
                bottom = page.evaluate("document.querySelector('.road').getBoundingClientRect().bottom")
                self.assertLessEqual(bottom, 1001)
                highest, longest = max((highest, longest or path), (bottom, path))
        # The highest on paper: all its stages are on the first sheet.
        self.go(page, longest)
        stages = [re.sub(r"\s", "", text) for text in page.locator(".road .rs").all_text_contents()]
        self.assertGreaterEqual(len(stages), 4)
        first = re.sub(r"\s", "", unicodedata.normalize("NFKC", self.printed(page, page_ranges="1").pages[0].extract_text()))
        for stage in stages:
            self.assertRegex(first, "".join(f"(?:{re.escape(c)}|[\u2e80-\u2eff])" for c in stage))

    def test_print_is_a_whole_guide_on_a4(self):
        for java_script in (True, False):
            page = self.page(java_script_enabled=java_script)
            self.go(page, self.item)
            folded = page.locator("blockquote p").all_text_contents()
            reader = self.printed(page)
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
