"""Opens a page of `onecard serve --preview` in headless Chromium, breaks a guide file, mends it with a change, and prints
what the browser showed as JSON.

Usage: preview.py ADDRESS FILE SCREENSHOT
"""

import json
import pathlib
import shutil
import sys

from playwright.sync_api import sync_playwright

PATIENCE = 60_000


def main() -> None:
    address, name, screenshot = sys.argv[1:4]
    file = pathlib.Path(name)
    good = file.read_text(encoding="utf-8")
    browser_path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 900, "height": 800})
        messages: list[str] = []
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        loads: list[str] = []
        page.on("load", lambda: loads.append(page.url))
        page.goto(address)
        before = page.locator("onecard-preview").count()

        # A key that does not exist, with words that would be markup if anybody took them for it.
        file.write_text(good + "<b>不认识的键</b>: 一\n", encoding="utf-8")
        item = page.locator("onecard-preview li").first
        item.wait_for(timeout=PATIENCE)
        shown = page.locator("onecard-preview section").inner_text()
        markup = page.locator("onecard-preview li b b").count()
        page.evaluate("scrollTo(0, 300)")
        page.screenshot(path=screenshot)
        loads_while_broken = len(loads)

        file.write_text(good.replace("简介:", "简介: 预览改好了。", 1), encoding="utf-8")
        page.get_by_text("预览改好了。").first.wait_for(timeout=PATIENCE)
        page.wait_for_function("document.querySelector('onecard-preview') === null", timeout=PATIENCE)
        page.wait_for_load_state("load")
        page.wait_for_function("scrollY > 0", timeout=PATIENCE)
        print(json.dumps({
            "before": before, "shown": shown, "markup": markup, "messages": messages,
            "loadsWhileBroken": loads_while_broken, "loads": len(loads), "scroll": page.evaluate("scrollY"),
        }, ensure_ascii=False))
        browser.close()


if __name__ == "__main__":
    main()
