"""Into small groups and back."""

from collections.abc import Iterator

from playwright.sync_api import Browser

from scripts.tour.acts import button, heading
from scripts.tour.meeting import SEATED, Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE, Shown
from scripts.tour.stage import PROJECTOR, devices, facilitator, participant


def groups(browser: Browser, server: Server) -> Iterator[Shown]:
    """A meeting of its own."""
    meeting = Meeting(server.api, "Bus stop redesign", SEATED[:6])
    robin = facilitator(browser, meeting)
    screen, helper = devices(browser, robin)
    tom = participant(browser, meeting, "Tom Price", "Online")
    lena = participant(browser, meeting, "Lena Fox", "Online")
    console, phone = robin.page, tom.page
    meeting.do("session.open")
    button(console, "Groups…").click()
    yield Shown("console-groups-make", console, DESK)
    button(console, "Send them off").click()
    phone.get_by_role("heading", name="Group ").wait_for()
    for name in ("Tom Price", "Lena Fox"):
        meeting.raises_hand(name)
    button(lena.page, "Give the floor to Lena").click()
    heading(lena.page, "You have the floor").wait_for()
    button(phone, "Say what we found").click()
    phone.get_by_label("What did your group find? All will read it.").fill("Benches with arms come first.")
    button(phone, "Keep it").click()
    button(phone, "Change what we found").wait_for()
    button(console, "Call back in 1 minute").click()
    phone.get_by_role("timer").filter(has_text="Back together in").wait_for()
    yield Shown("phone-group", phone, PHONE)
    yield Shown("phone-group-floor", lena.page, PHONE)
    console.get_by_text("Benches with arms come first.").wait_for()
    yield Shown("console-groups", console, DESK)
    screen.page.get_by_role("timer").filter(has_text="Back together in").wait_for()
    yield Shown("screen-groups", screen.page, PROJECTOR)
    meeting.passes(61)
    heading(phone, "What the groups found").wait_for()
    yield Shown("phone-groups-over", phone, PHONE)
    for one in (robin, screen, helper, tom, lena):
        one.close()
