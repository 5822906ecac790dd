"""What people do on the screens, by the words that they read there."""

import re

from playwright.sync_api import Locator, Page

from scripts.tour.hand import POINTER, Hand


def button(at: Page | Locator, name: str | re.Pattern[str]) -> Locator:
    """The button of this name."""
    return at.get_by_role("button", name=name, exact=True)


def text(at: Page | Locator, words: str) -> Locator:
    """What says exactly these words."""
    return at.get_by_text(words, exact=True)


def heading(at: Page | Locator, words: str) -> Locator:
    """The heading of this name."""
    return at.get_by_role("heading", name=words)


def come_in_as_facilitator(page: Page, link: str, name: str) -> None:
    """By the facilitators' link, as far as the console."""
    page.goto(link)
    page.get_by_label("What should we call you?").fill(name)
    button(page, "Go in").click()
    button(page, "QR and links").wait_for()


def join(page: Page, link: str, name: str, place: str) -> None:
    """By the room's link, as far as the participant's screen."""
    page.goto(link)
    page.get_by_label("What should we call you?").fill(name)
    text(page, place).click()
    button(page, "Join").click()
    text(page, "Live").wait_for()


def close_dialog(page: Page) -> None:
    """With the key that closes everything that is open."""
    page.get_by_role("dialog").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")


def device_links(console: Page, hand: Hand = POINTER) -> tuple[str, str]:
    """Make a link for a shared screen and one for a helper; the dialog stays open."""
    hand.press(button(console, "QR and links"))
    hand.press(button(console, "Make a link for a screen"))
    console.get_by_role("dialog").locator("code").nth(0).wait_for()
    hand.press(button(console, "Make a link for a helper"))
    console.get_by_role("dialog").locator("code").nth(1).wait_for()
    screen, helper = console.get_by_role("dialog").locator("code").all_inner_texts()
    return screen, helper
