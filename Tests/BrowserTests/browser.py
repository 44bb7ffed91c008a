"""A browser on a running site, and the site's pages by kind."""

import os
import pathlib
import unittest
from urllib.parse import unquote, urlsplit

from playwright.sync_api import sync_playwright

BASE = os.environ.get("ONECARD_URL", "http://127.0.0.1:8080").rstrip("/")
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SCREENSHOTS = pathlib.Path(os.environ.get("ONECARD_SCREENSHOTS", ".build/screenshots"))
WIDTHS = [320, 360, 390, 768, 1280]


class Site:
    """Every address that one reaches from the home page, and one example of each kind."""

    def __init__(self, browser):
        page = browser.new_page()
        seen, queue = set(), ["/", "/policies"]
        self.titles = {}
        while queue:
            path = queue.pop(0)
            if path in seen:
                continue
            seen.add(path)
            response = page.request.get(BASE + path)
            assert response.status == 200, (path, response.status)
            page.set_content(response.text())
            self.titles[path] = page.title()
            for link in page.eval_on_selector_all("a[href]", "e => e.map(x => x.getAttribute('href'))"):
                target = unquote(urlsplit(link).path)
                if link.startswith("/") and "size=" not in link and not target.endswith((".csv", ".svg", ".png")):
                    queue.append(target)
        page.close()
        self.paths = sorted(seen)
        self.codes = [path for path in self.paths if path.startswith("/c/")]
        self.kinds = self._kinds(browser)

    def _kinds(self, browser):
        kinds = {"home": "/", "policies": "/policies"}
        page = browser.new_page()
        for path in self.paths:
            if path.startswith("/fields/"):
                kinds.setdefault("field", path)
            elif path.startswith("/laws/"):
                kinds.setdefault("law", path)
            elif path.startswith("/c/"):
                page.set_content(page.request.get(BASE + path).text())
                if page.query_selector(".f"):
                    kinds.setdefault("roadmap", path)
                elif page.query_selector(".four"):
                    kinds.setdefault("item", path)
                    if page.query_selector("form.w"):
                        kinds.setdefault("item with situations", path)
                elif page.query_selector('.k a[href="/policies"]'):
                    kinds.setdefault(page.inner_text(".k a[href='/policies']"), path)
        page.close()
        kinds["search"] = "/search?q=施工"
        kinds["search without a hit"] = "/search?q=彩票"
        kinds["lost"] = "/nothing-here"
        kinds["mistyped"] = "/c/" + self.codes[0][3:-1] + ("0" if self.codes[0][-1] != "0" else "1")
        kinds["no code"] = "/c/abc"
        kinds["answered"] = kinds["item with situations"] + "?q0=1"
        return kinds


class BrowserTest(unittest.TestCase):
    """Starts one browser for a class of tests."""

    site = None

    @classmethod
    def setUpClass(cls):
        cls.playwright = sync_playwright().start()
        cls.addClassCleanup(cls.playwright.stop)
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        cls.addClassCleanup(cls.browser.close)
        if BrowserTest.site is None:
            BrowserTest.site = Site(cls.browser)

    def context(self, width=360, height=740, **options):
        context = self.browser.new_context(viewport={"width": width, "height": height}, **options)
        self.addCleanup(context.close)
        return context

    def go(self, page, path, large=False):
        if large:
            path += ("&" if "?" in path else "?") + "size=large"
        response = page.goto(BASE + path)
        self.assertIn(response.status, (200, 404, 410), path)
        return response

    def open_all(self, page):
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
