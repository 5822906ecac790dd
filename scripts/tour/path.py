"""From needs to a decision: what people write, read and score, and what a facilitator sees."""

import re
from collections.abc import Iterator, Mapping

from playwright.sync_api import Browser, Page

from scripts.tour.acts import button, close_dialog, heading, text
from scripts.tour.chromium import Device
from scripts.tour.meeting import Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE, Shown
from scripts.tour.stage import PROJECTOR, devices, facilitator, participant

WAITING = "Waiting is hard if you can't stand for long or can't read the board."
LATE = "Getting home after a late shift, for people who clean offices."
"""Needs, as people write them."""
LATER = "Buses until eleven in the evening."
SEATED = {
    "Amina Yusuf": ((5, 4, 4, 5), (5, 4, 4, 5)),
    "Ben Cole": ((4, 3, 4, 4), (4, 3, 5, 4)),
    "Chloe Marsh": ((4, 4, 5, 4), (5, 4, 4, 5)),
}
"""People without a device, and what they give the two ideas on the four questions."""
ELSEWHERE = {
    "Dee Okafor": ("professional", ((4, 4, 4, 4), (4, 1, 2, 4))),
    "Ravi Nair": ("professional", ((3, 4, 5, 4), (4, 1, 2, 3))),
    "Sana Iqbal": ("professional", ((4, 5, 4, 5), (5, 2, 1, 4))),
    "Joan Reid": ("lived_experience", ((5, 4, 4, 4), (5, 4, 5, 5))),
    "Omar Haddad": ("lived_experience", ((4, 4, 5, 4), (4, 4, 4, 5))),
    "Petra Lind": ("lived_experience", ((4, 3, 4, 5), (5, 5, 4, 4))),
}
"""People who answer by a program of their own: what they bring, and what they give."""


def path(browser: Browser, server: Server) -> Iterator[Shown]:
    """A meeting of its own, from the first question on."""
    meeting = Meeting(server.api, "Bus stop redesign", tuple(SEATED))
    tokens = {name: meeting.joins(name, "remote") for name in ELSEWHERE}
    for name, token in tokens.items():
        meeting.does_as(token, "perspective.set", label=ELSEWHERE[name][0])
    robin = facilitator(browser, meeting)
    screen, helper = devices(browser, robin)
    tom = participant(browser, meeting, "Tom Price", "In the room")
    lena = participant(browser, meeting, "Lena Fox", "Online")
    meeting.do("session.open")
    yield from _writing(robin, tom, lena, screen)
    yield from _talking(robin, tom, lena)
    yield from _scoring(meeting, tokens, robin, tom, screen)
    for one in (robin, tom, lena, screen, helper):
        one.close()


def step(console: Page, name: str) -> None:
    """Open a step of the path, if it is not."""
    one = console.locator(".path-steps button").filter(has=text(console, name))
    if one.get_attribute("aria-expanded") == "false":
        one.click()
    console.get_by_role("region", name=name, exact=True).wait_for()


def _writing(robin: Device, tom: Device, lena: Device, screen: Device) -> Iterator[Shown]:
    console, phone, other = robin.page, tom.page, lena.page
    step(console, "Needs and ideas")
    yield Shown("path-needs-begin", console, DESK)
    button(console, "Let everybody write").click()
    button(console, "Show all together").wait_for()
    button(phone, "Write ideas").wait_for()
    yield Shown("phone-task-write", phone, PHONE)
    text(screen.page, "Everybody is writing").wait_for()
    yield Shown("screen-writing", screen.page, PROJECTOR)
    button(phone, "Write ideas").click()
    phone.get_by_label("What would be easier, and for whom?").fill(WAITING)
    yield Shown("phone-write-need", phone, PHONE)
    button(phone, "Go on").click()
    phone.get_by_label("What would we do?").fill("A bench, and a timetable you can hear, at six stops.")
    yield Shown("phone-write-proposal", phone, PHONE)
    button(phone, "Put it in").click()
    heading(phone, "It is in.").wait_for()
    yield Shown("phone-write-sent", phone, PHONE)
    button(other, "Write ideas").click()
    button(other, "I have an idea, and no need").click()
    other.get_by_label("What would we do?").fill(LATER)
    button(other, "Put it in").click()
    heading(other, "It is in.").wait_for()
    button(console, "Write for somebody").click()
    console.get_by_label("Whose idea is it?").select_option("Ben Cole")
    console.get_by_label("What would be easier, and for whom?").fill(LATE)
    yield Shown("path-write-for", console, DESK)
    button(console, "Put it in").click()
    text(console, "It is in. Nobody sees it yet.").wait_for()
    console.get_by_label("Whose idea is it?").select_option("From a paper without a name")
    console.get_by_label("What is it?").select_option("An idea.")
    console.get_by_label("What would we do?").fill(
        "Benches at the six stops, and a voice that reads the timetable."
    )
    button(console, "Put it in").click()
    close_dialog(console)
    text(console, "What you typed").or_(console.get_by_text("for Ben Cole")).first.wait_for()
    yield Shown("path-needs-writing", console, DESK)
    button(console, "Show all together").click()
    heading(console, "What people need").wait_for()
    yield Shown("path-needs", console, DESK)


