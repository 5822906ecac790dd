"""Eight people go from needs to a decision: what they know, write, score, find hard and agree to, what they
give up for it, and what came of it.
"""

import re
from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from scripts.tour.acts import button, close_dialog, heading, text
from scripts.tour.eight_people import (
    CANT_SAY,
    HANDED,
    ON_PAPER,
    Eight,
    answers,
    counted_on_paper,
    eight_people,
    given_back,
    handed_round,
    option_asked,
    scores,
    types_scores,
    weighs,
    writes,
)
from scripts.tour.hand import POINTER
from scripts.tour.path import step
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE, Shown
from scripts.tour.stage import PROJECTOR

NEED = "Waiting is hard if you can't stand for long or can't read the board."
SHIFT = "Getting home after a late shift."
BENCH = "A bench and a talking timetable at six stops"
PRINT = "New printed timetables at every stop"
SHELTER = "Bench, shelter and talking timetable at all 14 stops"
MARKS = {BENCH: (4, 3, 4, 4), PRINT: (2, 5, 3, 2), SHELTER: (5, 2, 4, 5)}
"""What everybody gives the three on the four questions."""
REASON = "It helps who waits longest."
WORRY = "Upkeep unpaid after year one"
HARD = "A date for the other eight stops"
DECIDED = "Six stops get a bench and a timetable you can hear, from May"
DISSENT = "Six stops is a trial, not a promise. My stop isn't on the list."
COULD = "The next eight have a date"
ON_PAPER_TOO = "None of the six is near me."
LATE = "A voice that speaks at night wakes those who live there."
ANSWERED = "It is silent from ten in the evening on."
CAME = (
    (NEED, "Taken up.", "Six stops this year; the other eight have a date."),
    (SHIFT, "No.", "The last bus is another budget's."),
    (HARD, "Partly.", "A date is set for four of them."),
)
"""What came of each need."""
LOST = (
    ("£9,000 a year goes to upkeep", "The street team", "Yes. Two of them were here."),
    ("Eight stops get nothing this year", "People at Mill Lane", "Two of them were here."),
    ("Sheltered waiting for all", "Everybody who waits in rain", ""),
)
"""What is lost, who bears it, and whether they were asked; not known where nothing stands."""


def needs_to_decision(browser: Browser, server: Server) -> Iterator[Shown]:
    """With mouse and fingers."""
    eight = eight_people(browser, server, POINTER)
    yield from decided(eight)
    for one in eight.devices():
        one.close()


def decided(eight: Eight) -> Iterator[Shown]:
    """From the first card to the public page."""
    yield from _know(eight)
    yield from _write(eight)
    yield from _talk(eight)
    yield from _score(eight)
    yield from _weigh(eight)
    yield from _draft(eight)
    yield from _disagree(eight)
    yield from _accept(eight)
    yield from _afterwards(eight)


def _know(eight: Eight) -> Iterator[Shown]:
    """What is not clear to Tom is made clear before anything is scored."""
    console, joan, tom = eight.robin.page, eight.joan.page, eight.tom.page
    joan.get_by_role("button", name="What we know").click()
    joan.get_by_label("What happened to you?").fill(
        "I stood for an hour in the rain, at a board I can't read."
    )
    button(joan, "Put the card down").click()
    text(joan, "I stood for an hour in the rain, at a board I can't read.").wait_for()
    yield Shown("eight-story", joan, DESK)
    tom.get_by_role("button", name="What we know").click()
    tom.get_by_label("What is not clear?").fill("What is a raised kerb?")
    button(tom, "Ask, without my name").click()
    text(tom, "It waits for an answer.").wait_for()
    yield Shown("eight-unclear", tom, PHONE)
    step(console, "What we know")
    console.get_by_label("Explain it, or say why we go on without").wait_for()
    yield Shown("eight-know", console, DESK)
    console.get_by_label("Explain it, or say why we go on without").fill("As high as the bus's floor.")
    button(console, "That’s the answer").click()
    text(console, "Somebody doesn’t understand this yet. Scoring waits.").wait_for(state="detached")
    for page in (joan, tom):
        button(page, "Back to the meeting").click()


