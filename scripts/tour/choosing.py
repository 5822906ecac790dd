"""More ideas than can be scored: everybody chooses, and the seven that were chosen most are the list."""

from collections.abc import Iterator

from playwright.sync_api import Browser, expect

from scripts.tour.acts import button, heading, text
from scripts.tour.meeting import Meeting
from scripts.tour.path import step
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE, Shown
from scripts.tour.stage import PROJECTOR, devices, facilitator, participant

SEATED = ("Amina Yusuf", "Ben Cole", "Chloe Marsh")
IDEAS = (
    "A bench at each stop",
    "A timetable that you can hear",
    "Buses until eleven",
    "A roof at each stop",
    "Light at night",
    "A shared taxi after midnight",
    "A lower kerb",
    "A telephone line that says when the bus comes",
    "Drivers who wait for who runs",
)


def choosing(browser: Browser, server: Server) -> Iterator[Shown]:
    """Nine ideas, three people without a device and one with a phone."""
    meeting = Meeting(server.api, "Bus stop redesign", SEATED)
    robin = facilitator(browser, meeting)
    screen, helper = devices(browser, robin)
    tom = participant(browser, meeting, "Tom Price", "In the room")
    console, phone = robin.page, tom.page
    seated = [meeting.id_of(name) for name in SEATED]
    meeting.do("session.open")
    meeting.do("idea.collect", asks="What would be easier, and for whom?")
    for number, idea in enumerate(IDEAS):
        meeting.do("idea.write", what="proposal", text=idea, participant=seated[number % 3])
    meeting.do("idea.publish", collection=meeting.reads("ideas")["collecting"]["id"])
    step(console, "Talk and choose")
    yield Shown("path-choose-many", console, DESK)
    button(console, "Let everybody choose").click()
    button(phone, "Choose what to talk about").tap()
    for idea in (IDEAS[0], IDEAS[2], IDEAS[7]):
        phone.get_by_role("checkbox", name=idea).check()
    expect(phone.get_by_role("checkbox", name=IDEAS[1])).to_be_disabled()
    yield Shown("phone-pick", phone, PHONE)
    button(phone, "Send my answer").tap()
    heading(phone, "Your choice is in.").wait_for()
    yield Shown("phone-pick-in", phone, PHONE)
    text(screen.page, "Which should we talk about?").wait_for()
    yield Shown("screen-pick", screen.page, PROJECTOR)
    ideas = {one["text"]: each for each, one in meeting.reads("ideas")["by_id"].items()}
    pick = meeting.reads("picks")["open"]["id"]
    for who, marks in zip(seated, ((0, 1, 2), (0, 1, 3), (0, 4, 5)), strict=True):
        meeting.do("pick.give", pick=pick, participant=who, ideas=[ideas[IDEAS[n]] for n in marks])
    console.get_by_role("status").filter(has_text="4 of 4 have answered").wait_for()
    yield Shown("path-choose-open", console, DESK)
    button(console, "Close and show the result").click()
    # Bench 4, timetable 2, late buses 2; roof, light, taxi and telephone 1 each share the last four places.
    text(console, "7 of at most 7 chosen to score").wait_for()
    console.get_by_text("7 ideas were chosen most. They are on the list to score.").wait_for()
    yield Shown("path-choose-result", console, DESK)
    button(phone, "OK, I've seen it").wait_for()
    yield Shown("phone-pick-result", phone, PHONE)
    screen.page.get_by_text("7 ideas were chosen most.").wait_for()
    yield Shown("screen-pick-result", screen.page, PROJECTOR)
    for one in (robin, screen, helper, tom):
        one.close()
