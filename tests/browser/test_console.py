"""Everything that a facilitator can do for people, by the screens alone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from scripts.tour.acts import button, close_dialog, come_in_as_facilitator, heading, join, text
from scripts.tour.meeting import Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE
from tests.browser.conftest import NewDevice

pytestmark = pytest.mark.browser


@pytest.fixture
def meeting(server: Server) -> Meeting:
    """Three people without a device, before the start."""
    return Meeting(server.api, "Bus stop redesign", ("Amina", "Ben", "Chloe"))


@pytest.fixture
def console(meeting: Meeting, new_device: NewDevice) -> Page:
    """A meeting under way, with the list of people open."""
    page = new_device(DESK).page
    come_in_as_facilitator(page, meeting.facilitator_link, "Robin")
    button(page, "Start the meeting").click()
    page.get_by_role("navigation", name="Panels").get_by_role("button", name="People").click()
    heading(page, "People").wait_for()
    return page


def people(console: Page) -> Locator:
    """The list of people."""
    return console.get_by_role("region", name="People")


def queue(console: Page) -> Locator:
    """The rows of the queue."""
    return console.get_by_role("region", name="Queue").get_by_role("listitem")


def about(console: Page, name: str, deed: str) -> None:
    """Choose somebody's name, then what to do for them."""
    button(people(console), name).click()
    button(console.get_by_role("dialog"), deed).click()


def test_the_queue_is_put_in_another_order_skipped_and_taken_back(console: Page) -> None:
    for name in ("Amina", "Ben", "Chloe"):
        about(console, name, "Raise their hand")
        button(queue(console), name).wait_for()
    about(console, "Chloe", "Put first")
    expect(queue(console).first).to_contain_text("Chloe")
    expect(queue(console).first).to_contain_text("Moved by hand")
    about(console, "Chloe", "Not ready: keep their place")
    button(console, re.compile("^Give the floor to (Amina|Ben)$")).wait_for()
    about(console, "Chloe", "Ready now")
    about(console, "Ben", "Give the floor now")
    text(console, "given by hand").wait_for()
    button(console, "More…").click()
    button(console, "Put back").click()
    button(queue(console), "Ben").wait_for()
    about(console, "Ben", "Lower their hand")
    button(queue(console), "Ben").wait_for(state="detached")
    button(console, "Undo: lowered a hand").click()
    button(queue(console), "Ben").wait_for()
    console.get_by_label("Order").select_option("Who asked first")
    console.get_by_label("Time for a turn").select_option("5 minutes each")
    button(console, re.compile("^Give the floor to")).click()
    text(console, "of 5:00").wait_for()
    button(console, "1 more minute").click()
    text(console, "of 6:00").wait_for()


def test_what_was_heard_of_the_wrong_person_goes_to_the_right_one(meeting: Meeting, console: Page) -> None:
    meeting.gives_floor("Amina")
    meeting.passes(60)
    meeting.gives_floor("Ben")
    meeting.passes(60)
    meeting.ends_turn()
    console.reload()
    row = people(console).get_by_role("listitem").filter(has_text="Chloe")
    expect(row).to_contain_text("0.0")
    about(console, "Amina", "That was not Amina")
    console.get_by_label("Who was it?").select_option("Chloe")
    button(console, "Correct it").click()
    console.get_by_role("dialog").wait_for(state="detached")
    meeting.passes(2)
    console.reload()
    expect(row).to_contain_text("1.5")
    button(console, "10 min").click()
    expect(row).to_contain_text("1.5")


def test_people_are_seated_renamed_moved_taken_out_and_let_in(console: Page) -> None:
    button(console, "Person").click()
    console.get_by_label("Names, one a line").fill("Dee (phone)\nEli")
    button(console, "Seat 2 people").click()
    button(people(console), "Eli").wait_for()
    button(people(console), "Dee").click()
    console.get_by_label("Name", exact=True).fill("Dee Okafor")
    button(console, "Rename").click()
    heading(console, "Dee Okafor").wait_for()
    console.get_by_role("radio", name="Online").check()
    close_dialog(console)
    expect(people(console).get_by_role("listitem").filter(has_text="Dee Okafor")).to_contain_text("online")
    about(console, "Eli", "Take out…")
    button(console, "Take them out").click()
    text(console, "Taken out of this meeting").wait_for()
    button(people(console), "Let in again").click()
    button(people(console), "Eli").wait_for()
    about(console, "Eli", "Has gone")
    close_dialog(console)
    expect(people(console).get_by_role("listitem").filter(has_text="Eli")).to_contain_text("not here")


def test_who_is_kept_out_reads_why_and_what_to_do(
    meeting: Meeting, console: Page, new_device: NewDevice
) -> None:
    phone = new_device(PHONE, touch=True)
    join(phone.page, meeting.join_link, "Tom", "Online")
    about(console, "Tom", "Take out…")
    button(console, "Take out and keep out").click()
    heading(phone.page, "A facilitator took you out of this meeting").wait_for()
    phone.page.get_by_role("link", name="Join again").tap()
    button(phone.page, "Go in as Tom").tap()
    phone.page.get_by_role("alert").wait_for()
    phone.complaints.clear()  # the browser notes that the door said no


def test_a_co_facilitator_gets_the_console_and_the_meeting_is_ended_and_gone_on_with(
    meeting: Meeting, console: Page, new_device: NewDevice
) -> None:
    other = new_device(DESK).page
    join(other, meeting.join_link, "Sana", "Online")
    about(console, "Sana", "Make co-facilitator")
    button(other, "Take the temperature").click()
    check = console.locator(".path-steps button").filter(has=text(console, "Check"))
    expect(check).to_have_attribute("aria-current", "step")
    button(other, "End…").click()
    button(other, "End the meeting").click()
    for page in (console, other):
        heading(page, "The meeting has ended").wait_for()
    expect(check).not_to_have_attribute("aria-current", "step")
    button(other, "Go on with the meeting").click()
    for page in (console, other):
        text(page, "Nobody has the floor").wait_for()
