"""Take the documentation's pictures anew, from a running demo: `.venv/bin/python -m scripts.docs_images`.

They are of a real recorded meeting under way (NOTICE says whose), never drawn or touched up.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from scripts.tour.acts import button
from scripts.tour.chromium import chromium, device

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
PORT = 8719
RATE = "10"
DESK = (1280, 860)
PHONE = (390, 720)
NUDGED_WITHIN_MS = 90_000
"""It begins shortly before the first nudge, of which facilitators hear two minutes (of the meeting) later."""


@contextmanager
def demo() -> Iterator[tuple[str, str]]:
    """A demo that runs: the links of its console and of its door."""
    command = [sys.executable, "-m", "app.cli", "demo", "--no-browser", "--port", str(PORT), "--rate", RATE]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        links: list[str] = []
        try:
            while len(links) < 2:
                line = running.stdout.readline()
                if not line:
                    sys.exit("The demo did not start; the lines above say why.")
                links += re.findall(r"https?://\S+", line)
            yield links[0], links[1]
        finally:
            running.terminate()


def raise_hand_for(console: Page, name: str) -> None:
    """A facilitator raises somebody's hand."""
    console.keyboard.press("h")
    console.get_by_label("Find a name").fill(name)
    button(console.get_by_role("dialog"), name).click()
    console.get_by_label("Find a name").wait_for(state="detached")


def take(browser: Browser, console_link: str, join_link: str) -> None:
    """Go in as a facilitator and as a participant, and look at what they see."""
    phone = device(browser, *PHONE).page
    phone.goto(join_link)
    phone.get_by_label("What should we call you?").fill("Sam")
    phone.get_by_text("Online", exact=True).click()
    phone.screenshot(path=IMAGES / "join.png")
    button(phone, "Join").click()

    console = device(browser, *DESK).page
    console.goto(console_link)
    console.get_by_label("What should we call you?").fill("Robin")
    button(console, "Go in").click()
    panels = console.get_by_role("navigation", name="Panels")
    for name in ("People", "Last 10 minutes", "Nudges"):
        panels.get_by_role("button", name=name).click()
    raise_hand_for(console, "Dee")
    button(phone, "Raise my hand").click()
    button(phone, "Lower my hand").wait_for()
    phone.screenshot(path=IMAGES / "phone.png")

    button(console, "I asked by voice").wait_for(timeout=NUDGED_WITHIN_MS)
    console.locator(".lane i").first.wait_for()
    console.mouse.move(0, 0)
    console.screenshot(path=IMAGES / "console.png")

    button(console, "I asked by voice").click()
    button(console, "I asked by voice").wait_for(state="detached")
    session = urlsplit(console.url).path.rsplit("/", 1)[1]
    console.goto(f"{urlsplit(console.url)._replace(path=f'/r/{session}').geturl()}")
    console.get_by_role("heading", name="Beside an even share").wait_for()
    console.screenshot(path=IMAGES / "report.png", full_page=True)


def main() -> None:
    """Write docs/images/*.png."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with demo() as (console_link, join_link), chromium() as browser:
        take(browser, console_link, join_link)
    for image in sorted(IMAGES.glob("*.png")):
        print(f"{image.relative_to(ROOT)}: {image.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
