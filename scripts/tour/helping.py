"""Phones with one job: hands for people without a device, and notes that everybody reads along."""

from collections.abc import Iterator

from playwright.sync_api import Browser

from scripts.tour.acts import button, close_dialog, text
from scripts.tour.chromium import device
from scripts.tour.shown import DESK, PHONE, Shown
from scripts.tour.stage import Stage

NOTE = "The bus at seven is late each day. The ramp is measured before Monday."


def helping(stage: Stage, browser: Browser) -> Iterator[Shown]:
    """Two helpers come, each with a link of their own."""
    console, tom = stage.console.page, stage.tom.page
    button(console, "QR and links").click()
    links = console.get_by_role("dialog").locator("code")
    for number, scope in enumerate(("hands", "notes")):
        button(console, f"Make a link for {scope}").click()
        links.nth(number).wait_for()
    yield Shown("console-share-helpers", console, DESK)
    to_hands, to_notes = links.all_inner_texts()
    close_dialog(console)
    hands, notes = (device(browser, *PHONE, touch=True) for _ in range(2))
    hands.page.goto(to_hands)
    button(hands.page, "Chloe Marsh").click()
    button(hands.page, "Chloe Marsh").and_(hands.page.locator("[aria-pressed=true]")).wait_for()
    yield Shown("helper-hands", hands.page, PHONE)
    button(hands.page, "Chloe Marsh").click()
    button(hands.page, "Chloe Marsh").and_(hands.page.locator("[aria-pressed=false]")).wait_for()
    notes.page.goto(to_notes)
    notes.page.get_by_label("Write a note").fill(NOTE)
    button(notes.page, "Add the note").click()
    notes.page.get_by_role("listitem").filter(has_text=NOTE).wait_for()
    yield Shown("helper-notes", notes.page, PHONE)
    text(tom, "Notes (1)").click()
    tom.get_by_text(NOTE).wait_for()
    yield Shown("phone-notes", tom, PHONE)
    text(tom, "Notes (1)").click()
    for one in (hands, notes):
        one.close()