def _talking(robin: Device, tom: Device, lena: Device) -> Iterator[Shown]:
    console, phone, other = robin.page, tom.page, lena.page
    button(phone, "Back to the meeting").or_(
        phone.get_by_role("button", name="Read the ideas")
    ).first.wait_for()
    phone.get_by_role("button", name="Read the ideas").click()
    heading(phone, "Read the ideas").wait_for()
    yield Shown("phone-read", phone, PHONE)
    step(console, "Talk and choose")
    text(console, "These two sound alike. Are they the same idea?").wait_for()
    yield Shown("path-choose", console, DESK)
    button(console, "Put together…").first.click()
    console.get_by_label("The new idea", exact=True).fill(
        "Benches and a timetable that speaks, at six stops."
    )
    yield Shown("path-merge", console, DESK)
    button(console, "Put them together").click()
    console.get_by_role("dialog").wait_for(state="detached")
    button(console, f"Split… {LATER}").click()
    yield Shown("path-split", console, DESK)
    close_dialog(console)
    button(console, f"Hold back… {LATER}").click()
    console.get_by_label("Why?").fill("It names a neighbour.")
    yield Shown("path-hold-back", console, DESK)
    button(console, "Hold it back").click()
    heading(console, "Held back").wait_for()
    yield Shown("path-held-back", console, DESK)
    button(console, f"Show it again {LATER}").click()
    heading(console, "Held back").wait_for(state="detached")
    button(console, f"Talk about: {LATER}").click()
    heading(phone, LATER).wait_for()
    button(phone, "Concern").click()
    phone.get_by_label("What worries you about it?").fill("Who drives so late?")
    yield Shown("phone-idea-remark", phone, PHONE)
    button(phone, "Send it").click()
    text(phone, "It stands below the idea, without your name.").wait_for()
    button(console, f"Say the need you hear {LATER}").click()
    console.get_by_label("What would be easier, and for whom?").fill(
        "Coming home safely, for people who work late."
    )
    button(console, "Ask its author").click()
    button(other, "Back to the meeting").or_(other.get_by_role("button", name="Read the ideas")).first.click()
    heading(other, "Others hear this need in what you wrote. Is that it?").wait_for()
    yield Shown("phone-heard", other, PHONE)
    button(other, "Yes, that’s it").click()
    text(other, "The need, as its author says: Coming home safely, for people who work late.").wait_for()
    yield Shown("phone-idea", other, PHONE)


def _scoring(
    meeting: Meeting, tokens: Mapping[str, str], robin: Device, tom: Device, screen: Device
) -> Iterator[Shown]:
    console, phone = robin.page, tom.page
    button(console, "Choose all").click()
    text(console, "2 of at most 7 chosen to score").wait_for()
    step(console, "Scores")
    text(console, "Look at it through a lens, too").click()
    console.get_by_label("Can we really do it?").select_option("I work with this")
    yield Shown("path-score-begin", console, DESK)
    console.get_by_role("button", name=re.compile("^(Let everybody score|Score even so)$")).click()
    button(phone, "Back to the meeting").click()
    button(phone, "Score the ideas").wait_for()
    yield Shown("phone-task-score", phone, PHONE)
    button(phone, "Score the ideas").click()
    phone.get_by_role("radio", name="Mostly yes").click()
    button(phone, "Add a reason").click()
    phone.get_by_label("Your reason").fill("It helps who waits longest.")
    yield Shown("phone-score", phone, PHONE)
    for _ in range(8):
        phone.get_by_role("radio", name="Mostly yes").click()
        button(phone, "Next question").click()
    heading(phone, "Your answers are in").wait_for()
    yield Shown("phone-score-in", phone, PHONE)
    console.get_by_role("status").filter(has_text="1 of 5 have answered").wait_for()
    button(console, "Answers of 3 people without a device").click()
    yield Shown("path-score-for", console, DESK)
    close_dialog(console)
    for name, sheets in SEATED.items():
        meeting.scores(sheets, participant=meeting.id_of(name))
    for name, token in tokens.items():
        meeting.scores(ELSEWHERE[name][1], token=token)
    console.get_by_role("status").filter(has_text="10 of 11 have answered").wait_for()
    yield Shown("path-score-open", console, DESK)
    text(screen.page, "10 of 11 have answered").wait_for()
    yield Shown("screen-scoring", screen.page, PROJECTOR)
    button(console, "Close, and show all results").click()
    heading(console, "What the scores say").wait_for()
    console.locator(".ranking button").last.click()
    console.get_by_role("listitem").filter(has_text="Could I live with it?").wait_for()
    yield Shown("path-results", console, DESK)
    console.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    console.get_by_role("navigation").get_by_role("button", name="Path").click()
    console.get_by_role("listitem").filter(has_text="Could I live with it?").wait_for()
    yield Shown("path-narrow", console, PHONE, (PHONE,))
    console.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    step(console, "Common ground")
    yield Shown("path-ground", console, DESK)
    yield Shown("screen-focus", screen.page, PROJECTOR)
    meeting.do("idea.focus")
    heading(console, "From needs to a decision").wait_for()
    screen.page.get_by_role("region", name="What the scores say").wait_for()
    yield Shown("screen-ranks", screen.page, PROJECTOR)
    phone.get_by_role("button", name="See what the scores say").click()
    phone.locator(".ranking button").last.click()
    phone.get_by_role("listitem").filter(has_text="Could I live with it?").wait_for()
    yield Shown("phone-results", phone, PHONE)
    step(console, "Scores")
    console.get_by_label("Answers").select_option("Three faces")
    button(console, "Score again").click()
    button(phone, "Back to the meeting").click()
    button(phone, "Score the ideas").click()
    phone.get_by_role("radio", name="In between").click()
    yield Shown("phone-score-faces", phone, PHONE)
