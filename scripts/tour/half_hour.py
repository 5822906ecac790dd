"""Half an hour by its agenda, in a room, on a call and on the telephone at once, to its report."""

import re
from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from scripts.tour.acts import button, heading, text
from scripts.tour.hand import POINTER
from scripts.tour.hybrid_company import Company, gathered
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE, Shown
from scripts.tour.stage import PROJECTOR

AGENDA = """5 What we know so far (listening) / Robin
7 What happened to us (round)
13 What would help? (timed)
5 What happens next (open)"""
WORDS = (
    "After nine the bus is full, and the next one comes an hour later. I walk home then, along the main road."
)
ANSWER = "From October on."
TAPPED_S = 8
"""A tap of which nothing is heard for longer has ended; a driven clock does not wait for a page to say so."""
FOUND = "Benches with arms come first."


def half_hour(browser: Browser, server: Server) -> Iterator[Shown]:
    """With mouse and fingers."""
    company = gathered(browser, server, POINTER)
    yield from walked(company)
    for one in company.devices():
        one.close()


def walked(company: Company) -> Iterator[Shown]:
    """From the agenda to the report; everybody waits for the start."""
    yield from _prepared(company)
    yield from _listening(company)
    yield from _round(company)
    yield from _queue(company)
    yield from _in_between(company)
    yield from _written(company)
    yield from _quiet(company)
    yield from _break(company)
    yield from _groups(company)
    yield from _open(company)
    yield from _ended(company)


def person_dialog(company: Company, page: Page, name: str) -> None:
    """What a facilitator may do for one person."""
    people = page.get_by_role("region", name="People")
    company.hand.press(button(people, name))
    page.get_by_role("dialog").wait_for()


def hand_up(company: Company, name: str) -> None:
    """The facilitator raises a hand for somebody without a device: a few letters, and Enter."""
    page = company.robin.page
    company.hand.press(button(page, "Hand for someone"))
    page.get_by_label("Find a name").wait_for()
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for(state="detached")


def next_by_key(console: Page, name: str) -> None:
    """The facilitator sees who comes next, and presses N."""
    button(console, re.compile(f"(Give the floor to|next is) {name}")).wait_for()
    console.keyboard.press("n")


def _prepared(company: Company) -> Iterator[Shown]:
    hand, robin, sana, lena = company.hand, company.robin.page, company.sana.page, company.lena.page
    hand.press(button(robin, "Write…"))
    hand.write(robin.get_by_label("One item a line"), AGENDA)
    hand.write(robin.get_by_label("What is fixed already?"), "£40,000 / the council")
    hand.write(robin.get_by_label("What can still change?"), "Which stops come first")
    yield Shown("console-agenda-write", robin, DESK)
    hand.press(button(robin, "Keep"))
    robin.get_by_role("dialog").wait_for(state="detached")
    person_dialog(company, sana, "Iris Berg")
    hand.press(button(sana, "Make supporter"))
    button(sana, "Make participant").first.wait_for()
    sana.keyboard.press("Escape")
    hand.press(button(lena, "What I bring, and what I need"))
    hand.mark(lena.get_by_label("I sign, type, or am hard for machines to hear"))
    hand.choose(lena.get_by_label("Who may act for me"), "Iris Berg")
    yield Shown("phone-card", lena, PHONE)
    lena.keyboard.press("Escape")
    yield Shown("console-planned-agenda", robin, DESK)
    hand.press(button(robin, "Start the meeting"))
    heading(company.iris.page, "You are here for Lena").wait_for()


def _listening(company: Company) -> Iterator[Shown]:
    hand, robin, tom = company.hand, company.robin.page, company.tom.page
    hand.press(button(robin, "Start the agenda"))
    text(robin, "One tells, all listen. Nobody is counted. Afterwards listeners come first.").wait_for()
    yield Shown("console-listen", robin, DESK)
    tom.get_by_text("We are listening now.").wait_for()
    yield Shown("phone-listen", tom, PHONE)
    heading(company.screen.page, "Listening").wait_for()
    yield Shown("screen-listen", company.screen.page, PROJECTOR)
    company.helper.page.get_by_text("£40,000 (the council)").wait_for()
    yield Shown("helper-listen", company.helper.page, PHONE)
    company.meeting.passes(290)


