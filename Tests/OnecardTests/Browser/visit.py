"""Opens an address in headless Chromium as a phone would and prints what is there as JSON.

Usage: visit.py ADDRESS SCREENSHOT
"""

import json
import shutil
import sys

from playwright.sync_api import sync_playwright

# Milliseconds: a busy machine is slow, not wrong.
PATIENCE = 180_000

FIND = """() => ({
    title: document.title,
    sections: [...document.querySelectorAll('section > h2')].map(h => h.textContent.trim()),
    fields: [...document.querySelectorAll('.ff b')].map(b => b.textContent),
    overflow: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    links: new Set([...document.querySelectorAll('svg a')].map(a => a.getAttribute('href'))).size,
    firstScreen: [...document.querySelectorAll('header .g > *')]
        .filter(a => a.getBoundingClientRect().bottom <= innerHeight)
        .map(a => a.querySelector('.l')?.textContent ?? ''),
})"""


def main() -> None:
    address, screenshot = sys.argv[1:3]
    browser_path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"], timeout=PATIENCE)
        context = browser.new_context(
            viewport={"width": 360, "height": 800}, device_scale_factor=2, is_mobile=True, has_touch=True
        )
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        requests, messages = [], []
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        response = page.goto(address)
        if response is None or response.status != 200:
            sys.exit(f"{address} answered {response.status if response else 'nothing'}")
        finding = page.evaluate(FIND)
        page.screenshot(path=screenshot)
        browser.close()
    # What stands inside the page itself is no request.
    finding["requests"] = len([url for url in requests if not url.startswith("data:")])
    finding["messages"] = messages
    print(json.dumps(finding, ensure_ascii=False))


if __name__ == "__main__":
    main()
