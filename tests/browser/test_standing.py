"""Asked; answered on phones, by keys, on a device that goes round and on paper; closed, and seen by all."""

import json
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from scripts.tour.acts import button, come_in_as_facilitator, device_links, heading, join, text
from scripts.tour.chromium import Device
from scripts.tour.meeting import Meeting
from scripts.tour.path import step
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE
from tests.browser.conftest import NewDevice
from tests.browser.keyboard import tab_to

pytestmark = pytest.mark.browser

QUESTION = "Shall we try the evening bus for three months?"
NEED = "A bus that waits for the last train"


class Room:
    """A facilitator, a shared screen, two people on phones, one with keys alone, five without a device."""

    def __init__(self, server: Server, new_device: NewDevice) -> None:
        self.meeting = Meeting(server.api, "Bus stop redesign", ("Amina", "Ben", "Chloe", "Dee", "Eli"))
        self.robin, self.screen = new_device(DESK), new_device((1920, 1080))
        self.console = self.robin.page
        come_in_as_facilitator(self.console, self.meeting.facilitator_link, "Robin")
        link, _ = device_links(self.console)
        self.console.keyboard.press("Escape")
        self.screen.page.goto(link)
        self.phones = [new_device(PHONE, touch=True).page for _ in range(2)]
        self.keys = new_device(DESK).page
        for page, name in zip((*self.phones, self.keys), ("Tom", "Lena", "Kit"), strict=True):
            join(page, self.meeting.join_link, name, "In the room")
        self.meeting.do("session.open")
        for page in (*self.phones, self.keys):
            button(page, "Raise my hand").wait_for()

    @property
    def people(self) -> tuple[Page, ...]:
        """Every page of a participant."""
        return (*self.phones, self.keys)

    def everywhere(self) -> tuple[Page, ...]:
        """Every page."""
        return (self.console, self.screen.page, *self.people)


@pytest.fixture
def room(server: Server, new_device: NewDevice) -> Room:
    """Before anything is asked."""
    return Room(server, new_device)


def by_keys(page: Page, choice: str) -> None:
    """Choose by the arrow keys, and send."""
    page.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    for _ in range(page.get_by_role("radio").count()):
        if not page.get_by_role("radio", name=choice).is_checked():
            page.keyboard.press("ArrowDown")
    tab_to(page, "Send my answer")
    page.keyboard.press("Enter")
    text(page, "Your answer is in:").wait_for()


def hand_round(page: Page, name: str, choice: str) -> None:
    """Somebody takes the device, and leaves nothing on it."""
    button(page, name).click()
    page.get_by_role("radio", name=choice).check()
    button(page, "Send my answer").click()
    heading(page, "Thank you").wait_for()
    assert page.get_by_role("radio").count() == 0
    assert choice not in page.inner_text("body")
    button(page, name).click()
    page.get_by_role("radio").first.wait_for()
    assert page.locator("input:checked").count() == 0
    button(page, "Back, without an answer").click()


AS_FOR_A_MENU = """(on) => {
  const { x, y } = on.getBoundingClientRect();
  const where = { bubbles: true, button: 0, ctrlKey: true, isPrimary: true, clientX: x + 5, clientY: y + 5 };
  on.dispatchEvent(new PointerEvent("pointerdown", where));
  on.dispatchEvent(new MouseEvent("contextmenu", where));
  on.dispatchEvent(new MouseEvent("mouseup", where));
}"""
"""As some computers tell of a press with Ctrl, which opens a menu and presses nothing."""


def held_while_all_moves(room: Room, pressed: Locator) -> None:
    """A mouse is slower than a meeting: a line comes in above what is held down, and pushes it away."""
    room.console.evaluate("scrollTo(0, 0)")
    pressed.evaluate(AS_FOR_A_MENU)
    place = pressed.bounding_box()
    assert place is not None
    room.console.mouse.move(place["x"] + 20, place["y"] + place["height"] / 2)
    room.console.mouse.down()
    button(room.phones[0], "Slow down").tap()
    text(room.console, "Someone asks: slower, please.").wait_for()
    assert pressed.bounding_box() != place
    room.console.mouse.up()


