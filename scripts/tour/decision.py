"""A decision from the first card to the public page: filled, completed, disagreed with, accepted, told."""

from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from scripts.tour.acts import button, heading, text
from scripts.tour.meeting import Meeting
from scripts.tour.path import step
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE, Shown
from scripts.tour.stage import PROJECTOR, devices, facilitator, participant
from scripts.tour.standing import narrow

WITHOUT_A_DEVICE = ("Amina Yusuf", "Ben Cole", "Chloe Marsh", "Dee Okafor")
NEED = "Waiting is hard if you can't stand for long or can't read the board."
BENCH = "A bench and a talking timetable at six stops"
PRINT = "New printed timetables at every stop"
SHELTER = "Bench, shelter and talking timetable at all 14 stops"
DECIDED = "Six stops get a bench and a timetable you can hear, from May"
MARKS = {BENCH: (4, 3, 4, 4), PRINT: (2, 5, 3, 2), SHELTER: (5, 2, 4, 5)}
"""What everybody answers to the four questions."""
LATE_WORDS_S = 48 * 3600
"""So long a decision is provisional."""
QUESTIONS = ("suitable", "feasible", "acceptable", "beneficial")


def decision(browser: Browser, server: Server) -> Iterator[Shown]:
    """Ideas that were scored already, and six people who decide."""
    meeting = Meeting(server.api, "Bus stop redesign", WITHOUT_A_DEVICE)
    robin = facilitator(browser, meeting)
    screen, helper = devices(browser, robin)
    tom = participant(browser, meeting, "Tom Price", "In the room")
    lena = participant(browser, meeting, "Lena Fox", "Online")
    meeting.do("session.open")
    button(tom.page, "Raise my hand").wait_for()
    yield from _knowing(robin.page, tom.page)
    weighed(meeting)
    yield from _drafting(robin.page, tom.page, screen.page)
    yield from _accepting(meeting, robin.page, screen.page)
    yield from _afterwards(meeting, robin.page, lena.page, screen.page)
    yield from _next_meeting(meeting, robin.page, screen.page)
    for one in (robin, screen, helper, tom, lena):
        one.close()


def weighed(meeting: Meeting) -> None:
    """Three ideas for one need, scored and weighed by those without a device."""
    people = [meeting.id_of(name) for name in WITHOUT_A_DEVICE]
    meeting.do("idea.collect", asks="What would be easier, and for whom?")
    meeting.do("idea.write", what="need", text=NEED, participant=people[0])
    for who, idea in zip(people[1:], MARKS, strict=True):
        meeting.do("idea.write", what="proposal", text=idea, participant=who)
    meeting.do("idea.publish", collection=meeting.reads("ideas")["collecting"]["id"])
    ideas = {one["text"]: each for each, one in meeting.reads("ideas")["by_id"].items()}
    meeting.do("idea.remark", idea=ideas[BENCH], what="concern", text="Upkeep unpaid after year one")
    meeting.do("score.open", ideas=[ideas[idea] for idea in MARKS])
    asked = meeting.reads("scores")["open"]["id"]
    for who in people:
        for idea, marks in MARKS.items():
            for question, mark in zip(QUESTIONS, marks, strict=True):
                answer = {"idea": ideas[idea], "question": question, "score": mark}
                meeting.do("score.give", round=asked, participant=who, **answer)
    meeting.do("score.close", round=asked)
    meeting.do("resistance.open", ideas=[ideas[BENCH]])
    survey = meeting.reads("resistance")["open"]["id"]
    for place, who in enumerate(people):
        needs = "A date for the other eight stops" if place == 0 else ""
        answer = {"survey": survey, "participant": who}
        meeting.do(
            "resistance.give", option=ideas[BENCH], level=6 if place == 0 else 1, needs=needs, **answer
        )
        meeting.do("resistance.give", option="leave", level=7, **answer)
    meeting.do("resistance.close", survey=survey)


