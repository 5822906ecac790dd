"""Writing instead of speaking: on the phone, in the queue, on the floor, and all of it afterwards."""

from collections.abc import Iterator

from playwright.sync_api import Browser

from scripts.tour.acts import button, text
from scripts.tour.meeting import Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE, Shown
from scripts.tour.stage import PROJECTOR, devices, facilitator, participant

WORDS = (
    "After nine the bus is full, and the next one comes an hour later. I walk home then, along the main road."
)


def written(browser: Browser, server: Server) -> Iterator[Shown]:
    """A meeting of its own."""
    meeting = Meeting(server.api, "Bus stop redesign", ("Amina Yusuf", "Ben Cole"))
    robin = facilitator(browser, meeting)
    screen, helper = devices(browser, robin)
    tom = participant(browser, meeting, "Tom Price", "Online")
    console, phone = robin.page, tom.page
    meeting.do("session.open")
    button(phone, "Write instead").click()
    phone.get_by_label("What you want to say").fill(WORDS)
    phone.get_by_label("Have it read out when it is my turn").check()
    phone.get_by_label("Who reads it out?").select_option("Amina Yusuf")
    yield Shown("phone-write", phone, PHONE)
    button(phone, "Put it in the queue").click()
    text(phone, "You are next").wait_for()
    yield Shown("phone-written-waits", phone, PHONE)
    button(console, "Answer what Tom Price wrote").wait_for()
    yield Shown("console-written-waits", console, DESK)
    button(console, "Answer what Tom Price wrote").click()
    yield Shown("console-written-answer", console, DESK)
    console.keyboard.press("Escape")
    console.keyboard.press("n")
    text(phone, "Amina Yusuf reads it out.").wait_for()
    yield Shown("phone-written-floor", phone, PHONE)
    text(screen.page, "Amina Yusuf reads it out.").wait_for()
    yield Shown("screen-written", screen.page, PROJECTOR)
    text(console, "Amina Yusuf reads it out.").wait_for()
    yield Shown("console-written-floor", console, DESK)
    meeting.ends_turn()
    button(phone, "1 thing was said in writing").click()
    yield Shown("phone-written-all", phone, PHONE)
    for one in (robin, screen, helper, tom):
        one.close()
