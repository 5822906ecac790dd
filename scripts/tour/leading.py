"""A meeting whose facilitator is gone: the group is asked, leads itself, and is taken over."""

from collections.abc import Iterator

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as NotYet

from scripts.tour.acts import button, close_dialog, heading
from scripts.tour.meeting import SEATED, Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE, Shown
from scripts.tour.stage import PROJECTOR, devices, facilitator, participant

ASKED = "No facilitator is here just now"
TRIES = 20
"""A lost connection is noticed when the server notices it: the clock goes on until it has been gone for
long."""


def leading(browser: Browser, server: Server) -> Iterator[Shown]:
    """A meeting of its own."""
    meeting = Meeting(server.api, "Bus stop redesign", SEATED[:3])
    robin = facilitator(browser, meeting)
    button(robin.page, "The group itself").click()
    robin.page.get_by_text("You can take over at any time.").wait_for()
    yield Shown("console-start-led", robin.page, DESK)
    button(robin.page, "We who facilitate").click()
    screen, helper = devices(browser, robin)
    tom, lena, kit = (
        participant(browser, meeting, name, "Online") for name in ("Tom Price", "Lena Fox", "Kit Lowe")
    )
    phone = tom.page
    meeting.do("mode.set", mode="open")
    meeting.do("session.open")
    meeting.do("coverage.set", source="api", on=True)
    robin.close()
    _until_asked(meeting, phone)
    yield Shown("phone-lead-offer", phone, PHONE)
    screen.page.get_by_text("Say yes on your phone.").wait_for()
    yield Shown("screen-lead-offer", screen.page, PROJECTOR)
    button(phone, "Yes, we lead ourselves").click()
    phone.get_by_text("One more person is enough.").wait_for()
    button(lena.page, "Yes, we lead ourselves").click()
    heading(phone, "We lead ourselves").wait_for()
    for name in (*SEATED[:3], "Tom Price", "Lena Fox") * 8:
        meeting.speaks(name, 18)
    phone.get_by_text("Some of us have not been heard yet.").wait_for()
    button(phone, "How we talk, and a break").click()
    meeting.raises_hand("Lena Fox")
    button(phone, "Give the floor to Lena").wait_for()
    yield Shown("phone-lead", phone, PHONE)
    screen.page.get_by_text("Some of us have not been heard yet.").wait_for()
    yield Shown("screen-lead", screen.page, PROJECTOR)
    back = facilitator(browser, meeting)
    button(back.page, "Take over").wait_for()
    yield Shown("console-lead", back.page, DESK)
    button(phone, "Go round everyone").click()
    meeting.do("turn.next")
    button(lena.page, "How we talk, and a break").wait_for()
    button(back.page, "Take over").click()
    button(back.page, "End…").click()
    button(back.page, "Let the group lead").wait_for()
    close_dialog(back.page)
    button(lena.page, "How we talk, and a break").wait_for(state="detached")
    for one in (back, screen, helper, tom, lena, kit):
        one.close()


def _until_asked(meeting: Meeting, phone: Page) -> None:
    for _ in range(TRIES):
        meeting.passes(121)
        try:
            heading(phone, ASKED).wait_for(timeout=1_000)
        except NotYet:
            continue
        return
