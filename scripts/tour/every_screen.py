"""The whole tour, in the order in which it is walked. Tests walk the two halves and the three stories after
them, each in a file of its own.
"""

from collections.abc import Iterator

from playwright.sync_api import Browser

from scripts.tour.after import after
from scripts.tour.before import before
from scripts.tour.choosing import choosing
from scripts.tour.concerns import concerns
from scripts.tour.decision import decision
from scripts.tour.doors import doors
from scripts.tour.half_hour import half_hour
from scripts.tour.helping import helping
from scripts.tour.leading import leading
from scripts.tour.locked import locked
from scripts.tour.meeting import SEATED, Meeting
from scripts.tour.needs_to_decision import needs_to_decision
from scripts.tour.nudged import nudged
from scripts.tour.path import path
from scripts.tour.perspectives import perspectives
from scripts.tour.server import Server
from scripts.tour.shown import Shown
from scripts.tour.stage import gathered
from scripts.tour.standing import standing
from scripts.tour.supporting import supporting
from scripts.tour.under_way import dialogs, lost, open_talk, own_ways, queue_and_nudges, turns


def every_screen(browser: Browser, server: Server) -> Iterator[Shown]:
    """Each page in each of its states. A page is good until the next one is asked for."""
    yield from first_half(browser, server)
    yield from second_half(browser, server)
    yield from half_hour(browser, server)
    yield from needs_to_decision(browser, server)
    yield from decision(browser, server)


def first_half(browser: Browser, server: Server) -> Iterator[Shown]:
    """A meeting, from its door to its report."""
    yield from doors(browser, server)
    yield from before(browser, server)
    stage = gathered(browser, Meeting(server.api, "Bus stop redesign", SEATED))
    yield from turns(stage)
    yield from queue_and_nudges(stage)
    yield from dialogs(stage)
    yield from own_ways(stage)
    yield from helping(stage, browser)
    yield from concerns(stage, browser)
    yield from locked(stage, browser)
    yield from open_talk(stage)
    yield from lost(stage)
    yield from after(stage, server)
    yield from nudged(browser, server)


def second_half(browser: Browser, server: Server) -> Iterator[Shown]:
    """What a group does on the way to a decision."""
    yield from path(browser, server)
    yield from choosing(browser, server)
    yield from perspectives(browser, server)
    yield from standing(browser, server)
    yield from supporting(browser, server)
    yield from decision(browser, server)
    yield from leading(browser, server)