def _write(eight: Eight) -> Iterator[Shown]:
    """Each alone: on a phone, with keys, at a computer, and on paper that is typed in."""
    console, tom = eight.robin.page, eight.tom.page
    step(console, "Needs and ideas")
    button(console, "Let everybody write").click()
    writes(tom, POINTER, NEED, BENCH)
    yield Shown("eight-written", tom, PHONE)
    writes(eight.kit.page, eight.keys, "", PRINT)
    yield Shown("eight-written-by-keys", eight.kit.page, DESK)
    button(console, "Show all together").click()
    console.get_by_text("Fewer than 3 people have written").first.wait_for()
    yield Shown("eight-too-few", console, DESK)
    writes(eight.joan.page, POINTER, "", SHELTER)
    button(console, "Write for somebody").click()
    console.get_by_label("Whose idea is it?").select_option(ON_PAPER[0])
    console.get_by_label("What would be easier, and for whom?").fill(SHIFT)
    yield Shown("eight-from-paper", console, DESK)
    button(console, "Put it in").click()
    text(console, "It is in. Nobody sees it yet.").wait_for()
    close_dialog(console)
    text(eight.screen.page, "Everybody is writing").wait_for()
    yield Shown("eight-writing-seen", eight.screen.page, PROJECTOR)
    button(console, "Show all together").click()
    heading(console, "What people need").wait_for()
    yield Shown("eight-shown", console, DESK)


def _talk(eight: Eight) -> Iterator[Shown]:
    """One idea before everybody; what worries Lena stands below it, without her name."""
    console, tom, lena = eight.robin.page, eight.tom.page, eight.lena.page
    step(console, "Talk and choose")
    button(console, f"Talk about: {BENCH}").click()
    lena.get_by_role("button", name="Read the ideas").click()
    heading(lena, BENCH).wait_for()
    button(lena, "Concern").click()
    lena.get_by_label("What worries you about it?").fill(WORRY)
    button(lena, "Send it").click()
    text(lena, "It stands below the idea, without your name.").wait_for()
    yield Shown("eight-worry", lena, PHONE)
    tom.get_by_role("button", name="Read the ideas").click()
    text(tom, "You wrote this.").wait_for()
    tom.get_by_text(WORRY).wait_for()
    yield Shown("eight-own-idea", tom, PHONE)
    # It is left up: what comes after it has the shared screen all the same.
    button(console, "Choose all").click()
    text(console, "3 of at most 7 chosen to score").wait_for()
    yield Shown("eight-chosen", console, DESK)


def _score(eight: Eight) -> Iterator[Shown]:
    """Nobody sees an answer of another before all do. The first time is closed too early: all score again."""
    console, tom = eight.robin.page, eight.tom.page
    step(console, "Scores")
    scoring = re.compile("^(Let everybody score|Score even so|Score again)$")
    console.get_by_text("This need has one idea only").wait_for()
    console.get_by_role("button", name=scoring).click()
    button(tom, "Back to the meeting").click()
    button(tom, "Score the ideas").click()
    tom.get_by_text("Idea 1 of 3, question 1 of 4").wait_for()
    tom.get_by_role("radio", name="Mostly yes").check()
    button(tom, "Add a reason").click()
    tom.get_by_label("Your reason").fill(REASON)
    yield Shown("eight-reason", tom, PHONE)
    button(tom, "Next question").click()
    tom.get_by_text("Idea 1 of 3, question 2 of 4").wait_for()
    button(tom, "Back to the meeting").click()
    button(tom, "Score the ideas").click()
    yield Shown("eight-stopped", tom, PHONE)
    button(console, "Close, and show all results").click()
    heading(console, "What the scores say").wait_for()
    yield Shown("eight-too-early", console, DESK)
    console.get_by_role("button", name=scoring).click()
    button(eight.lena.page, "Back to the meeting").click()
    for page, hand in eight.by_themselves():
        hand.press(button(page, "Score the ideas"))
        page.get_by_text("Idea 1 of 3, question 1 of 4").wait_for()
    yield Shown("eight-again", tom, PHONE)
    for page, hand in eight.by_themselves():
        scores(page, hand, MARKS)
    yield Shown("eight-scored-by-keys", eight.kit.page, DESK)
    button(console, "Answers of 4 people without a device").click()
    for name in (HANDED, *ON_PAPER[:2]):
        types_scores(console, name, MARKS)
    types_scores(console, ON_PAPER[2], {**MARKS, PRINT: (2, CANT_SAY, 3, 2)})
    yield Shown("eight-typed", console, DESK)
    close_dialog(console)
    console.get_by_role("status").filter(has_text="8 of 8 have answered").wait_for()
    yield Shown("eight-before-results", console, DESK)
    button(console, "Close, and show all results").click()
    for page in (tom, eight.joan.page):
        page.get_by_role("button", name="See what the scores say").click()
        page.locator(".ranking button").first.click()
    heading(console, "What the scores say, time 2").wait_for()
    console.locator(".ranking button").first.click()
    yield Shown("eight-results", console, DESK)
    yield Shown("eight-results-seen", tom, PHONE)
    step(console, "Common ground")
    text(console, "There are no clear groups in the answers, so everybody is looked at together.").wait_for()
    yield Shown("eight-ground", console, DESK)
    for page in (tom, eight.joan.page):
        button(page, "Back to the meeting").click()


