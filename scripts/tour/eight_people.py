"""Eight people who weigh ideas together: two on phones, one with keys alone, one at a computer, one to whom
the facilitator's device is handed, three on paper.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, expect

from scripts.tour.acts import button, heading, join, text
from scripts.tour.chromium import Device, device
from scripts.tour.hand import POINTER, Hand
from scripts.tour.meeting import Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE
from scripts.tour.stage import devices, facilitator, participant

HANDED = "Amina Yusuf"
ON_PAPER = ("Ben Cole", "Chloe Marsh", "Dee Okafor")
QUESTIONS = (
    "Does it fit the need?",
    "Can we really do it?",
    "Could I live with it?",
    "Would it make things better?",
)
SCORES = ("Can’t say", "No", "Not really", "In between", "Mostly yes", "Yes")
"""The words of a score, 1 to 5; 0 is none."""
CANT_SAY = 0


@dataclass(frozen=True)
class Eight:
    """Who has a device, and how Kit works the keys."""

    meeting: Meeting
    robin: Device
    screen: Device
    helper: Device
    tom: Device
    lena: Device
    joan: Device
    kit: Device
    keys: Hand

    def devices(self) -> tuple[Device, ...]:
        """All of them."""
        return (self.robin, self.screen, self.helper, self.tom, self.lena, self.joan, self.kit)

    def by_themselves(self) -> tuple[tuple[Page, Hand], ...]:
        """Who answers on a device of their own."""
        pointed = ((one.page, POINTER) for one in (self.tom, self.lena, self.joan))
        return (*pointed, (self.kit.page, self.keys))


def eight_people(browser: Browser, server: Server, keys: Hand) -> Eight:
    """All have come in, and the meeting is open."""
    meeting = Meeting(server.api, "Bus stop redesign", (HANDED, *ON_PAPER))
    robin = facilitator(browser, meeting)
    screen, helper = devices(browser, robin)
    joan, kit = device(browser, *DESK), device(browser, *DESK)
    join(joan.page, meeting.join_link, "Joan Reid", "Online")
    join(kit.page, meeting.join_link, "Kit Lowe", "Online")
    made = Eight(
        meeting=meeting,
        robin=robin,
        screen=screen,
        helper=helper,
        tom=participant(browser, meeting, "Tom Price", "In the room"),
        lena=participant(browser, meeting, "Lena Fox", "Online"),
        joan=joan,
        kit=kit,
        keys=keys,
    )
    button(robin.page, "Start the meeting").click()
    # Where the console is narrow, it shows the path from now on.
    robin.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    parts = robin.page.get_by_role("navigation", name="Parts of this page")
    button(parts, "Path").click()
    robin.page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    for page, _ in made.by_themselves():
        button(page, "Raise my hand").wait_for()
    return made


def writes(page: Page, hand: Hand, need: str, idea: str) -> None:
    """A need and what could be done about it; or an idea without a need."""
    hand.press(button(page, "Write ideas"))
    if need:
        hand.write(page.get_by_label("What would be easier, and for whom?"), need)
        hand.press(button(page, "Go on"))
    else:
        hand.press(button(page, "I have an idea, and no need"))
    hand.write(page.get_by_label("What would we do?"), idea)
    hand.press(button(page, "Put it in"))
    heading(page, "It is in.").wait_for()


def scores(page: Page, hand: Hand, marks: Mapping[str, Sequence[int]]) -> None:
    """What somebody gives each idea on each question; everybody has an order of their own."""
    for n in range(len(marks) * len(QUESTIONS)):
        at = f"Idea {n // 4 + 1} of {len(marks)}, question {n % 4 + 1} of 4"
        page.get_by_text(at).wait_for()
        shown = page.locator("main").inner_text()
        idea = next(one for one in marks if one in shown)
        question = next(n for n, one in enumerate(QUESTIONS) if one in shown)
        hand.mark(page.get_by_role("radio", name=SCORES[marks[idea][question]], exact=True))
        hand.press(button(page, "Next question"))
    heading(page, "Your answers are in").wait_for()


def types_scores(console: Page, name: str, marks: Mapping[str, Sequence[int]]) -> None:
    """The facilitator types the sheet of somebody without a device."""
    dialog = console.get_by_role("dialog")
    dialog.get_by_label("Whose answers?").select_option(name)
    for idea, given in marks.items():
        dialog.get_by_label("Which idea?").select_option(idea)
        for question, mark in zip(QUESTIONS, given, strict=True):
            dialog.get_by_label(question).select_option(SCORES[mark])
        button(dialog, "Put it in").click()
        # An empty form says that it was taken.
        expect(dialog.get_by_label(QUESTIONS[-1])).to_have_value("")


def answers(page: Page, hand: Hand, choice: str, needs: str = "") -> None:
    """To a check, on one's own device."""
    hand.mark(page.get_by_role("radio", name=choice))
    if needs:
        hand.write(page.get_by_label("What would you need to come along?"), needs)
    hand.press(button(page, "Send my answer"))
    text(page, "Your answer is in:").wait_for()


def handed_round(console: Page, choice: str) -> None:
    """To a check, on the facilitator's device: Amina takes it, answers, and gives it back."""
    button(console, "Hand this device round").click()
    button(console, HANDED).click()
    console.get_by_role("radio", name=choice).check()
    button(console, "Send my answer").click()
    heading(console, "Thank you").wait_for()


def given_back(console: Page) -> None:
    """The device is its owner's again."""
    button(console, "Everybody has had it").click()
    button(console, "I am the facilitator").click()


def counted_on_paper(console: Page, counts: Mapping[str, int]) -> None:
    """The three papers, as a tally; the dialog stays open."""
    button(console, "Count answers on paper").click()
    for label, n in counts.items():
        console.get_by_role("dialog").get_by_label(label).fill(str(n))


def option_asked(page: Page, n: int, of: int) -> str:
    """The option that is asked now: ideas stand in no order that one could know."""
    text(page, f"{n} of {of}").wait_for()
    return page.locator(".hard-option").inner_text()


def weighs(page: Page, hand: Hand, levels: Mapping[str, str], needed_for: str = "", needs: str = "") -> None:
    """How hard each option would be, one at a time; what one needs goes with one of them."""
    for n in range(1, len(levels) + 1):
        option = option_asked(page, n, len(levels))
        hand.mark(page.get_by_role("radio", name=levels[option], exact=True))
        if option == needed_for:
            hand.write(page.get_by_label("What would you need to come along?"), needs)
        hand.press(button(page, "Send my answer" if n == len(levels) else "Next"))
    text(page, "Your answers are in.").wait_for()
