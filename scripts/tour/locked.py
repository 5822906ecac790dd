"""At the door of a locked room: somebody who wants to watch is let in; and the seats at the table."""

from collections.abc import Iterator

from playwright.sync_api import Browser

from scripts.tour.acts import button, close_dialog, heading, text
from scripts.tour.chromium import device
from scripts.tour.shown import DESK, PHONE, Shown
from scripts.tour.stage import Stage


def locked(stage: Stage, browser: Browser) -> Iterator[Shown]:
    """Oz comes late, to watch."""
    console = stage.console.page
    button(console, "Seats…").click()
    yield Shown("console-seats", console, DESK)
    close_dialog(console)
    stage.meeting.do("session.set_locked", locked=True)
    oz = device(browser, *PHONE, touch=True)
    oz.page.goto(stage.meeting.join_link)
    oz.page.get_by_label("What should we call you?").fill("Oz Late")
    text(oz.page, "Online").click()
    oz.page.get_by_label("I am only here to watch").check()
    button(oz.page, "Join").click()
    oz.page.get_by_text("Say in a few words why you are here.").wait_for()
    yield Shown("join-watching", oz.page, PHONE)
    oz.page.get_by_label("Why are you here? All read it beside your name.").fill("I study how groups decide")
    button(oz.page, "Join").click()
    heading(oz.page, "The room is locked").wait_for()
    yield Shown("door-locked", oz.page, PHONE)
    button(oz.page, "Ask to be let in").click()
    heading(oz.page, "They know that you are here").wait_for()
    yield Shown("door-waits", oz.page, PHONE)
    console.get_by_text("Somebody would like to come in").wait_for()
    yield Shown("console-knock", console, DESK)
    button(console, "Let Oz Late in").click()
    text(oz.page, "Live").wait_for()
    stage.tom.page.get_by_text("Oz Late watches: I study how groups decide").wait_for()
    console.get_by_text("Observer: I study how groups decide").wait_for()
    yield Shown("phone-observer", oz.page, PHONE)
    stage.meeting.do("session.set_locked", locked=False)
    oz.close()