def _weigh(eight: Eight) -> Iterator[Shown]:
    """What would be hard to live with, and what one would need; Amina says it on the facilitator's device."""
    console, lena = eight.robin.page, eight.lena.page
    step(console, "What's hard")
    console.get_by_label(PRINT).uncheck()
    yield Shown("eight-ask-hard", console, DESK)
    button(console, "Ask everybody").click()
    plain = {BENCH: "1", SHELTER: "3", "Leave things as they are": "7"}
    for page, hand in eight.by_themselves():
        if page is lena:
            weighs(page, hand, {**plain, BENCH: "6"}, BENCH, HARD)
        else:
            weighs(page, hand, plain)
    yield Shown("eight-hard-said", lena, PHONE)
    button(console, "Hand this device round").click()
    button(console, HANDED).click()
    for n in range(1, len(plain) + 1):
        level = plain[option_asked(console, n, len(plain))]
        console.get_by_role("radio", name=level, exact=True).check()
        button(console, "Send my answer" if n == len(plain) else "Next").click()
    heading(console, "Thank you").wait_for()
    yield Shown("eight-hard-handed", console, PHONE)
    given_back(console)
    button(console, "Close early: 3 have not answered").first.click()
    console.get_by_label("Say back what you understood").fill("When the other eight come")
    button(console, "Say back").click()
    lena.get_by_role("button", name="Yes, that's it").click()
    console.get_by_text("Understood, says who needs it").wait_for()
    yield Shown("eight-hard", console, DESK)


def part(console: Page, name: str) -> None:
    """Open a part of the draft, and no other."""
    parts = console.locator(".draft-part")
    for place in range(parts.count()):
        one = parts.nth(place)
        wanted = name in one.locator("summary").first.inner_text()
        if (one.get_attribute("open") is not None) != wanted:
            one.locator("summary").first.click()


def _draft(eight: Eight) -> Iterator[Shown]:
    """What the session knows stands in the draft already; who leads adds what only people know."""
    console = eight.robin.page
    eight.meeting.passes(30)
    step(console, "Decision")
    console.get_by_label("What do you choose?").select_option(BENCH)
    console.get_by_label("What is decided, in one sentence?").fill(DECIDED)
    button(console, "Begin to write it down").click()
    heading(console, DECIDED).wait_for()
    part(console, "What we give up")
    for place, (lost, bears, asked) in enumerate(LOST):
        line = console.locator(".draft-line").nth(place)
        line.get_by_label("What do we lose?").fill(lost)
        line.get_by_label("Who bears it?").fill(bears)
        line.get_by_label("Were they asked?").fill(asked)
        if not asked:
            line.get_by_role("checkbox").nth(2).check()
        button(line, "Save this").click()
        console.locator(".record-table").get_by_text(lost).wait_for()
    yield Shown("eight-given-up", console, DESK)
    part(console, "What could go wrong")
    risk = console.locator(".draft-part[open] .draft-line").first
    risk.get_by_label("How likely?").select_option("May happen")
    risk.get_by_label("How bad?").select_option("Very bad")
    risk.get_by_label("Who looks after it?").fill("Dee Okafor")
    risk.get_by_label("What do they do about it?").fill("A written promise by May")
    button(risk, "Save this").click()
    console.locator(".record-risks").get_by_text("Very bad").wait_for()
    yield Shown("eight-risk", console, DESK)
    part(console, "We look again")
    console.get_by_label("When do we look again?").fill("2027-05-04")
    console.get_by_label("Who calls us together, and how?").fill("Dee calls us together.")
    console.locator(".draft-part[open]").get_by_role("button", name="Save this").click()
    console.locator(".record-date").wait_for()
    part(console, "Affected, and not here")
    console.get_by_label("Who is affected and was not here? One line each.").fill("Drivers\nAnyone under 18")
    console.locator(".draft-part[open]").get_by_role("button", name="Save this").click()
    console.locator(".record").get_by_text("Drivers and Anyone under 18").wait_for()
    yield Shown("eight-draft", console, DESK)
    text(eight.screen.page, "We are writing down what we decide").wait_for()
    yield Shown("eight-draft-seen", eight.screen.page, PROJECTOR)


