"""Without a mouse: everything that matters can be reached, is seen to be reached, and is done by keys."""

import re

import pytest
from playwright.sync_api import expect

from scripts.tour.acts import button, close_dialog, come_in_as_facilitator, heading, join, text
from scripts.tour.meeting import Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE
from tests.browser.conftest import NewDevice
from tests.browser.keyboard import focused, tab_to

pytestmark = pytest.mark.browser


@pytest.fixture
def meeting(server: Server) -> Meeting:
    """Three people without a device, before the start."""
    return Meeting(server.api, "Bus stop redesign", ("Amina", "Ben", "Chloe"))


def test_somebody_joins_and_takes_the_floor_with_keys_alone(
    server: Server, meeting: Meeting, new_device: NewDevice
) -> None:
    page = new_device(PHONE).page
    page.goto(server.url)
    heading(page, "Every voice gets the floor").wait_for()
    page.get_by_label("What is the code?").focus()
    page.keyboard.type(meeting.code)
    page.keyboard.press("Enter")
    heading(page, "Join Bus stop redesign").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("Dee")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("radio", name="In the room")).to_be_checked()
    tab_to(page, "Join")
    page.keyboard.press("Enter")
    heading(page, "We haven't started yet").wait_for()
    meeting.do("session.open")
    button(page, "Raise my hand").wait_for()
    tab_to(page, "Raise my hand")
    page.keyboard.press("Enter")
    text(page, "You are next").wait_for()
    meeting.do("turn.next")
    heading(page, "You have the floor").wait_for()
    tab_to(page, "I'm done")
    page.keyboard.press("Enter")
    button(page, "Raise my hand").wait_for()


def test_the_console_is_steered_by_single_keys(meeting: Meeting, new_device: NewDevice) -> None:
    page = new_device(DESK).page
    come_in_as_facilitator(page, meeting.facilitator_link, "Robin")
    tab_to(page, "Start the meeting")
    page.keyboard.press("Enter")
    text(page, "Nobody has the floor").wait_for()

    page.keyboard.press("h")
    page.get_by_label("Find a name").wait_for()
    page.keyboard.type("ben")  # the keys of the console are silent while somebody types
    expect(page.get_by_role("dialog").get_by_role("listitem")).to_have_text(["Ben"])
    page.keyboard.press("Enter")
    button(page, "Give the floor to Ben").wait_for()
    page.keyboard.press("n")
    button(page, "Thank Ben").wait_for()
    page.keyboard.press("p")
    button(page, "Go on").wait_for()
    page.keyboard.press("p")
    button(page, "Pause").wait_for()
    page.keyboard.press("u")
    button(page, "Thank Ben").wait_for(state="detached")
    page.keyboard.press("?")
    heading(page, "Keys").wait_for()
    close_dialog(page)

    button(page, "Open").click()
    for key, name in (("1", "Amina"), ("3", "Chloe")):
        page.keyboard.press(key)
        text(page, f"{name} is speaking").wait_for()
    page.keyboard.press("3")
    text(page, "Nobody is speaking").wait_for()
    meeting.do(
        "participant.seat", people=[{"name": one} for one in ("Dee", "Eli", "Fay", "Gus", "Hana", "Jo")]
    )
    expect(button(page, "Jo")).to_have_text("10Jo")  # a number of two digits stands there, too
    page.keyboard.type("10")
    text(page, "Jo is speaking").wait_for()
    page.keyboard.type("10")
    text(page, "Nobody is speaking").wait_for()
    page.keyboard.press("r")
    expect(button(page, "Round")).to_have_attribute("aria-pressed", "true")

    page.keyboard.press("c")
    heading(page, "Bus stop redesign").wait_for()
    expect(page.locator("body")).not_to_contain_text("Amina")
    page.keyboard.press("c")
    button(page, re.compile("Amina")).first.wait_for()


def test_a_dialog_takes_the_focus_and_gives_it_back(meeting: Meeting, new_device: NewDevice) -> None:
    page = new_device(DESK).page
    come_in_as_facilitator(page, meeting.facilitator_link, "Robin")
    tab_to(page, "QR and links")
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for()
    assert page.evaluate("() => document.querySelector('dialog').contains(document.activeElement)")
    close_dialog(page)
    assert focused(page) == "QR and links"


def test_a_participant_changes_how_they_are_here_by_keys(meeting: Meeting, new_device: NewDevice) -> None:
    page = new_device(PHONE).page
    join(page, meeting.join_link, "Dee", "In the room")
    tab_to(page, "Change")
    page.keyboard.press("Enter")
    page.get_by_role("radio", name="In the room").focus()
    page.keyboard.press("ArrowDown")
    close_dialog(page)
    text(page, "Dee, online").wait_for()
