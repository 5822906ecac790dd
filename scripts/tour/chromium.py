"""The machine's own Chromium, and devices in it: each with its own storage, and what went wrong on it.

A device that was put away is wiped and handed out again: to begin one costs three times as much, nearly all
of it for reading the screens' files anew.
"""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, sync_playwright

Scheme = Literal["light", "dark"]

PATIENCE_MS = 30_000
"""How long a page is waited for: a busy machine is slow, and what never comes still fails."""

TELL_OF_POLICY = """document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`Content-Security-Policy: ${event.violatedDirective} ${event.blockedURI}`));"""

OFFLINE = re.compile("ERR_INTERNET_DISCONNECTED")
"""What Chromium itself says on a page whose network was taken away."""


def executable() -> str:
    """Where the browser is. Ends the program where there is none."""
    found = (
        os.environ.get("EVENFLOOR_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    )
    return found or sys.exit("There is no Chromium here. Install it, or name it in EVENFLOOR_CHROMIUM.")


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser, until the end of the block."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable(), args=["--headless=new", "--no-sandbox", "--disable-gpu"]
        )
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Device:
    """Somebody's phone or computer: what it shows, and what it complained of."""

    context: BrowserContext
    page: Page
    touch: bool = False
    complaints: list[str] = field(default_factory=list)
    """Errors, warnings and breaches of the content security policy, of all its tabs."""
    altered: bool = False
    """Whether something was done to it that cannot be undone: then it is nobody's after this."""

    def tab(self) -> Page:
        """Another tab."""
        return self._watched(self.context.new_page())

    def cut_off(self) -> None:
        """Take its network away."""
        self.context.set_offline(True)

    def reconnect(self) -> None:
        """Give its network back."""
        self.context.set_offline(False)

    def close(self) -> None:
        """Put it away."""
        browser = self.context.browser
        if self.altered or browser is None or not self._wiped():
            self.context.close()
            return
        _put_away.setdefault(browser, []).append(self)

    def _wiped(self) -> bool:
        """Whether nothing is left on it of who had it."""
        here = urlsplit(self.page.url)
        if here.scheme not in {"http", "https"}:
            return False
        for tab in self.context.pages:
            if tab is not self.page:
                tab.close()
        self.reconnect()
        self.page.unroute_all()
        self.page.evaluate("sessionStorage.clear()")
        self.page.goto("about:blank")
        to_browser = self.context.new_cdp_session(self.page)
        origin = {"origin": f"{here.scheme}://{here.netloc}", "storageTypes": "all"}
        to_browser.send("Storage.clearDataForOrigin", origin)
        to_browser.detach()
        self.context.clear_cookies()
        self.context.clear_permissions()
        return True

    def _watched(self, page: Page) -> Page:
        page.on("console", self._heard)
        page.on("pageerror", self._failed)
        return page

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not OFFLINE.search(message.text):
            self.complaints.append(f"{message.type}: {message.text} ({message.location.get('url')})")

    def _failed(self, error: Error) -> None:
        self.complaints.append(f"uncaught: {error}")


_put_away: WeakKeyDictionary[Browser, list[Device]] = WeakKeyDictionary()
"""Wiped devices of each browser."""


def device(
    browser: Browser, width: int, height: int, *, scheme: Scheme = "light", touch: bool = False
) -> Device:
    """A device on which nobody was ever here."""
    waiting = _put_away.get(browser, [])
    found = next((one for one in waiting if one.touch == touch), None)
    if found is None:
        context = browser.new_context(locale="en-GB", has_touch=touch, reduced_motion="reduce")
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(TELL_OF_POLICY)
        found = Device(context, context.new_page(), touch)
        found._watched(found.page)  # noqa: SLF001
    else:
        waiting.remove(found)
        found.complaints = []
    found.page.set_viewport_size({"width": width, "height": height})
    found.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    return found