def _disagree(eight: Eight) -> Iterator[Shown]:
    """Tom does not agree, and says why: it stays with the decision in his words, without his name; so does
    what somebody on paper says, which the facilitator types.
    """
    console, tom = eight.robin.page, eight.tom.page
    tom.get_by_role("button", name="The decision").click()
    heading(tom, DECIDED).wait_for()
    button(tom, "Keep my reason").click()
    tom.get_by_label("Your reason").fill(DISSENT)
    tom.get_by_label("What would you need to come along?").fill(COULD)
    yield Shown("eight-dissent", tom, PHONE)
    button(tom, "Keep it with the decision").click()
    tom.locator(".record").get_by_text(DISSENT).wait_for()
    button(tom, "Back to the meeting").click()
    console.get_by_text("Somebody without a device doesn’t agree").click()
    console.get_by_label("Who says so?").select_option(ON_PAPER[0])
    console.get_by_label("In their own words").fill(ON_PAPER_TOO)
    yield Shown("eight-dissent-typed", console, DESK)
    button(console, "Keep it with the decision").click()
    console.locator(".record").get_by_text(ON_PAPER_TOO).wait_for()


def _accept(eight: Eight) -> Iterator[Shown]:
    """All eight are asked, each in their own way."""
    console, tom = eight.robin.page, eight.tom.page
    eight.meeting.passes(60)
    button(console, "Ask everybody: does anything speak against it?").click()
    for page, _ in eight.by_themselves():
        heading(page, DECIDED).wait_for()
    yield Shown("eight-asked", tom, PHONE)
    for page, hand in eight.by_themselves():
        answers(page, hand, "Nothing stops me")
    yield Shown("eight-answered-by-keys", eight.kit.page, DESK)
    handed_round(console, "Nothing stops me")
    yield Shown("eight-handed", console, PHONE)
    given_back(console)
    counted_on_paper(console, {"Nothing stops me": len(ON_PAPER)})
    yield Shown("eight-on-paper", console, DESK)
    button(console, "Add these answers").click()
    console.get_by_role("dialog").wait_for(state="detached")
    button(console, "Close and show the result").first.click()
    console.get_by_text("Consent: nobody has a reason against it").first.wait_for()
    yield Shown("eight-consent", console, DESK)
    step(console, "Decision")
    eight.meeting.passes(10)
    console.get_by_role("checkbox", name="as open").wait_for()
    yield Shown("eight-accepting", console, DESK)
    console.get_by_role("checkbox", name="as open").check()
    button(console, "Accept the decision").click()
    text(console, "8 of 8 agreed.").first.wait_for()
    console.get_by_text("Read the whole record").click()
    yield Shown("eight-decided", console, DESK)
    text(eight.screen.page, "We decided").wait_for()
    yield Shown("eight-decided-seen", eight.screen.page, PROJECTOR)


def _afterwards(eight: Eight) -> Iterator[Shown]:
    """A late word is answered; each need learns what came of it; anybody may read it."""
    console, lena, screen = eight.robin.page, eight.lena.page, eight.screen.page
    button(console, "End…").click()
    button(console, "End the meeting").click()
    heading(lena, "Add a late word").wait_for()
    text(lena, "This must not go ahead yet").click()
    lena.get_by_label("What harm would it do?").fill(LATE)
    yield Shown("eight-late-word", lena, PHONE)
    button(lena, "Add my word").click()
    text(lena, "Your word is in: This must not go ahead yet").wait_for()
    step(console, "Decision")
    console.get_by_label("Your answer").wait_for()
    yield Shown("eight-late-answer", console, DESK)
    console.get_by_label("Your answer").fill(ANSWERED)
    button(console, "Put the answer beside it").click()
    console.get_by_label("Your answer").wait_for(state="detached")
    for need, came, why in CAME:
        said = console.locator(".said-needs > li").filter(has_text=need)
        said.get_by_text("Say what came of it").click()
        said.get_by_label("What came of it?").select_option(came)
        said.get_by_label("Because").fill(why)
        said.get_by_label("Who sees to it?").fill("Dee Okafor")
        button(said, "Save this").click()
        said.locator("b").filter(has_text=came).wait_for()
    yield Shown("eight-needs-told", console, DESK)
    button(console, "Make a public link").click()
    link = console.locator(".device-link").inner_text()
    screen.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    screen.goto(link)
    heading(screen, "You said, we did").wait_for()
    yield Shown("eight-you-said", screen, DESK)
    lena.get_by_role("link", name="Read the report").click()
    heading(lena, "What was decided").wait_for()
    yield Shown("eight-report", lena, PHONE)