def _round(company: Company) -> Iterator[Shown]:
    """By seat: Ben on the telephone, Chloe and Dee in the room, Lena, Tom; Amina wants to think first."""
    hand, robin, screen = company.hand, company.robin.page, company.screen.page
    tom, amina = company.tom.page, company.amina.page
    hand.press(button(robin, "Next item"))
    tom.get_by_text("You are 6th in the round.").wait_for()
    yield Shown("phone-round", tom, PHONE)
    for name in ("Ben", "Chloe", "Dee"):
        next_by_key(robin, name)
        button(robin, re.compile(f"^Thank {name}")).wait_for()
        company.meeting.passes(60)
    yield Shown("console-round", robin, DESK)
    screen.get_by_role("listitem").filter(has_text="Amina Yusuf").wait_for()
    yield Shown("screen-round", screen, PROJECTOR)
    hand.press(button(amina, "Come back to me"))
    amina.get_by_text("You are 3rd in the round.").wait_for()
    next_by_key(robin, "Lena")
    heading(company.lena.page, "You have the floor").wait_for()
    text(company.iris.page, "Lena is speaking").wait_for()
    yield Shown("phone-supporter", company.iris.page, PHONE)
    company.meeting.passes(70)
    next_by_key(robin, "Tom")
    heading(tom, "You have the floor").wait_for()
    hand.press(button(tom, "I need time to prepare"))
    tom.get_by_text("taking time to prepare").wait_for()
    tom.get_by_text("£40,000 (the council)").wait_for()
    yield Shown("phone-floor-preparing", tom, PHONE)
    robin.get_by_text("taking time to prepare").wait_for()
    yield Shown("console-floor-preparing", robin, DESK)
    company.meeting.passes(45)
    hand.press(button(tom, "I'm ready to go on"))
    button(tom, "I need time to prepare").wait_for()
    company.meeting.passes(50)
    hand.press(button(tom, "I'm done"))
    heading(amina, "You have the floor").wait_for()
    company.meeting.passes(20)
    yield Shown("phone-round-floor", amina, PHONE)
    hand.press(button(amina, "I'm done"))
    text(robin, "Nobody has the floor").wait_for()


def _queue(company: Company) -> Iterator[Shown]:
    """Turns of a minute, asked for in every way; and two who lead press the same key."""
    hand, robin, sana = company.hand, company.robin.page, company.sana.page
    tom, amina = company.tom.page, company.amina.page
    hand.press(button(robin, "Next item"))
    hand.choose(robin.get_by_label("Order"), "Who asked first")
    hand.choose(robin.get_by_label("Time for a turn"), "1 minute each")
    hand.press(button(company.iris.page, "Lena Fox wants to speak"))
    text(company.lena.page, "You are next").wait_for()
    company.meeting.passes(2)
    hand_up(company, "ben")
    company.meeting.passes(2)
    hand_up(company, "chloe")
    company.meeting.passes(2)
    hand.press(button(tom, "I need time to prepare"))
    text(tom, "Your place is kept").wait_for()
    yield Shown("phone-preparing", tom, PHONE)
    hand.press(button(robin, "Close the queue"))
    amina.get_by_text("The queue is closed just now.").wait_for()
    yield Shown("phone-queue-closed", amina, PHONE)
    yield Shown("console-queue-closed", robin, DESK)
    hand.press(button(robin, "Open the queue"))
    button(amina, "Raise my hand").wait_for()
    next_by_key(robin, "Lena")
    heading(company.lena.page, "You have the floor").wait_for()
    text(sana, "Thank Lena, next is Ben").wait_for()
    company.meeting.passes(50)
    company.sanas_news.hold()
    next_by_key(robin, "Ben")
    button(robin, "Thank Ben, next is Chloe").wait_for()
    sana.keyboard.press("n")
    company.sanas_news.let_go()
    sana.get_by_text("That turn already ended: Ben Cole has the floor now.").wait_for()
    button(sana, "Thank Ben, next is Chloe").wait_for()
    yield Shown("console-two-pressed", sana, DESK)


def _in_between(company: Company) -> Iterator[Shown]:
    """Dee puts something right while Ben has the floor; his time stands meanwhile."""
    hand, robin, screen = company.hand, company.robin.page, company.screen.page
    company.meeting.passes(20)
    hand.press(button(robin, "More…"))
    hand.press(button(robin, "Let someone in…"))
    dialog = robin.get_by_role("dialog")
    hand.press(button(dialog, "to put right"))
    yield Shown("console-let-in", robin, DESK)
    hand.press(button(dialog, "Dee Okafor"))
    dialog.wait_for(state="detached")
    button(robin, "Thank Dee, next is Ben").wait_for()
    yield Shown("console-in-between", robin, DESK)
    heading(screen, "Dee Okafor").wait_for()
    yield Shown("screen-in-between", screen, PROJECTOR)
    company.meeting.passes(15)
    hand.press(button(robin, "Thank Dee, next is Ben"))
    button(robin, "Thank Ben, next is Chloe").wait_for()
    company.meeting.passes(60)
    hand.press(button(company.tom.page, "I'm ready now"))
    text(robin, "over 1 minute").wait_for()
    yield Shown("console-over", robin, DESK)
    next_by_key(robin, "Chloe")
    button(robin, "Thank Chloe, next is Tom").wait_for()
    company.meeting.passes(55)
    next_by_key(robin, "Tom")
    heading(company.tom.page, "You have the floor").wait_for()
    company.meeting.passes(40)
    hand.press(button(company.tom.page, "I'm done"))


