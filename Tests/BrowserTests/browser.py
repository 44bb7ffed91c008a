"""A browser on a running site, and the site's pages by kind."""

import atexit
import os
import pathlib
import re
import unittest
import urllib.error
import urllib.request
from html import unescape
from urllib.parse import unquote, urlsplit

from playwright.sync_api import sync_playwright

from tree import RETIRED

BASE = os.environ.get("ONECARD_URL", "http://127.0.0.1:8080").rstrip("/")
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SCREENSHOTS = pathlib.Path(os.environ.get("ONECARD_SCREENSHOTS", ".build/screenshots"))
WIDTHS = [320, 360, 390, 768, 1280]


def fetch(path):
    """The status and the text of an address, without a browser."""
    try:
        with urllib.request.urlopen(BASE + path) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def large(path):
    """The same address in large print."""
    return path + ("&" if "?" in path else "?") + "size=large"


class Site:
    """Every address that one reaches from the home page, and one example of each kind of page."""

    def __init__(self):
        self.texts, queue = {}, ["/", "/policies"]
        while queue:
            path = queue.pop(0)
            if path in self.texts:
                continue
            status, self.texts[path] = fetch(path)
            assert status == 200, (path, status)
            for link in re.findall(r'<a [^>]*?href="(/[^"#]*)', self.texts[path]):
                link = unescape(link)
                if "size=" not in link and not link.endswith((".csv", ".svg", ".png")):
                    queue.append(link)
        self.paths = sorted(self.texts)
        self.titles = {path: unescape(re.search("<title>(.*?)</title>", text)[1]) for path, text in self.texts.items()}
        self.codes = [path for path in self.paths if path.startswith("/c/")]
        self.kinds = self._kinds()

    def is_roadmap(self, path):
        return 'class="road"' in self.texts[path]

    def is_item(self, path):
        return 'class="g four"' in self.texts[path] and not self.is_roadmap(path)

    def asks(self, path):
        return 'class="w"' in self.texts[path] and "<fieldset" in self.texts[path]

    def _kinds(self):
        kinds = {"home": "/", "policies": "/policies"}
        for path in self.paths:
            if path.startswith("/fields/"):
                kinds.setdefault("field", path)
            elif path.startswith("/laws/"):
                kinds.setdefault("law", path)
            elif self.is_roadmap(path):
                if "或者</text>" in self.texts[path]:
                    kinds.setdefault("roadmap with alternatives", path)
                else:
                    kinds.setdefault("roadmap", path)
            elif self.is_item(path) and self.asks(path):
                kinds.setdefault("item", path)
            elif path.startswith("/c/"):
                word = re.search(r'<a href="/policies">(.*?)</a>', self.texts[path])[1]
                kinds.setdefault({"政策": "policy", "通知": "notice"}.get(word, "overview"), path)
        code = self.codes[0][3:]
        kinds["search"] = "/search?q=%E6%96%BD%E5%B7%A5"
        kinds["search without a hit"] = "/search?q=%E5%BD%A9%E7%A5%A8"
        kinds["answered"] = kinds["item"] + "?q0=1"
        kinds["lost"] = "/nothing-here"
        kinds["mistyped"] = "/c/" + code[:-1] + ("0" if code[-1] != "0" else "1")
        kinds["never issued"] = "/c/00000"
        kinds["no code"] = "/c/abc"
        kinds["retired"] = "/c/" + RETIRED
        return kinds


class BrowserTest(unittest.TestCase):
    """All tests of a run share one browser and what is known of the site."""

    site = None
    browser = None

    @classmethod
    def setUpClass(cls):
        if BrowserTest.browser is None:
            playwright = sync_playwright().start()
            atexit.register(playwright.stop)
            BrowserTest.browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            BrowserTest.site = Site()

    def page(self, width=360, height=740, **options):
        """A page in a context of its own, as on a phone that has never been here."""
        context = self.browser.new_context(viewport={"width": width, "height": height}, **options)
        self.addCleanup(context.close)
        return context.new_page()

    def go(self, page, path):
        response = page.goto(BASE + path, wait_until="domcontentloaded")
        self.assertIn(response.status, (200, 400, 404, 410), path)
        return response

    def open_all(self, page):
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
