"""A whole session on real screens, eight times as fast: somebody goes quiet, is noticed, asked, heard."""

import json
import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from scripts.tour.acts import button, close_dialog, device_links, heading, text
from scripts.tour.chromium import Device
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE
from tests.browser.conftest import NewDevice

pytestmark = pytest.mark.browser

RATE = 8
"""A balance nudge comes ten minutes into a session at the earliest: here after 75 seconds."""

NUDGED_WITHIN_MS = 180_000
"""Until then on a machine that is busy with other things, too."""

CODE = re.compile(r"^[0-9A-Z]{4}-[0-9A-Z]{4}$")


def practise(page: Page) -> None:
    """Rooms that this page makes get a practice clock. There is no screen for that: it is for programs."""

    def with_clock(route: Route) -> None:
        body = json.loads(route.request.post_data or "{}")
        route.continue_(post_data=json.dumps({**body, "clock": {"kind": "rated", "rate": RATE}}))

    page.route("**/api/v1/rooms", with_clock)


def make_room(page: Page, url: str) -> str:
    """From the start page to the console of a new room; its code."""
    page.goto(url)
    page.get_by_role("link", name="New room").click()
    page.get_by_label("What is the meeting about?").fill("Bus stop redesign")
    button(page, "Make the room").click()
    page.get_by_label("What should we call you?").fill("Robin")
    button(page, "Go in").click()
    heading(page, "Ready to start?").wait_for()
    return page.get_by_text(CODE).first.inner_text()


def come_in(page: Page, link: str, name: str, place: str) -> int:
    """As somebody with a phone who scanned the QR picture; how many taps it took."""
    page.goto(link)
    steps: tuple[Locator, ...] = (
        page.get_by_label("What should we call you?"),
        page.get_by_role("radio", name=place),
        button(page, "Join"),
    )
    for step in steps:
        step.tap()
        if step == steps[0]:
            page.keyboard.type(name)
    heading(page, "We haven't started yet").wait_for()
    return len(steps)


def next_turn(console: Page, after: Page) -> None:
    """Somebody raises a hand on their own screen, and the facilitator passes the floor on by a key."""
    button(after, "Raise my hand").click()
    text(after, "You are next").wait_for()
    console.keyboard.press("n")
    heading(after, "You have the floor").wait_for()


def test_a_quiet_voice_is_noticed_asked_privately_heard_and_reported(
    server: Server, new_device: NewDevice
) -> None:
    robin, amina, ben, tom = (
        new_device(DESK),
        new_device(PHONE, touch=True),
        new_device((768, 1024), touch=True),
        new_device(PHONE, touch=True),
    )
    console = robin.page
    practise(console)
    code = make_room(console, server.url)
    screen_link, helper_link = device_links(console)
    close_dialog(console)
    screen, helper = new_device((1920, 1080)).page, new_device(PHONE, touch=True).page
    screen.goto(screen_link)
    helper.goto(helper_link)
    heading(screen, "Bus stop redesign").wait_for()
    heading(helper, "Not started yet").wait_for()

    for one, name, place in (
        (amina, "Amina", "Online"),
        (ben, "Ben", "In the room"),
        (tom, "Tom", "In the room"),
    ):
        assert come_in(one.page, f"{server.url}/j/{code}", name, place) == 3
    text(console, "4 people are here.").wait_for()
    button(console, "Start the meeting").click()
    for one in (amina, ben, tom):
        button(one.page, "Raise my hand").wait_for()

    the_floor_goes_round(console, screen, amina, ben, tom)
    a_lost_network_loses_nothing(console, amina, ben)
    a_helper_taps_who_speaks(console, screen, helper)

    nudge = text(console, "Tom hasn't spoken for 10 minutes.")
    speakers = [amina.page, ben.page]
    while not nudge.is_visible():
        next_turn(console, speakers[0])
        speakers.reverse()
        # Turns of about a minute each, so that nobody takes over, until the quiet of the third is noticed.
        expect(console.get_by_text(re.compile(r"^1:\d\d$")).or_(nudge).first).to_be_visible(
            timeout=NUDGED_WITHIN_MS
        )

    button(console, "See what could help").click()
    button(console, "why?").click()
    console.get_by_text("You see this because Tom has been quiet").wait_for()
    button(console, "Ask privately").click()
    heading(tom.page, "Would you like to add something?").wait_for()
    for other in (amina.page, ben.page, screen, helper):
        assert "Tom hasn't spoken" not in other.inner_text("body")
        assert "Would you like to add" not in other.inner_text("body")
    button(tom.page, "Speak next").tap()
    text(tom.page, "You are next").wait_for()
    console.keyboard.press("n")
    heading(tom.page, "You have the floor").wait_for()
    heading(screen, "Tom").wait_for()
    expect(tom.page.get_by_role("timer")).to_have_text(re.compile(r"0:[2-5]\d"))
    button(tom.page, "I'm done").tap()
    button(tom.page, "Raise my hand").wait_for()

    came = re.compile(r"Asked for the floor or spoke within (30 seconds|3 minutes)\.")
    button(console, "1 earlier").click()
    console.get_by_text(came).wait_for()
    console.get_by_text("Too few others went as quiet to compare.").wait_for()
    button(console, "End…").click()
    button(console, "End the meeting").click()
    for shown in (amina.page, ben.page, tom.page, screen, helper):
        heading(shown, "The meeting has ended").wait_for()

    console.get_by_role("link", name="Read the report").click()
    nudges = console.get_by_role("region", name="Nudges")
    nudges.get_by_text(
        "1 person was asked privately: 1 spoke or asked for the floor within 3 minutes"
    ).wait_for()
    nudges.get_by_text("Too few others went as quiet to compare.").wait_for()
    row = nudges.get_by_role("listitem").filter(has_text="Tom, quiet")
    expect(row).to_contain_text("Asked privately. Wanted to speak next.")
    expect(row).to_contain_text(came)
    expect(console.get_by_role("row", name=re.compile("^Tom"))).to_contain_text(re.compile(r"0:[2-5]\d"))
    tom.page.get_by_role("link", name="Read the report").tap()
    tom.page.get_by_text("You have spoken for").wait_for()
    assert tom.page.get_by_role("region", name="Nudges").count() == 0


