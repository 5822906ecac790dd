"""What the nudges look like that are about no quiet voice: to facilitators, and as a note to one person."""

from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from scripts.tour.acts import button, close_dialog, text
from scripts.tour.meeting import SEATED, Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE, Shown
from scripts.tour.stage import facilitator, participant


def nudged(browser: Browser, server: Server) -> Iterator[Shown]:
    """Two meetings, in which everything happens that somebody should notice."""
    yield from _waiting(browser, Meeting(server.api, "Bus stops: who waits", SEATED[:6]))
    yield from _lasting(browser, Meeting(server.api, "Bus stops: what lasts", SEATED[:6]))


def _waiting(browser: Browser, meeting: Meeting) -> Iterator[Shown]:
    """Silence, somebody cut off, an item over its time, a hand that waits, and a long turn."""
    robin = facilitator(browser, meeting)
    guest = participant(browser, meeting, "Lena Fox", "Online")
    page, lena = robin.page, guest.page
    meeting.do("mode.set", mode="open")
    meeting.do("session.open")
    meeting.do("coverage.set", source="api", on=True)
    meeting.passes(21)
    button(page, "See what could help").click()
    yield _card(page, "dead_air", "It has been quiet")
    meeting.passes(90)
    for _ in range(4):
        meeting.cuts_off("Dee Okafor", "Ravi Nair")
    meeting.passes(11)
    yield _card(page, "interrupted", "has not been able to finish")
    meeting.do("agenda.set", lines=["4 Welcome (queue)", "40 What makes waiting hard?", "10 Next steps"])
    meeting.do("item.next")
    meeting.passes(242)
    yield _card(page, "agenda_over", "is past its time")
    button(page, "Move on").click()
    meeting.do("limit.set", limit_ms=60_000)
    meeting.gives_floor("Amina Yusuf")
    button(lena, "Raise my hand").click()
    text(lena, "You are next").wait_for()
    meeting.passes(602)
    yield _card(page, "hand_waiting", "has been waiting to speak")
    meeting.gives_floor("Lena Fox")
    meeting.passes(62)
    button(lena, "Open").click()
    lena.get_by_text("Is this a good place to stop").wait_for()
    yield Shown("phone-note-long_turn", lena, PHONE)
    robin.close()
    guest.close()


def _lasting(browser: Browser, meeting: Meeting) -> Iterator[Shown]:
    """Facilitators who talk a lot, people online who are hardly heard, a break that is due; and how it is all
    set."""
    robin = facilitator(browser, meeting)
    page = robin.page
    for name in SEATED[3:6]:
        meeting.do("participant.move", participant=meeting.id_of(name), place="remote")
    meeting.do("mode.set", mode="open")
    meeting.do("session.open")
    meeting.do("coverage.set", source="api", on=True)
    for kind in ("quiet_voice", "dead_air"):
        meeting.do("nudges.mute", kind=kind)
    spoken = (*((one, 14) for one in SEATED[:3]), ("Robin Achterberg", 22))
    for name, seconds in spoken * 10:
        meeting.speaks(name, seconds)
    button(page, "See what could help").click()
    yield _card(page, "group_unheard", "have hardly been heard")
    for name, seconds in spoken:
        meeting.speaks(name, seconds)
    yield _card(page, "chair_talk", "You who facilitate")
    meeting.passes(34 * 60)
    meeting.speaks(SEATED[0], 60)
    yield _card(page, "break_due", "without a break")
    button(page, "Set nudges").click()
    page.get_by_role("dialog").wait_for()
    yield Shown("console-nudging", page, DESK)
    close_dialog(page)
    robin.close()


def _card(page: Page, kind: str, words: str) -> Shown:
    """The card of a kind, with its figures."""
    page.locator(".nudge-card").get_by_text(words).wait_for()
    button(page, "why?").click()
    return Shown(f"console-nudge-{kind}", page, DESK, (DESK,))
