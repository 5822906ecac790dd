"""A contact is named, lets people write to them, and reads."""

from collections.abc import Iterator

from playwright.sync_api import Browser

from scripts.tour.acts import button, close_dialog, heading, text
from scripts.tour.chromium import device
from scripts.tour.shown import DESK, PHONE, Shown
from scripts.tour.stage import Stage

WORDS = "When I speak, somebody always laughs."


def concerns(stage: Stage, browser: Browser) -> Iterator[Shown]:
    """Tom writes to Maria, who is not in the meeting."""
    page, tom = stage.console.page, stage.tom.page
    button(page, "QR and links").click()
    button(page, "Name somebody…").click()
    page.get_by_label("Name (leave empty for nobody)").fill("Maria Okafor")
    page.get_by_label("How to reach them: phone, e-mail, page, or where they sit").fill("020 7946 0018")
    button(page, "Show this to everybody").click()
    button(tom, "Raise a concern").click()
    tom.get_by_text("You can't write to Maria Okafor here.").wait_for()
    yield Shown("phone-concern-reach", tom, PHONE)
    button(page, "Make a link for Maria Okafor").click()
    link = page.get_by_role("dialog").locator("code").inner_text()
    yield Shown("console-contact", page, DESK)
    maria = device(browser, *PHONE, touch=True)
    maria.page.goto(link)
    maria.page.get_by_text("Nobody has written anything yet.").wait_for()
    tom.get_by_label("Write to Maria Okafor").fill(WORDS)
    yield Shown("phone-concern", tom, PHONE)
    button(tom, "Send to Maria Okafor").click()
    text(tom, "Sent").wait_for()
    maria.page.reload()
    text(maria.page, WORDS).wait_for()
    yield Shown("contact-page", maria.page, PHONE)
    text(tom, "Read by Maria Okafor").wait_for()
    yield Shown("phone-concern-read", tom, PHONE)
    close_dialog(tom)
    close_dialog(page)
    # The link opened once: on any other device it opens nothing.
    other = device(browser, *PHONE, touch=True)
    other.page.goto(link)
    heading(other.page, "This link does not open").wait_for()
    yield Shown("contact-failed", other.page, PHONE)
    maria.close()
    other.close()