def the_floor_goes_round(console: Page, screen: Page, amina: Device, ben: Device, tom: Device) -> None:
    """Hands are raised on two phones, and all see who speaks and who is next."""
    button(amina.page, "Raise my hand").tap()
    text(amina.page, "You are next").wait_for()
    button(ben.page, "Raise my hand").tap()
    text(ben.page, "You are 2nd").wait_for()
    console.keyboard.press("n")
    heading(amina.page, "You have the floor").wait_for()
    expect(amina.page).to_have_title(re.compile("^You have the floor"))
    amina.page.get_by_role("status").filter(has_text="It is your turn to speak.").wait_for(state="attached")
    text(tom.page, "Amina is speaking").wait_for()
    heading(screen, "Amina").wait_for()
    screen.get_by_role("listitem").filter(has_text="Ben").wait_for()


def a_lost_network_loses_nothing(console: Page, amina: Device, ben: Device) -> None:
    """Amina has the floor when her network goes; she ends her turn meanwhile, and back again it is done."""
    amina.cut_off()
    text(amina.page, "Reconnecting").wait_for()
    button(amina.page, "I'm done").tap()
    text(amina.page, "Go on speaking. What you press is sent when we are back.").wait_for()
    assert heading(amina.page, "You have the floor").is_visible()
    button(console, "Thank Amina, next is Ben").wait_for()
    amina.reconnect()
    text(amina.page, "Live").wait_for()
    button(amina.page, "Raise my hand").wait_for()
    button(console, "Give the floor to Ben").click()
    heading(ben.page, "You have the floor").wait_for()
    button(ben.page, "I'm done").tap()
    text(console, "Nobody has the floor").wait_for()


def a_helper_taps_who_speaks(console: Page, screen: Page, helper: Page) -> None:
    """In open mode; then turns count again."""
    button(console, "Open").click()
    heading(screen, "Anyone may speak").wait_for()
    button(helper, "Amina").tap()
    text(console, "Amina is speaking").wait_for()
    heading(screen, "Amina").wait_for()
    button(helper, "Ben").tap()
    text(console, "Ben is speaking").wait_for()
    button(helper, "Nobody is speaking").tap()
    text(console, "Nobody is speaking").wait_for()
    button(console, "Queue").click()
    button(console, "count turns instead").click()
    text(console, "Counted by turns").wait_for()
