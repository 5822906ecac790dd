"""Where everybody stands and what is hard to live with: asked, answered on phones, by hand, on paper."""

from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from scripts.tour.acts import button, heading, text
from scripts.tour.meeting import Meeting
from scripts.tour.path import step
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE, Shown
from scripts.tour.stage import PROJECTOR, devices, facilitator, participant

WITHOUT_A_DEVICE = ("Amina Yusuf", "Ben Cole", "Chloe Marsh", "Maximiliana von Hohenstein-Oberlandquart")
QUESTION = "Shall we try the evening bus for three months?"


def standing(browser: Browser, server: Server) -> Iterator[Shown]:
    """A meeting of six participants, two of them with phones, who are asked in every way."""
    meeting = Meeting(server.api, "Bus stop redesign", WITHOUT_A_DEVICE)
    console = facilitator(browser, meeting)
    screen, helper = devices(browser, console)
    tom = participant(browser, meeting, "Tom Price", "In the room")
    lena = participant(browser, meeting, "Lena Fox", "Online")
    meeting.do("session.open")
    button(tom.page, "Raise my hand").wait_for()
    yield from _temperature(meeting, console.page, screen.page, tom.page)
    yield from _gradients(console.page, screen.page, tom.page, lena.page)
    yield from _consent_and_order(meeting, console.page, screen.page, tom.page, lena.page)
    yield from _hard(meeting, console.page, screen.page, lena.page)
    yield from _one_option(meeting, console.page, lena.page)
    for one in (console, screen, helper, tom, lena):
        one.close()


def narrow(console: Page, name: str) -> Iterator[Shown]:
    """The path as it stands on a facilitator's phone."""
    console.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    console.get_by_role("navigation", name="Parts of this page").get_by_role("button", name="Path").click()
    yield Shown(name, console, PHONE, (PHONE,))
    console.set_viewport_size({"width": DESK[0], "height": DESK[1]})


def _open_id(meeting: Meeting, section: str) -> str:
    view = meeting.reads(section)
    return str(view["open"]["id"])


def _seated(meeting: Meeting) -> list[str]:
    return [meeting.id_of(name) for name in WITHOUT_A_DEVICE]


def _temperature(meeting: Meeting, console: Page, screen: Page, tom: Page) -> Iterator[Shown]:
    button(console, "Take the temperature").click()
    heading(tom, "How is this going for you?").wait_for()
    yield Shown("phone-temperature", tom, PHONE)
    check = _open_id(meeting, "checks")
    for who, answer in zip(_seated(meeting), (2, 2, 1, 2), strict=True):
        meeting.do("check.answer", check=check, answer=answer, participant=who)
    text(console, "4 of 6 have answered").first.wait_for()
    button(console, "Close early: 2 have not answered").first.click()
    console.get_by_text("3 say good, 1 so-so, 0 not good.").first.wait_for()
    yield Shown("console-temperature-result", console, DESK)
    text(screen, "3 say good, 1 so-so, 0 not good.").wait_for()
    yield Shown("screen-temperature-result", screen, PROJECTOR)
    button(console, "OK, I've seen it").click()