def _knowing(console: Page, phone: Page) -> Iterator[Shown]:
    button(phone, "What we know").or_(phone.get_by_role("button", name="What we know No cards yet")).click()
    phone.get_by_label("What happened to you?").fill(
        "I stood for an hour in the rain, and the board was too high to read."
    )
    button(phone, "Put the card down").click()
    text(phone, "I stood for an hour in the rain, and the board was too high to read.").wait_for()
    button(phone, "What we know").click()
    phone.get_by_label("What do you know?").fill("400 people wait at these stops on a working day.")
    phone.get_by_label("Where is it from?").fill("The council's count in March")
    button(phone, "Put the card down").click()
    text(phone, "400 people wait at these stops on a working day.").wait_for()
    phone.get_by_label("What is not clear?").fill("What is a raised kerb?")
    button(phone, "Ask, without my name").click()
    text(phone, "It waits for an answer.").wait_for()
    yield Shown("phone-know", phone, PHONE)
    step(console, "What we know")
    text(console, "What is a raised kerb?").wait_for()
    yield Shown("path-know", console, DESK)
    console.get_by_label("Explain it, or say why we go on without").fill(
        "An edge as high as the floor of the bus."
    )
    button(console, "That’s the answer").click()
    text(console, "Somebody doesn’t understand this yet. Scoring waits.").wait_for(state="detached")
    button(phone, "Back to the meeting").click()


def _only(console: Page, name: str) -> None:
    """Open a part of the draft, and no other."""
    parts = console.locator(".draft-part")
    for place in range(parts.count()):
        part = parts.nth(place)
        wanted = name in part.locator("summary").first.inner_text()
        if (part.get_attribute("open") is not None) != wanted:
            part.locator("summary").first.click()


def _drafting(console: Page, phone: Page, screen: Page) -> Iterator[Shown]:
    step(console, "Decision")
    yield Shown("path-decide-begin", console, DESK, (DESK,))
    console.get_by_label("What do you choose?").select_option(BENCH)
    console.get_by_label("What is decided, in one sentence?").fill(DECIDED)
    button(console, "Begin to write it down").click()
    heading(console, DECIDED).wait_for()
    text(screen, "We are writing down what we decide").wait_for()
    yield Shown("screen-deciding", screen, PROJECTOR)
    _only(console, "What we give up")
    said = (
        ("£9,000 a year goes to upkeep", "The street team", "Yes. Two of them were here."),
        ("Eight stops get nothing this year", "People at Mill Lane", "Two of them were here."),
        ("Sheltered waiting for all", "Everybody who waits in rain", ""),
    )
    for place, (lost, bears, asked) in enumerate(said):
        line = console.locator(".draft-line").nth(place)
        line.get_by_label("What do we lose?").fill(lost)
        line.get_by_label("Who bears it?").fill(bears)
        line.get_by_label("Were they asked?").fill(asked)
        if not asked:
            line.get_by_role("checkbox").nth(2).check()
        button(line, "Save this").click()
        console.locator(".record-table").get_by_text(lost).wait_for()
    _only(console, "What could go wrong")
    risk = console.locator(".draft-part[open] .draft-line").first
    risk.get_by_label("How likely?").select_option("May happen")
    risk.get_by_label("How bad?").select_option("Very bad")
    risk.get_by_label("Who looks after it?").fill("Dee Okafor")
    risk.get_by_label("What do they do about it?").fill("A written promise by May")
    button(risk, "Save this").click()
    console.locator(".record-risks").get_by_text("Very bad").wait_for()
    yield Shown("path-decide-draft", console, DESK, (DESK,))
    _only(console, "We look again")
    console.get_by_label("When do we look again?").fill("2027-05-04")
    console.get_by_label("Who calls us together, and how?").fill(
        "Dee calls us together, or sooner if upkeep is not signed."
    )
    console.locator(".draft-part[open]").get_by_role("button", name="Save this").click()
    console.locator(".record-date").wait_for()
    _only(console, "Affected, and not here")
    console.get_by_label("Who is affected and was not here? One line each.").fill("Drivers\nAnyone under 18")
    console.locator(".draft-part[open]").get_by_role("button", name="Save this").click()
    console.locator(".record").get_by_text("Drivers and Anyone under 18").wait_for()
    yield from _reading(phone)


