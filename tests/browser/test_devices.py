"""What devices promise people: one person on two tabs, the way back, the next meeting, words read aloud."""

import re

import pytest
from playwright.sync_api import Page, expect

from scripts.tour.acts import button, close_dialog, come_in_as_facilitator, heading, join, text
from scripts.tour.meeting import Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE
from tests.browser.conftest import NewDevice

pytestmark = pytest.mark.browser


@pytest.fixture
def meeting(server: Server) -> Meeting:
    """A meeting into which nobody has come yet."""
    return Meeting(server.api, "Bus stop redesign")


def test_two_tabs_of_one_person_are_one_person_and_who_stands_twice_becomes_one(
    meeting: Meeting, new_device: NewDevice
) -> None:
    robin, ben = new_device(DESK), new_device(PHONE, touch=True)
    come_in_as_facilitator(robin.page, meeting.facilitator_link, "Robin")
    join(ben.page, meeting.join_link, "Ben", "Online")
    other = ben.tab()
    other.goto(ben.page.url)
    meeting.do("session.open")
    button(other, "Raise my hand").click()
    for tab in (ben.page, other):
        text(tab, "You are next").wait_for()
    button(robin.page, "Give the floor to Ben").wait_for()
    assert robin.page.get_by_role("listitem").filter(has_text="Ben").count() == 1
    text(robin.page, "2 here").wait_for()
    robin.page.keyboard.press("n")
    for tab in (ben.page, other):
        heading(tab, "You have the floor").wait_for()
    other.close()
    button(ben.page, "I'm done").tap()
    button(ben.page, "Raise my hand").wait_for()
    text(robin.page, "2 here").wait_for()

    # Somebody had put his name on the list, too: then he stands there twice, until a facilitator says so.
    meeting.do("participant.seat", people=[{"name": "Ben Okoro"}])
    text(robin.page, "3 here").wait_for()
    button(robin.page, re.compile("^People")).click()
    button(robin.page, re.compile("Ben Okoro")).first.click()
    button(robin.page, "Stands here twice…").click()
    robin.page.get_by_label("Who is Ben Okoro, too?").select_option("Ben")
    button(robin.page, "They are one person").click()
    text(ben.page, "Ben Okoro, in the room").wait_for()
    # Who facilitates says so of themselves beside their own name.
    button(robin.page, "Robin").first.click()
    robin.page.get_by_role("checkbox", name="I stand here twice").check()
    close_dialog(robin.page)
    button(ben.page, "Raise my hand").tap()
    button(robin.page, "Give the floor to Ben").wait_for()


def test_who_has_the_floor_is_read_aloud_to_who_cannot_see_it(
    meeting: Meeting, new_device: NewDevice
) -> None:
    ben, tom = new_device(PHONE, touch=True).page, new_device(PHONE, touch=True).page
    join(ben, meeting.join_link, "Ben", "Online")
    join(tom, meeting.join_link, "Tom", "Online")
    meeting.do("session.open")
    for one in (ben, tom):
        said(one, "The meeting is under way.")
    button(ben, "Raise my hand").tap()
    said(ben, "It is your turn after this one.")
    meeting.do("turn.next")
    said(ben, "It is your turn to speak.")
    said(tom, "The floor is Ben's.")
    # What is said of a press leaves free what he may want to press next.
    button(ben, "I'm done").wait_for()
    told_above = """async () => {
        (await import("/static/messages.js")).tell("That was said already.");
        const message = () => document.querySelector(".message");
        for (let frame = 0; frame < 100 && !message(); frame++) await new Promise(requestAnimationFrame);
        const done = document.querySelector(".my-floor .button.main");
        return message().getBoundingClientRect().bottom <= done.getBoundingClientRect().top;
    }"""
    assert ben.evaluate(told_above)


def said(page: Page, words: str) -> None:
    """Wait for words in a live region."""
    page.locator("[aria-live=polite]").filter(has_text=words).first.wait_for(state="attached")


def test_a_reload_comes_back_as_the_same_person(meeting: Meeting, new_device: NewDevice) -> None:
    ben = new_device(PHONE, touch=True).page
    join(ben, meeting.join_link, "Ben", "Online")
    ben.reload()
    text(ben, "Ben, online").wait_for()
    ben.goto(meeting.join_link)
    button(ben, "Go in as Ben").tap()
    text(ben, "Ben, online").wait_for()


def test_the_next_meeting_in_a_room_begins_from_the_console_and_the_code_leads_to_it(
    meeting: Meeting, new_device: NewDevice
) -> None:
    robin, ben = new_device(DESK).page, new_device(PHONE, touch=True).page
    come_in_as_facilitator(robin, meeting.facilitator_link, "Robin")
    join(ben, meeting.join_link, "Ben", "Online")
    button(robin, "Start the meeting").click()
    button(robin, "End…").click()
    button(robin, "End the meeting").click()
    before = robin.url
    button(robin, "Next meeting in this room").click()
    heading(robin, "Ready to start?").wait_for()
    assert robin.url != before
    text(robin, meeting.code).first.wait_for()
    ben.get_by_role("link", name="Join the next meeting").tap()
    button(ben, "Go in as Ben").tap()
    heading(ben, "We haven't started yet").wait_for()
    text(robin, "2 people are here.").wait_for()
    button(robin, "Start the meeting").click()
    button(ben, "Raise my hand").wait_for()


def test_the_report_has_a_version_without_anybodys_part(meeting: Meeting, new_device: NewDevice) -> None:
    robin = new_device(DESK).page
    come_in_as_facilitator(robin, meeting.facilitator_link, "Robin")
    meeting.do("participant.seat", people=[{"name": "Amina"}, {"name": "Ben"}])
    meeting.do("session.open")
    meeting.gives_floor("Amina")
    meeting.passes(60)
    meeting.do("session.end")
    robin.get_by_role("link", name="Read the report").click()
    heading(robin, "Beside an even share").wait_for()
    button(robin, "The version for everyone").click()
    robin.get_by_text("The version for everyone.").wait_for()
    assert heading(robin, "Beside an even share").count() == 0
    expect(robin.locator("main")).not_to_contain_text("Amina")
    button(robin, "Your own version").click()
    heading(robin, "Beside an even share").wait_for()


def test_who_mistypes_an_address_reads_what_to_do(server: Server, new_device: NewDevice) -> None:
    lost = new_device(PHONE)
    lost.page.goto(f"{server.url}/jion")
    lost.page.get_by_role("link", name="To the start page").click()
    heading(lost.page, "Every voice gets the floor").wait_for()
    # The browser notes that the page was not there, and nothing else.
    assert all(re.search("404", one) for one in lost.complaints)
    lost.complaints.clear()