def _gradients(console: Page, screen: Page, tom: Page, lena: Page) -> Iterator[Shown]:
    step(console, "Check")
    console.get_by_text("Ask something else").click()
    console.get_by_label("What do you ask?").fill(QUESTION)
    console.get_by_label("How many have to answer? (0: any number)").fill("4")
    console.get_by_label("How many percent have to support it? (0: not said)").fill("75")
    yield Shown("console-check-begin", console, DESK)
    button(console, "Ask everybody").click()
    heading(lena, QUESTION).wait_for()
    yield Shown("phone-check", lena, PHONE)
    text(screen, QUESTION).wait_for()
    yield Shown("screen-check", screen, PROJECTOR)
    lena.get_by_role("radio", name="7 I strongly disagree. Don't count on me").check()
    lena.get_by_label("What would you need to come along?").fill(
        "A lit stop, and a bus that waits for the last train"
    )
    yield Shown("phone-check-needs", lena, PHONE)
    button(lena, "Send my answer").click()
    text(lena, "Your answer is in:").wait_for()
    yield Shown("phone-check-in", lena, PHONE)
    yield Shown("console-check-open", console, DESK)
    button(console, "Hand this device round").click()
    heading(console, "Who are you?").wait_for()
    yield Shown("console-handed", console, PHONE)
    button(console, "Amina Yusuf").click()
    console.get_by_role("radio", name="2 Yes, with one small point").check()
    yield Shown("console-handed-ballot", console, PHONE)
    button(console, "Send my answer").click()
    heading(console, "Thank you").wait_for()
    yield Shown("console-handed-thanks", console, PHONE)
    button(console, "Everybody has had it").click()
    yield Shown("console-handed-back", console, PHONE)
    button(console, "I am the facilitator").click()
    button(console, "Count answers on paper").click()
    for label, n in (("1 I'm fully behind it", 2), ("3 I support it, with reservations", 1)):
        console.get_by_label(label).fill(str(n))
    yield Shown("console-paper", console, DESK)
    button(console, "Add these answers").click()
    tom.get_by_role("radio", name="1 I'm fully behind it").check()
    button(tom, "Send my answer").click()
    text(tom, "Your answer is in:").wait_for()
    button(console, "Close and show the result").first.click()
    heading(tom, QUESTION).wait_for()
    button(tom, "OK, I've seen it").wait_for()
    yield Shown("phone-check-result", tom, PHONE)
    console.get_by_text("Contested: somebody strongly disagrees.").wait_for()
    yield Shown("console-check-result", console, DESK)
    yield from narrow(console, "console-check-result-narrow")
    screen.get_by_text("Contested: somebody strongly disagrees.").wait_for()
    yield Shown("screen-check-result", screen, PROJECTOR)
    for phone in (tom, lena):
        button(phone, "OK, I've seen it").click()


def _consent_and_order(
    meeting: Meeting, console: Page, screen: Page, tom: Page, lena: Page
) -> Iterator[Shown]:
    meeting.do("check.open", what="consent", asks=QUESTION, named=True)
    check = _open_id(meeting, "checks")
    for who in _seated(meeting):
        meeting.do("check.answer", check=check, answer=1, participant=who)
    tom.get_by_role("radio", name="This must not go ahead yet").check()
    tom.get_by_label("What harm could it do").fill("It takes the Sunday bus away from the care home")
    tom.get_by_label("What would you need to come along?").fill("Keep one bus on Sundays")
    yield Shown("phone-objection", tom, PHONE)
    button(tom, "Send my answer").click()
    text(tom, "Your answer is in:").wait_for()
    meeting.do("check.close", check=check)
    button(tom, "It is met").wait_for()
    yield Shown("phone-objection-open", tom, PHONE)
    console.get_by_text("Not yet: there is a reason against it that is not settled.").wait_for()
    yield Shown("console-objection", console, DESK)
    button(tom, "It is met").click()
    button(tom, "It is met").wait_for(state="detached")
    options = ["Evening bus", "Shared taxi", "Volunteer drivers"]
    meeting.do("check.open", what="ranked", asks="Which should we try first?", options=options)
    check = _open_id(meeting, "checks")
    rankings = ([[0], [1]], [[1], [0]], [[0, 1], [2]], [[2], [0, 1]])
    for who, ranking in zip(_seated(meeting), rankings, strict=True):
        meeting.do("check.answer", check=check, ranking=ranking, participant=who)
    heading(lena, "Which should we try first?").wait_for()
    lena.get_by_label("Volunteer drivers").select_option("1st")
    yield Shown("phone-ranking", lena, PHONE)
    button(console, "Count answers on paper").click()
    for option in options[:2]:
        console.get_by_role("dialog").get_by_label(option).select_option("1st")
    console.get_by_label("How many papers bear this order?").fill("3")
    button(console, "Add this order").click()
    yield Shown("console-paper-orders", console, DESK)
    button(console, "Add these answers").click()
    console.get_by_role("dialog").wait_for(state="detached")
    meeting.do("check.close", check=check)
    console.get_by_text("A tie for the first place").wait_for()
    button(lena, "OK, I've seen it").wait_for()
    lena.get_by_text("How this was counted").click()
    yield Shown("phone-ranking-result", lena, PHONE)
    screen.get_by_text("A tie for the first place").wait_for()
    yield Shown("screen-ranking-result", screen, PROJECTOR)
    for phone in (tom, lena):
        button(phone, "OK, I've seen it").click()


