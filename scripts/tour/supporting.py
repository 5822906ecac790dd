"""A supporter's phone: writing, scoring and answering for whom it is."""

from collections.abc import Iterator

from playwright.sync_api import Browser, expect

from scripts.tour.acts import button, heading, text
from scripts.tour.meeting import Meeting
from scripts.tour.server import Server
from scripts.tour.shown import PHONE, Shown
from scripts.tour.stage import participant

SEATED = ("Ben Cole", "Amina Yusuf")
RAMP = "A ramp beside the steps."


def supporting(browser: Browser, server: Server) -> Iterator[Shown]:
    """Ben has no device here, and Sam is there for him."""
    meeting = Meeting(server.api, "Bus stop redesign", SEATED)
    sam = participant(browser, meeting, "Sam Ito", "In the room")
    phone = sam.page
    ben, amina, supporter = (meeting.id_of(name) for name in (*SEATED, "Sam Ito"))
    meeting.do("participant.set_role", participant=supporter, role="supporter")
    meeting.do("card.set", participant=ben, supporter=supporter)
    meeting.do("session.open")
    meeting.do("idea.collect", asks="What would be easier, and for whom?")
    button(phone, "Write an idea for Ben Cole").tap()
    text(phone, "You are here for Ben Cole").wait_for()
    button(phone, "I have an idea, and no need").tap()
    phone.get_by_label("What would we do?").fill(RAMP)
    button(phone, "Put it in").tap()
    expect(phone.get_by_role("list")).to_contain_text(f"An idea. {RAMP} for Ben Cole")
    yield Shown("phone-support-write", phone, PHONE)
    for who, words in ((amina, "A bench at each stop."), (None, "A clock.")):
        whose = {"participant": who} if who else {"paper": True}
        meeting.do("idea.write", what="proposal", text=words, **whose)
    meeting.do("idea.publish", collection=meeting.reads("ideas")["collecting"]["id"])
    ideas = meeting.reads("ideas")
    ramp = next(each for each, one in ideas["by_id"].items() if one["text"] == RAMP)
    meeting.do("score.open", ideas=[ramp])
    asked = meeting.reads("scores")["open"]["id"]
    button(phone, "Score the ideas for Ben Cole").tap()
    for words in ("Yes", "Mostly yes", "Can’t say", "In between"):
        phone.get_by_role("radio", name=words, exact=True).tap()
        if words == "In between":
            yield Shown("phone-support-score", phone, PHONE)
        button(phone, "Next question").tap()
    heading(phone, "Your answers are in").wait_for()
    assert meeting.reads("scores")["open"]["answered"] == 1
    meeting.do("score.close", round=asked)
    phone.get_by_role("button", name="Read the ideas").tap()
    phone.get_by_role("button", name=RAMP).tap()
    button(phone, "Ben Cole lets their name stand beside it").tap()
    text(phone, "From Ben Cole, who says so.").wait_for()
    yield Shown("phone-support-signed", phone, PHONE)
    button(phone, "Back to the meeting").tap()
    meeting.do("check.open", what="fist", asks="Shall we build it?")
    button(phone, "Send what Ben Cole answers").tap()
    phone.get_by_role("radio", name="4").tap()
    button(phone, "Send my answer").tap()
    text(
        phone, "It is in, for Ben Cole. It counts once. You can send it anew until all see the result."
    ).wait_for()
    meeting.do("resistance.open", ideas=[ramp])
    button(phone, "Say how hard it would be for Ben Cole").tap()
    yield Shown("phone-support-hard", phone, PHONE)
    for words in ("Next", "Send my answer"):
        phone.get_by_role("radio", name="2", exact=True).tap()
        button(phone, words).tap()
    button(phone, "Say how hard it would be for Ben Cole").wait_for()
    yield Shown("phone-support", phone, PHONE)
    assert [meeting.reads(part)["open"]["answered"] for part in ("checks", "resistance")] == [1, 1]
    sam.close()