def _written(company: Company) -> Iterator[Shown]:
    """Tom types what he wants to say, and another time what he wants to know."""
    hand, robin, tom, lena = company.hand, company.robin.page, company.tom.page, company.lena.page
    hand.press(button(tom, "Write instead"))
    hand.write(tom.get_by_label("What you want to say"), WORDS)
    hand.mark(tom.get_by_label("Have it read out when it is my turn"))
    hand.choose(tom.get_by_label("Who reads it out?"), "Lena Fox")
    yield Shown("phone-write", tom, PHONE)
    robin.get_by_role("region", name="Queue").get_by_text("Preparing").first.wait_for()
    hand.press(button(tom, "Put it in the queue"))
    text(tom, "You are next").wait_for()
    yield Shown("phone-written-waits", tom, PHONE)
    button(robin, "Answer what Tom Price wrote").wait_for()
    yield Shown("console-written-waits", robin, DESK)
    robin.keyboard.press("n")
    text(lena, "Please read this out.").wait_for()
    yield Shown("phone-written-read", lena, PHONE)
    text(tom, "Lena Fox reads it out.").wait_for()
    yield Shown("phone-written-floor", tom, PHONE)
    text(company.screen.page, "Lena Fox reads it out.").wait_for()
    yield Shown("screen-written", company.screen.page, PROJECTOR)
    text(robin, "Lena Fox reads it out.").wait_for()
    yield Shown("console-written-floor", robin, DESK)
    company.meeting.passes(30)
    hand.press(button(tom, "I'm done"))
    hand.press(button(tom, "Write instead"))
    hand.write(tom.get_by_label("What you want to say"), "Is the hall warm?")
    hand.mark(tom.get_by_label("I only need an answer"))
    hand.press(button(tom, "Put it in the queue"))
    hand.press(button(robin, "Answer what Tom Price wrote"))
    hand.write(robin.get_by_label("Your answer; everyone reads it"), ANSWER)
    yield Shown("console-written-answer", robin, DESK)
    hand.press(button(robin, "Show both"))
    robin.get_by_role("dialog").wait_for(state="detached")
    hand.press(button(lena, "2 things were said in writing"))
    lena.get_by_text(ANSWER).wait_for()
    yield Shown("phone-written-all", lena, PHONE)
    button(tom, "Raise my hand").wait_for()


def _quiet(company: Company) -> Iterator[Shown]:
    """Amina was not heard since the round: she is asked, alone, and speaks; her network goes meanwhile."""
    hand, robin, amina = company.hand, company.robin.page, company.amina.page
    for name in ("dee", "ben", "chloe"):
        hand_up(company, name)
        next_by_key(robin, name.capitalize())
        button(robin, re.compile(f"^Thank {name.capitalize()}")).wait_for()
        company.meeting.passes(58)
    hand.press(button(robin, "See what could help"))
    hand.press(button(robin, "why?"))
    robin.get_by_text("You see this because Amina has been quiet").wait_for()
    yield Shown("console-quiet", robin, DESK)
    hand.press(button(robin, "Ask privately"))
    heading(amina, "Would you like to add something?").wait_for()
    yield Shown("phone-asked", amina, PHONE)
    hand.press(button(amina, "Speak next"))
    text(amina, "You are next").wait_for()
    next_by_key(robin, "Amina")
    heading(amina, "You have the floor").wait_for()
    company.meeting.passes(50)
    company.amina.cut_off()
    text(amina, "Reconnecting").wait_for()
    hand.press(button(amina, "I'm done"))
    text(amina, "Go on speaking. What you press is sent when we are back.").wait_for()
    yield Shown("phone-floor-lost", amina, PHONE)
    company.amina.reconnect()
    button(amina, "Raise my hand").wait_for()
    text(robin, "Nobody has the floor").wait_for()
    company.meeting.passes(3)
    hand.press(button(robin, "1 earlier"))
    robin.get_by_text("Asked for the floor or spoke within 30 seconds.").wait_for()
    yield Shown("console-quiet-heard", robin, DESK)


