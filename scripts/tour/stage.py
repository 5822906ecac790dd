"""A meeting with everybody on their own device: facilitator, participants, shared screen, helper."""

from dataclasses import dataclass

from playwright.sync_api import Browser

from scripts.tour.acts import close_dialog, come_in_as_facilitator, device_links, join
from scripts.tour.chromium import Device, device
from scripts.tour.meeting import Meeting
from scripts.tour.shown import DESK, PHONE

PROJECTOR = (1280, 720)


@dataclass(frozen=True)
class Stage:
    """Who sits before which screen."""

    meeting: Meeting
    console: Device
    screen: Device
    helper: Device
    tom: Device
    lena: Device
    kit: Device


def facilitator(
    browser: Browser, meeting: Meeting, name: str = "Robin Achterberg", *, on: Device | None = None
) -> Device:
    """A facilitator at the console, on a new device or on this one."""
    made = on or device(browser, *DESK)
    come_in_as_facilitator(made.page, meeting.facilitator_link, name)
    return made


def participant(browser: Browser, meeting: Meeting, name: str, place: str) -> Device:
    """Somebody on a phone."""
    made = device(browser, *PHONE, touch=True)
    join(made.page, meeting.join_link, name, place)
    return made


def devices(browser: Browser, console: Device) -> tuple[Device, Device]:
    """A shared screen and a helper's phone, let in from the console."""
    links = device_links(console.page)
    close_dialog(console.page)
    screen, helper = device(browser, *PROJECTOR), device(browser, *PHONE, touch=True)
    for one, link in zip((screen, helper), links, strict=True):
        one.page.goto(link)
    return screen, helper


def gathered(browser: Browser, meeting: Meeting) -> Stage:
    """Everybody has come in, and waits."""
    console = facilitator(browser, meeting)
    screen, helper = devices(browser, console)
    return Stage(
        meeting=meeting,
        console=console,
        screen=screen,
        helper=helper,
        tom=participant(browser, meeting, "Tom Price", "In the room"),
        lena=participant(browser, meeting, "Lena Fox", "Online"),
        kit=participant(browser, meeting, "Kit Lowe", "On the phone"),
    )