def _hard(meeting: Meeting, console: Page, screen: Page, lena: Page) -> Iterator[Shown]:
    step(console, "What's hard")
    console.get_by_label("Options, one a line").fill(
        "An evening bus that takes the place of the Sunday bus\nA shared taxi"
    )
    yield Shown("console-hard-begin", console, DESK)
    button(console, "Ask everybody").click()
    text(lena, "1 of 3").wait_for()
    yield Shown("phone-hard", lena, PHONE)
    text(screen, "How hard would this be to live with?").wait_for()
    yield Shown("screen-hard", screen, PROJECTOR)
    yield Shown("console-hard-open", console, DESK)
    survey = _open_id(meeting, "resistance")
    levels = {"typed_0": (8, 9, 6, 7), "typed_1": (1, 2, 4, 0), "leave": (5, 6, 3, 7)}
    for option, given in levels.items():
        for who, level in zip(_seated(meeting), given, strict=True):
            meeting.do("resistance.give", survey=survey, option=option, level=level, participant=who)
    lena.get_by_role("radio", name="10: I can't live with it").check()
    lena.get_by_label("What would you need to come along?").fill("A seat that I can book by phone")
    yield Shown("phone-hard-needs", lena, PHONE)
    button(lena, "Next").click()
    for choice, at in (("2", "2 of 3"), ("6", "3 of 3")):
        text(lena, at).wait_for()
        lena.get_by_role("radio", name=choice, exact=True).check()
        button(lena, "Next" if at == "2 of 3" else "Send my answer").click()
    text(lena, "Your answers are in.").wait_for()
    yield Shown("phone-hard-in", lena, PHONE)
    meeting.do("resistance.close", survey=survey)
    console.get_by_label("Say back what you understood").wait_for()
    yield Shown("console-hard-result", console, DESK)
    console.get_by_label("Say back what you understood").fill("To book a seat without the internet")
    button(console, "Say back").click()
    console.get_by_text("Its owner has not said yet").wait_for()
    console.get_by_label("What can be done about it?").fill("A telephone line from May on")
    button(console, "Answer").click()
    button(lena, "That meets what I need").wait_for()
    yield Shown("phone-need", lena, PHONE)
    button(lena, "Yes, that's it").click()
    button(lena, "That meets what I need").click()
    text(console, "met, says who needs it").wait_for()
    yield from narrow(console, "console-hard-result-narrow")
    yield Shown("console-need-met", console, DESK)
    screen.get_by_text("is easiest to live with").wait_for()
    yield Shown("screen-hard-result", screen, PROJECTOR)
    button(lena, "OK, I've seen it").click()
    button(lena, "5 results so far").click()
    yield Shown("phone-results", lena, PHONE)


def _one_option(meeting: Meeting, console: Page, lena: Page) -> Iterator[Shown]:
    """Whether there is a reason against it, in place of how hard it would be."""
    console.get_by_text("Ask something else").click()
    console.get_by_label("Options, one a line").fill("Seats that can be booked by telephone")
    console.get_by_text("With one option alone, everybody is asked").wait_for()
    button(console, "Ask everybody").click()
    lena.get_by_role("radio", name="Yes, there is a reason against it").check()
    lena.get_by_label("What would you need to come along?").fill("Somebody who answers at night, too")
    yield Shown("phone-object", lena, PHONE)
    button(lena, "Send my answer").click()
    text(lena, "Your answers are in.").wait_for()
    survey = _open_id(meeting, "resistance")
    for who in _seated(meeting):
        meeting.do("resistance.give", survey=survey, option="typed_0", level=0, participant=who)
    meeting.do("resistance.close", survey=survey)
    console.get_by_text("1 of 5 has a reason against it.").wait_for()
    yield Shown("console-object-result", console, DESK)
