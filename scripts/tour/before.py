"""Before a meeting starts: who is first, who waits, what a facilitator prepares."""

from collections.abc import Iterator

from playwright.sync_api import Browser

from scripts.tour.acts import button, close_dialog, device_links, heading, text
from scripts.tour.meeting import SEATED, Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE, Shown
from scripts.tour.stage import PROJECTOR, devices, facilitator, participant


def before(browser: Browser, server: Server) -> Iterator[Shown]:
    """A room into which nobody has come yet."""
    meeting = Meeting(server.api, "Bus stop redesign")
    console = facilitator(browser, meeting)
    heading(console.page, "Ready to start?").wait_for()
    yield Shown("console-planned-alone", console.page, DESK)
    screen, helper = devices(browser, console)
    text(screen.page, meeting.code).wait_for()
    yield Shown("screen-planned", screen.page, PROJECTOR)
    heading(helper.page, "Not started yet").wait_for()
    yield Shown("helper-planned", helper.page, PHONE)
    page = console.page
    device_links(page)
    yield Shown("console-share", page, DESK)
    button(page, "See and print it").click()
    heading(page, "Who is who").wait_for()
    yield Shown("console-sheet", page, DESK)
    button(page, "Back to the meeting").click()
    button(page, "Seat people").click()
    yield Shown("console-seat-empty", page, DESK)
    page.get_by_label("Names, one a line").fill("\n".join(SEATED))
    yield Shown("console-seat", page, DESK)
    close_dialog(page)
    page.goto(f"{server.url}/r/{meeting.session_id}")
    text(page, "The report fills as the meeting goes on. Come back when it has started.").wait_for()
    yield Shown("report-not-begun", page, DESK)
    page.goto(f"{server.url}/s/{meeting.session_id}")
    phone = participant(browser, meeting, "Tom Price", "In the room")
    heading(phone.page, "We haven't started yet").wait_for()
    yield Shown("phone-planned", phone.page, PHONE)
    meeting.do("session.open")
    page.get_by_role("navigation", name="Panels").get_by_role("button", name="People").click()
    text(page, "Nobody has the floor").wait_for()
    yield Shown("console-few-nobody-speaks", page, DESK)
    meeting.passes(60)
    meeting.do("session.end")
    heading(page, "The meeting has ended").wait_for()
    page.goto(f"{server.url}/r/{meeting.session_id}")
    text(page, "Nobody was heard to speak.").first.wait_for()
    yield Shown("report-nobody-spoke", page, DESK)
    for one in (console, screen, helper, phone):
        one.close()