def _reading(phone: Page) -> Iterator[Shown]:
    button(phone, "The decision").click()
    heading(phone, DECIDED).wait_for()
    yield Shown("phone-decide", phone, PHONE)
    button(phone, "Keep my reason").click()
    phone.get_by_label("Your reason").fill("Six stops is a trial, not a promise. My stop isn't on the list.")
    phone.get_by_label("What would you need to come along?").fill("The next eight have a date")
    button(phone, "Keep it with the decision").click()
    phone.locator(".record").get_by_text("Six stops is a trial").wait_for()
    button(phone, "That’s my answer").click()
    text(phone, "Your answer is in.").wait_for()


def _accepting(meeting: Meeting, console: Page, screen: Page) -> Iterator[Shown]:
    meeting.passes(60)
    meeting.do("check.open", what="consent", asks=DECIDED)
    check = meeting.reads("checks")["open"]["id"]
    for name in WITHOUT_A_DEVICE:
        meeting.do("check.answer", check=check, answer=1, participant=meeting.id_of(name))
    meeting.do("check.close", check=check)
    console.get_by_label("By which check?").wait_for()
    yield Shown("path-decide-accept", console, DESK, (DESK,))
    console.get_by_role("checkbox", name="as open").check()
    button(console, "Accept the decision").click()
    text(console, "4 of 4 agreed.").first.wait_for()
    yield Shown("path-decided", console, DESK, (DESK,))
    yield from narrow(console, "path-decided-narrow")
    step(console, "Decision")
    text(screen, "We decided").wait_for()
    yield Shown("screen-decided", screen, PROJECTOR)


def _afterwards(meeting: Meeting, console: Page, phone: Page, screen: Page) -> Iterator[Shown]:
    meeting.do("session.end")
    heading(phone, "Add a late word").wait_for()
    text(phone, "This must not go ahead yet").click()
    phone.get_by_label("What harm would it do?").fill(
        "A voice that speaks at night wakes those who live there."
    )
    yield Shown("phone-late-word", phone, PHONE)
    button(phone, "Add my word").click()
    text(phone, "Your word is in: This must not go ahead yet").wait_for()
    step(console, "Decision")
    yield Shown("path-late-word", console, DESK, (DESK,))
    console.get_by_label("Your answer").fill("It is silent from ten in the evening on.")
    button(console, "Put the answer beside it").click()
    console.get_by_label("Your answer").wait_for(state="detached")
    console.get_by_text("Say what came of it").first.click()
    console.get_by_label("Because").first.fill("Six stops this year; the other eight have a date.")
    console.get_by_label("Who sees to it?").first.fill("Dee Okafor")
    console.locator(".said-needs form").first.get_by_role("button", name="Save this").click()
    console.locator(".said-needs b").filter(has_text="Taken up.").wait_for()
    button(console, "Make a public link").click()
    link = console.locator(".device-link").inner_text()
    yield Shown("path-said", console, DESK, (DESK,))
    screen.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    screen.goto(link)
    heading(screen, "You said, we did").wait_for()
    yield Shown("you-said", screen, DESK)
    phone.goto(f"{link.partition('/y/')[0]}/r/{meeting.session_id}")
    heading(phone, "What was decided").wait_for()
    yield Shown("report-decisions", phone, PHONE)


def _next_meeting(meeting: Meeting, console: Page, said: Page) -> Iterator[Shown]:
    """The decision is looked at again in the room's next meeting, and the page of the first one says so."""
    meeting.passes(LATE_WORDS_S)
    button(console, "Next meeting in this room").click()
    button(console, "Start the meeting").click()
    step(console, "Decision")
    heading(console, "From earlier meetings").wait_for()
    yield Shown("path-earlier", console, DESK, (DESK,))
    button(console, "Look at it again with everybody").click()
    console.get_by_text("Look at it again", exact=True).click()
    console.get_by_label("How did it turn out?").select_option("Worse than we hoped")
    console.get_by_label("What came of it?").first.fill("Two of the six are broken, and nobody mends them.")
    button(console, "Keep this review").click()
    # The list of earlier ones may hold it, too, until it is read anew.
    console.locator(".decided").get_by_text("Read the whole record").click()
    console.locator(".record").get_by_text("Two of the six are broken").wait_for()
    yield Shown("path-again", console, DESK, (DESK,))
    said.reload()
    said.get_by_text("Two of the six are broken").wait_for()
    yield Shown("you-said-again", said, DESK, (DESK,))