def _break(company: Company) -> Iterator[Shown]:
    """Lena has the floor; her turn waits, and goes on after it."""
    hand, robin = company.hand, company.robin.page
    hand.press(button(company.lena.page, "Raise my hand"))
    text(company.lena.page, "You are next").wait_for()
    next_by_key(robin, "Lena")
    heading(company.lena.page, "You have the floor").wait_for()
    company.meeting.passes(20)
    hand.press(button(robin, "Break"))
    button(robin, "End the break").wait_for()
    yield Shown("console-break", robin, DESK)
    company.amina.page.get_by_text("We go on together. Your facilitator says when.").wait_for()
    yield Shown("phone-break", company.amina.page, PHONE)
    heading(company.screen.page, "Break").wait_for()
    yield Shown("screen-break", company.screen.page, PROJECTOR)
    yield Shown("helper-break", company.helper.page, PHONE)
    company.meeting.passes(180)
    hand.press(button(robin, "End the break"))
    text(robin, "Lena Fox").first.wait_for()
    company.meeting.passes(20)


def _groups(company: Company) -> Iterator[Shown]:
    """Into two groups and back; in one Tom speaks, and says what they found. Lena goes on after it."""
    hand, robin, tom = company.hand, company.robin.page, company.tom.page
    hand.press(button(robin, "Groups…"))
    hand.write(robin.get_by_label("How many groups?"), "2")
    yield Shown("console-groups-make", robin, DESK)
    hand.press(button(robin, "Send them off"))
    tom.get_by_role("heading", name="Group ").wait_for()
    hand.press(button(tom, "Raise my hand"))
    text(tom, "You are next").wait_for()
    yield Shown("phone-group-hand", tom, PHONE)
    hand.press(button(tom, "Give the floor to Tom"))
    heading(tom, "You have the floor").wait_for()
    yield Shown("phone-group-floor", tom, PHONE)
    robin.get_by_text("Tom is speaking").wait_for()
    company.meeting.passes(60)
    hand.press(button(tom, "I'm done"))
    hand.press(button(tom, "Talk freely, without a queue"))
    button(tom, "I'm speaking Press when you start").wait_for()
    hand.press(button(tom, "Take turns, with a queue"))
    hand.press(button(tom, "Say what we found"))
    hand.write(tom.get_by_label("What did your group find? All will read it."), FOUND)
    hand.press(button(tom, "Keep it"))
    button(tom, "Change what we found").wait_for()
    hand.press(button(robin, "Call back in 1 minute"))
    tom.get_by_role("timer").filter(has_text="Back together in").wait_for()
    yield Shown("phone-group", tom, PHONE)
    robin.get_by_text(FOUND).wait_for()
    yield Shown("console-groups", robin, DESK)
    company.screen.page.get_by_role("timer").filter(has_text="Back together in").wait_for()
    yield Shown("screen-groups", company.screen.page, PROJECTOR)
    company.meeting.passes(61)
    heading(tom, "What the groups found").wait_for()
    yield Shown("phone-groups-over", tom, PHONE)
    heading(company.lena.page, "You have the floor").wait_for()
    company.meeting.passes(20)
    hand.press(button(company.lena.page, "I'm done"))


def _open(company: Company) -> Iterator[Shown]:
    """Anyone may speak: a helper taps who does, or they say it themselves."""
    hand, robin, helper, tom = company.hand, company.robin.page, company.helper.page, company.tom.page
    hand.press(button(robin, "Next item"))
    heading(company.screen.page, "Anyone may speak").wait_for()
    for name in ("Chloe Marsh", "Dee Okafor"):
        hand.press(button(helper, name))
        text(robin, f"{name.split()[0]} is speaking").wait_for()
        company.meeting.passes(TAPPED_S)
    yield Shown("helper-taps", helper, PHONE)
    yield Shown("console-tapped", robin, DESK)
    hand.press(button(helper, "Nobody is speaking"))
    text(robin, "Nobody is speaking").wait_for()
    hand.press(button(tom, "I'm speaking Press when you start"))
    text(robin, "Tom is speaking").wait_for()
    company.meeting.passes(TAPPED_S)
    hand.press(tom.get_by_role("button", pressed=True))
    text(robin, "Nobody is speaking").wait_for()
    company.meeting.passes(200)
    hand.press(button(robin, "Queue"))
    hand.press(button(robin, "count turns instead"))
    text(robin, "Counted by turns").wait_for()


def _ended(company: Company) -> Iterator[Shown]:
    hand, sana = company.hand, company.sana.page
    hand.press(button(sana, "End…"))
    hand.press(button(sana, "End the meeting"))
    for one in company.devices():
        heading(one.page, "The meeting has ended").wait_for()
    yield Shown("phone-supporter-ended", company.iris.page, PHONE)
    hand.press(company.robin.page.get_by_role("link", name="Read the report"))
    heading(company.robin.page, "Who spoke when").wait_for()
    yield Shown("report-half-hour", company.robin.page, DESK)
    hand.press(company.lena.page.get_by_role("link", name="Read the report"))
    company.lena.page.get_by_text("You have spoken for").wait_for()
    yield Shown("report-half-hour-own", company.lena.page, PHONE)
