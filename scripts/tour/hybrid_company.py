"""Who meets in a room, on a call and by telephone at once: two facilitators, six who take part, a helper."""

import json
import time
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, Route, WebSocketRoute

from scripts.tour.acts import button, close_dialog, device_links, heading, text
from scripts.tour.chromium import Device, device
from scripts.tour.hand import Hand
from scripts.tour.meeting import Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE
from scripts.tour.stage import PROJECTOR, facilitator, participant

SEATED = "Ben Cole (phone)\nChloe Marsh\nDee Okafor"
"""Nobody of them has a device: one is on the telephone, two sit in the room."""


class SlowNews:
    """The way of a page to the server and back, on which what the server says can be held up."""

    def __init__(self, of: Device) -> None:
        self._held: list[str | bytes] | None = None
        self._page: WebSocketRoute | None = None
        of.page.route_web_socket("**/live", self._joined)
        of.altered = True

    def hold(self) -> None:
        """What happens from now on, the page does not hear of."""
        self._held = []

    def let_go(self) -> None:
        """The page hears what it missed."""
        held, self._held = self._held or [], None
        assert self._page is not None, "the page follows a meeting"
        for one in held:
            self._page.send(one)

    def _joined(self, page: WebSocketRoute) -> None:
        self._page = page
        server = page.connect_to_server()
        server.on_message(self._said)

    def _said(self, frame: str | bytes) -> None:
        assert self._page is not None, "the server answers a page"
        if self._held is None:
            self._page.send(frame)
        else:
            self._held.append(frame)


@dataclass(frozen=True)
class Company:
    """Everybody who has a device, and how they work it."""

    meeting: Meeting
    hand: Hand
    robin: Device
    sana: Device
    sanas_news: SlowNews
    screen: Device
    helper: Device
    amina: Device
    lena: Device
    iris: Device
    tom: Device

    def devices(self) -> tuple[Device, ...]:
        """All of them."""
        return (
            self.robin,
            self.sana,
            self.screen,
            self.helper,
            self.amina,
            self.lena,
            self.iris,
            self.tom,
        )

    def taking_part(self) -> tuple[Page, ...]:
        """The pages of those who take part, and of who speaks for one of them."""
        return (self.amina.page, self.lena.page, self.tom.page, self.iris.page)


def founded(page: Page, server: Server, hand: Hand) -> Meeting:
    """A room made on the start page, and its facilitator at the console. Its clock is driven: no screen has
    that, it is for programs.
    """
    start_at = time.time_ns() // 1_000_000

    def with_clock(route: Route) -> None:
        body = json.loads(route.request.post_data or "{}")
        clock = {"kind": "driven", "start_at": start_at, "rate": 1}
        route.continue_(post_data=json.dumps({**body, "clock": clock}))

    page.route("**/api/v1/rooms", with_clock)
    page.goto(server.url)
    hand.press(page.get_by_role("link", name="New room"))
    hand.write(page.get_by_label("What is the meeting about?"), "Bus stop redesign")
    with page.expect_response("**/api/v1/rooms") as made:
        hand.press(button(page, "Make the room"))
    meeting = Meeting(server.api, "Bus stop redesign", made=(start_at, made.value.json()))
    hand.write(page.get_by_label("What should we call you?"), "Robin Achterberg")
    hand.press(button(page, "Go in"))
    heading(page, "Ready to start?").wait_for()
    return meeting


def gathered(browser: Browser, server: Server, hand: Hand) -> Company:
    """From the start page to eight devices on which people wait for the start."""
    robin = device(browser, *DESK)
    meeting = founded(robin.page, server, hand)
    text(robin.page, meeting.code).first.wait_for()
    hand.press(button(robin.page, "Seat people"))
    hand.write(robin.page.get_by_label("Names, one a line"), SEATED)
    hand.press(button(robin.page, "Seat 3 people"))
    robin.page.get_by_role("dialog").wait_for(state="detached")
    sana = device(browser, *DESK)
    news = SlowNews(sana)
    facilitator(browser, meeting, "Sana Iqbal", on=sana)
    links = device_links(robin.page, hand)
    close_dialog(robin.page)
    screen, helper = device(browser, *PROJECTOR), device(browser, *PHONE, touch=True)
    for one, link in zip((screen, helper), links, strict=True):
        one.page.goto(link)
    return Company(
        meeting=meeting,
        hand=hand,
        robin=robin,
        sana=sana,
        sanas_news=news,
        screen=screen,
        helper=helper,
        amina=participant(browser, meeting, "Amina Yusuf", "Online"),
        lena=participant(browser, meeting, "Lena Fox", "Online"),
        iris=participant(browser, meeting, "Iris Berg", "Online"),
        tom=participant(browser, meeting, "Tom Price", "In the room"),
    )
