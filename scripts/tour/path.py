"""From needs to a decision: what people write, read and score, and what a facilitator sees."""

from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from scripts.tour.acts import button, close_dialog, heading, text
from scripts.tour.chromium import Device
from scripts.tour.meeting import Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE, Shown
from scripts.tour.stage import facilitator, participant

WAITING = "Waiting is hard if you can't stand for long or can't read the board."
LATE = "Getting home after a late shift, for people who clean offices."
"""Needs, as people write them."""


def path(browser: Browser, server: Server) -> Iterator[Shown]:
    """A meeting of its own, from the first question on."""
    meeting = Meeting(server.api, "Bus stop redesign", ("Amina Yusuf", "Ben Cole", "Chloe Marsh"))
    robin = facilitator(browser, meeting)
    tom = participant(browser, meeting, "Tom Price", "In the room")
    lena = participant(browser, meeting, "Lena Fox", "Online")
    meeting.do("session.open")
    yield from _writing(robin, tom, lena)
    for one in (robin, tom, lena):
        one.close()


def step(console: Page, name: str) -> None:
    """Open a step of the path, if it is not."""
    one = console.get_by_role("button", name=name).and_(console.locator(".path-steps button"))
    if one.get_attribute("aria-expanded") == "false":
        one.click()
    console.get_by_role("region", name=name).wait_for()


def _writing(robin: Device, tom: Device, lena: Device) -> Iterator[Shown]:
    console, phone, other = robin.page, tom.page, lena.page
    step(console, "Needs and ideas")
    yield Shown("path-needs-begin", console, DESK)
    button(console, "Let everybody write").click()
    button(console, "Show all together").wait_for()
    button(phone, "Write ideas").wait_for()
    yield Shown("phone-task-write", phone, PHONE)
    button(phone, "Write ideas").click()
    phone.get_by_label("What would be easier, and for whom?").fill(WAITING)
    yield Shown("phone-write-need", phone, PHONE)
    button(phone, "Go on").click()
    phone.get_by_label("What would we do?").fill("A bench, and a timetable you can hear, at six stops.")
    yield Shown("phone-write-proposal", phone, PHONE)
    button(phone, "Put it in").click()
    heading(phone, "It is in.").wait_for()
    yield Shown("phone-write-sent", phone, PHONE)
    button(other, "Write ideas").click()
    button(other, "I have an idea, and no need").click()
    other.get_by_label("What would we do?").fill("Buses until eleven in the evening.")
    button(other, "Put it in").click()
    heading(other, "It is in.").wait_for()
    button(console, "Write for somebody").click()
    console.get_by_label("Whose idea is it?").select_option("Ben Cole")
    console.get_by_label("What would be easier, and for whom?").fill(LATE)
    yield Shown("path-write-for", console, DESK)
    button(console, "Put it in").click()
    text(console, "It is in. Nobody sees it yet.").wait_for()
    console.get_by_label("Whose idea is it?").select_option("From a paper without a name")
    console.get_by_label("What is it?").select_option("An idea.")
    console.get_by_label("What would we do?").fill(
        "Benches at the six stops, and a voice that reads the timetable."
    )
    button(console, "Put it in").click()
    close_dialog(console)
    text(console, "What you typed").or_(console.get_by_text("for Ben Cole")).first.wait_for()
    yield Shown("path-needs-writing", console, DESK)
    button(console, "Show all together").click()
    heading(console, "What people need").wait_for()
    yield Shown("path-needs", console, DESK)