def test_a_check_is_answered_in_every_way_and_its_result_is_seen_everywhere(room: Room) -> None:
    console, (tom, lena), kit = room.console, room.phones, room.keys
    step(console, "Check")
    console.get_by_label("What do you ask?").fill(QUESTION)
    console.get_by_label("How many have to answer? (0: any number)").fill("5")
    console.get_by_label("How many percent have to support it? (0: not said)").fill("75")
    button(console, "Ask everybody").click()
    for page in (tom, lena, kit, room.screen.page):
        heading(page, QUESTION).wait_for()
        page.get_by_text("8 I block it").wait_for()
    for page, choice in ((tom, "1 I'm fully behind it"), (lena, "3 I support it, with reservations")):
        page.get_by_role("radio", name=choice).check()
        button(page, "Send my answer").tap()
        text(page, "Your answer is in:").wait_for()
    button(lena, "Change my answer").tap()
    lena.get_by_role("radio", name="5 We need to talk more first").check()
    lena.get_by_label("What would you need to come along?").fill(NEED)
    button(lena, "Send my answer").tap()
    lena.get_by_text("5 We need to talk more first").wait_for()
    by_keys(kit, "2 Yes, with one small point")
    text(room.screen.page, "3 of 8 have answered").wait_for()

    console.get_by_text("Amina, Ben, Chloe, Dee and Eli have no device here").wait_for()
    console.get_by_text("Not asked: 1 person who facilitates").wait_for()
    button(console, "Hand this device round").click()
    hand_round(console, "Amina", "2 Yes, with one small point")
    button(console, "Everybody has had it").click()
    button(console, "I am the facilitator").click()
    button(console, "Count answers on paper").click()
    paper = console.get_by_role("dialog")
    paper.get_by_label("1 I'm fully behind it").fill("2")
    paper.get_by_text("Count three or more together.").wait_for()
    expect(button(paper, "Add these answers")).to_be_disabled()
    paper.get_by_label("3 I support it, with reservations").fill("1")
    button(paper, "Add these answers").click()
    paper.wait_for(state="detached")
    for page in (console, room.screen.page):
        text(page, "7 of 8 have answered").first.wait_for()
    for page in room.everywhere():
        assert NEED not in page.inner_text("body") or page is lena
    assert "counts" not in json.dumps(room.meeting.reads("checks"))

    held_while_all_moves(room, button(console, "Close early: 1 has not answered").first)
    for page in room.everywhere():
        page.get_by_text("Mixed").or_(page.get_by_text("Strong support")).first.wait_for()
        page.get_by_text("Closed early: 7 of 8 had answered.").first.wait_for()
        row = page.get_by_role("listitem").filter(has_text="5 We need to talk more first").first
        expect(row).to_contain_text(re.compile(r"1$"))
    for page in (console, *room.people):
        page.get_by_text("6 of 7 support it (85 %); 75 % had to.").first.wait_for()
        page.get_by_text(NEED).first.wait_for()
    button(tom, "OK, I've seen it").tap()
    button(tom, "1 result so far").tap()
    tom.get_by_text(QUESTION).wait_for()


def test_a_quick_temperature_is_one_press_for_the_facilitator_and_two_on_a_phone(room: Room) -> None:
    button(room.console, "Take the temperature").click()
    for page in room.people:
        page.get_by_role("radio", name="Good", exact=True).check()
        button(page, "Send my answer").click()
    button(room.console, "Close early: 5 have not answered").click()
    for page in room.everywhere():
        text(page, "3 say good, 0 so-so, 0 not good.").first.wait_for()


def give_levels(page: Page, levels: dict[str, str], needs: str = "") -> None:
    """Answer for each option, one at a time."""
    for option, level in levels.items():
        page.get_by_text(option, exact=True).last.wait_for()
        page.get_by_role("radio", name=level, exact=True).check()
        if needs and option == "An evening bus":
            page.get_by_label("What would you need to come along?").fill(needs)
        last = option == "Leave things as they are"
        button(page, "Send my answer" if last else "Next").click()


