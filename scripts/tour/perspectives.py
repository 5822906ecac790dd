"""What people bring: asked for before the start, said on a phone, and seen where three or more say it."""

from collections.abc import Iterator

from playwright.sync_api import Browser

from scripts.tour.acts import button, close_dialog, heading, text
from scripts.tour.meeting import SEATED, Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE, Shown
from scripts.tour.stage import facilitator, participant


def perspectives(browser: Browser, server: Server) -> Iterator[Shown]:
    """A meeting of its own, of seven."""
    people = SEATED[:6]
    meeting = Meeting(server.api, "Bus stop redesign")
    tokens = [meeting.joins(name) for name in people]
    robin, tom = facilitator(browser, meeting), participant(browser, meeting, "Tom Price", "Online")
    console, phone = robin.page, tom.page
    asked = console.locator("p").filter(has_text="People may say what they bring")
    button(asked, "Change").click()
    console.get_by_label("An equal share of the time for each").check()
    yield Shown("console-perspectives-asked", console, DESK)
    button(phone, "What I bring, and what I need").click()
    phone.get_by_label("I have lived with this").check()
    phone.get_by_label("For totals only").wait_for()
    yield Shown("phone-perspective", phone, PHONE)
    phone.get_by_label("Beside my name").check()
    close_dialog(phone)
    button(console, "Start the meeting").click()
    for n, token in enumerate(tokens):
        label = "lived_experience" if n % 2 else "professional"
        meeting.does_as(token, "perspective.set", label=label, use="beside_name")
    meeting.do("policy.set", policy="alternate", sides="perspective")
    meeting.raises_hand(people[0])
    for name in people:
        meeting.gives_floor(name)
        meeting.passes(110)
    console.get_by_role("navigation", name="Panels").get_by_role("button", name="People").click()
    console.get_by_text("of the talk. An even share").first.wait_for()
    yield Shown("console-perspectives", console, DESK)
    phone.reload()
    text(phone, "Live").wait_for()
    button(phone, "why?").first.click()
    yield Shown("phone-turns-by-perspective", phone, PHONE)
    meeting.do("session.end")
    console.goto(f"{server.url}/r/{meeting.session_id}")
    heading(console, "How each kind of experience was heard").wait_for()
    yield Shown("report-perspectives", console, DESK)
    for one in (robin, tom):
        one.close()
