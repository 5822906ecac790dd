"""From the question to the results: two people write on phones, a third on paper, and all see all at once."""

import re

import pytest
from playwright.sync_api import Page, expect

from scripts.tour.acts import button, close_dialog, come_in_as_facilitator, heading, join, text
from scripts.tour.meeting import Meeting
from scripts.tour.path import step
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE
from tests.browser.conftest import NewDevice

pytestmark = pytest.mark.browser

NEED = "Waiting is hard if you can't stand for long."
BENCH = "A bench at six stops."
EVENING = "Buses until eleven in the evening."
PAPER = "A roof at each stop."
REASON = "It helps who waits longest."


def test_what_two_phones_and_a_paper_hold_is_shown_scored_and_seen_by_all_at_once(
    server: Server, new_device: NewDevice
) -> None:
    meeting = Meeting(server.api, "Bus stop redesign", ("Ben Cole",))
    console, tom, lena = (
        new_device(DESK).page,
        new_device(PHONE, touch=True).page,
        new_device(PHONE, touch=True).page,
    )
    come_in_as_facilitator(console, meeting.facilitator_link, "Robin Achterberg")
    join(tom, meeting.join_link, "Tom Price", "In the room")
    join(lena, meeting.join_link, "Lena Fox", "Online")
    meeting.do("session.open")
    they_write(console, tom, lena)
    they_read_and_talk(console, tom, lena)
    they_score(console, tom, lena)
    all_see_the_same(console, tom, lena)
    a_second_round_keeps_the_first(console, tom)


def write(phone: Page, need: str, idea: str) -> None:
    """What somebody writes on a phone: a need, or none, and an idea."""
    button(phone, "Write ideas").tap()
    if need:
        phone.get_by_label("What would be easier, and for whom?").fill(need)
        button(phone, "Go on").tap()
    else:
        button(phone, "I have an idea, and no need").tap()
    phone.get_by_label("What would we do?").fill(idea)
    button(phone, "Put it in").tap()
    heading(phone, "It is in.").wait_for()


def they_write(console: Page, tom: Page, lena: Page) -> None:
    """Nobody sees what others wrote, and two writers are too few to show."""
    step(console, "Needs and ideas")
    button(console, "Let everybody write").click()
    write(tom, NEED, BENCH)
    write(lena, "", EVENING)
    for other in (console, lena):
        assert BENCH not in other.inner_text("body")
    button(console, "Show all together").click()
    console.get_by_text("Fewer than 3 people have written").first.wait_for()
    button(console, "Write for somebody").click()
    console.get_by_label("Whose idea is it?").select_option("Ben Cole")
    console.get_by_label("What is it?").select_option("An idea.")
    console.get_by_label("What would we do?").fill(PAPER)
    button(console, "Put it in").click()
    text(console, "It is in. Nobody sees it yet.").wait_for()
    close_dialog(console)
    button(console, "Show all together").click()
    heading(console, "What people need").wait_for()


def they_read_and_talk(console: Page, tom: Page, lena: Page) -> None:
    """One idea is put before everybody; a concern stands below it without a name."""
    step(console, "Talk and choose")
    button(console, f"Talk about: {BENCH}").click()
    button(lena, "Back to the meeting").or_(lena.get_by_role("button", name="Read the ideas")).first.tap()
    heading(lena, BENCH).wait_for()
    assert "You wrote this." not in lena.inner_text("main")
    button(lena, "Concern").tap()
    lena.get_by_label("What worries you about it?").fill("Who sweeps them?")
    button(lena, "Send it").tap()
    button(tom, "Read the ideas").tap()
    text(tom, "You wrote this.").wait_for()
    tom.get_by_text("Who sweeps them?").wait_for()
    assert "Lena" not in tom.inner_text("main")
    button(console, "Choose all").click()
    text(console, "3 of at most 7 chosen to score").wait_for()


def answer(phone: Page, words: str, of: int) -> None:
    """The same answer to every question that is left."""
    for _ in range(of):
        phone.get_by_role("radio", name=words, exact=True).tap()
        button(phone, "Next question").tap()
    heading(phone, "Your answers are in").wait_for()


def they_score(console: Page, tom: Page, lena: Page) -> None:
    """A need with one idea asks for others first; answers stay hidden; who stops goes on where they were."""
    step(console, "Scores")
    console.get_by_text("This need has one idea only").wait_for()
    button(console, "Score even so").click()
    for phone in (tom, lena):
        button(phone, "Back to the meeting").tap()
        button(phone, "Score the ideas").tap()
    tom.get_by_text("Idea 1 of 3, question 1 of 4").wait_for()
    tom.get_by_role("radio", name="Mostly yes").tap()
    button(tom, "Add a reason").tap()
    tom.get_by_label("Your reason").fill(REASON)
    button(tom, "Next question").tap()
    tom.get_by_text("Idea 1 of 3, question 2 of 4").wait_for()
    button(tom, "Back to the meeting").tap()
    button(tom, "Score the ideas").tap()
    answer(tom, "Mostly yes", 11)
    answer(lena, "Yes", 12)
    console.get_by_role("status").filter(has_text="2 of 3 have answered").wait_for()
    for other in (console, lena):
        assert REASON not in other.inner_text("body")
    button(console, "Answers of 1 person without a device").click()
    dialog = console.get_by_role("dialog")
    for _ in range(3):
        for question in ("Does it fit the need?", "Would it make things better?"):
            dialog.get_by_label(question).select_option("Mostly yes")
        dialog.get_by_label("Can we really do it?").select_option("No")
        dialog.get_by_label("Could I live with it?").select_option("Can’t say")
        button(dialog, "Put it in").click()
        expect(dialog.get_by_label("Can we really do it?")).to_have_value("")
    close_dialog(console)
    console.get_by_role("status").filter(has_text="3 of 3 have answered").wait_for()


def all_see_the_same(console: Page, tom: Page, lena: Page) -> None:
    """Results come to every screen with one press, and no screen says whose an answer is."""
    assert tom.get_by_role("button", name=re.compile("^See what the scores say")).count() == 0
    button(console, "Close, and show all results").click()
    for phone in (tom, lena):
        phone.get_by_role("button", name=re.compile("^See what the scores say")).tap()
    heading(console, "What the scores say").wait_for()
    for shown in (console, tom, lena):
        text(shown, "3 of 3 people answered. Everybody who was asked is heard in this.").wait_for()
        shown.locator(".ranking button").first.click()
        row = shown.get_by_role("listitem").filter(has_text="Does it fit the need?")
        expect(row.get_by_role("img")).to_have_accessible_name(
            "No: 0, Not really: 0, In between: 0, Mostly yes: 2 and Yes: 1"
        )
        live_with = shown.get_by_role("listitem").filter(has_text="Could I live with it?")
        expect(live_with).to_contain_text("2 answers: too few to say")
        assert "Tom Price" not in shown.inner_text(".result")
    step(console, "Common ground")
    text(console, "There are no clear groups in the answers, so everybody is looked at together.").wait_for()


def a_second_round_keeps_the_first(console: Page, tom: Page) -> None:
    """After the talk all score again; what was said before stays."""
    step(console, "Scores")
    button(console, "Score even so").click()
    button(tom, "Back to the meeting").tap()
    button(tom, "Score the ideas").tap()
    tom.get_by_text("Idea 1 of 3, question 1 of 4").wait_for()
    expect(tom.get_by_role("radio", name="Mostly yes")).not_to_be_checked()
    button(console, "Close, and show all results").click()
    heading(console, "What the scores say, time 2").wait_for()
    text(console, "Scored 2 times").wait_for()