def test_what_is_hard_is_asked_and_a_need_is_met_when_its_owner_says_so(room: Room) -> None:
    console, (tom, lena), kit = room.console, room.phones, room.keys
    step(console, "What's hard")
    console.get_by_label("Options, one a line").fill("An evening bus\nA shared taxi")
    button(console, "Ask everybody").click()
    ends = {"0": "0: no trouble", "10": "10: I can't live with it"}
    given = ((tom, ("9", "2", "5")), (lena, ("8", "0", "6")), (kit, ("10", "3", "4")))
    for page, levels in given:
        options = ("An evening bus", "A shared taxi", "Leave things as they are")
        said = {option: ends.get(level, level) for option, level in zip(options, levels, strict=True)}
        give_levels(page, said, "A lit stop" if page is tom else "")
        text(page, "Your answers are in.").wait_for()
    text(room.screen.page, "3 of 8 have answered").wait_for()
    button(console, "Close early: 5 have not answered").first.click()
    for page in room.everywhere():
        page.get_by_text("“A shared taxi” is easiest to live with.").first.wait_for()
        page.get_by_text("“An evening bus” is no easier than leaving things as they are").first.wait_for()

    console.get_by_label("Say back what you understood").fill("Light at the stop")
    button(console, "Say back").click()
    button(tom, "No, not quite").tap()
    console.get_by_label("Say back what you understood").fill("Light at the stop, all night")
    button(console, "Say back").click()
    tom.get_by_text("Light at the stop, all night").wait_for()
    button(tom, "Yes, that's it").tap()
    console.get_by_text("Understood, says who needs it").wait_for()
    console.get_by_label("What can be done about it?").fill("A lamp from May on")
    button(console, "Answer").click()
    tom.get_by_text("A lamp from May on").wait_for()
    for page in (lena, kit):
        assert button(page, "That meets what I need").count() == 0
    button(tom, "That meets what I need").tap()
    text(console, "met, says who needs it").wait_for()


def test_somebody_without_a_device_says_through_the_facilitator_that_a_need_is_met(room: Room) -> None:
    console = room.console
    room.meeting.do("resistance.open", options=["An evening bus"])
    survey = room.meeting.reads("resistance")["open"]["id"]
    for name, needs in (("Amina", "A lit stop"), ("Ben", ""), ("Chloe", "")):
        who = room.meeting.id_of(name)
        for option in ("typed_0", "leave"):
            said = {"option": option, "level": 9, "needs": needs if option == "typed_0" else ""}
            room.meeting.do("resistance.give", survey=survey, participant=who, **said)
    room.meeting.do("resistance.close", survey=survey)
    step(console, "What's hard")
    console.get_by_label("What can be done about it?").fill("A lamp from May on")
    button(console, "Answer").click()
    console.get_by_text("Its owner has no device").click()
    for name, told in (("Ben", "Only who needs it can say that."), ("Amina", "met, says who needs it")):
        console.get_by_label("Who says so?").select_option(name)
        button(console, "That meets what I need").click()
        text(console, told).wait_for()


def test_an_objection_is_open_until_who_made_it_says_that_it_is_met(room: Room) -> None:
    console, (tom, lena), kit = room.console, room.phones, room.keys
    step(console, "Check")
    console.get_by_label("What do you ask?").fill(QUESTION)
    console.get_by_label("How?").select_option("Consent")
    console.get_by_role("checkbox", name="Show answers by name").check()
    button(console, "Ask everybody").click()
    for page in (lena, kit):
        page.get_by_role("radio", name="Nothing stops me").check()
        button(page, "Send my answer").click()
    tom.get_by_role("radio", name="This must not go ahead yet").check()
    expect(button(tom, "Send my answer")).to_be_disabled()
    tom.get_by_label("What harm could it do").fill("It takes the Sunday bus away")
    button(tom, "Send my answer").tap()
    text(tom, "Your answer is in:").wait_for()
    button(console, "Close early: 5 have not answered").first.click()
    for page in room.everywhere():
        page.get_by_text("Not yet: there is a reason against it that is not settled.").first.wait_for()
    assert button(lena, "It is met").count() == 0
    button(tom, "It is met").tap()
    for page in room.everywhere():
        page.get_by_text("Consent: nobody has a reason against it that is still open.").first.wait_for()


def test_nothing_of_an_answer_is_left_on_a_device_that_lost_its_network(room: Room) -> None:
    device: Device = room.robin
    console = room.console
    step(console, "Check")
    console.get_by_label("What do you ask?").fill(QUESTION)
    button(console, "Ask everybody").click()
    button(console, "Hand this device round").click()
    button(console, "Ben").click()
    console.get_by_role("radio", name="8 I block it").check()
    device.cut_off()
    text(console, "Reconnecting").wait_for()
    button(console, "Send my answer").click()
    device.reconnect()
    heading(console, "Thank you").wait_for()
    assert "I block it" not in console.inner_text("body")
    button(console, "Everybody has had it").click()
    button(console, "I am the facilitator").click()
    text(console, "1 of 8 have answered").first.wait_for()
