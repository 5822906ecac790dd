"""Half an hour in a room, on a call and by telephone at once, from the start page to the report: with mouse
and fingers, held against axe at each step. (By keys alone in `test_half_hour_by_keys`.)
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from scripts.tour.acts import button
from scripts.tour.half_hour import FOUND, WORDS, walked
from scripts.tour.hand import POINTER
from scripts.tour.hybrid_company import Company, gathered
from scripts.tour.server import Server
from tests.browser.barriers import barriers

pytestmark = pytest.mark.browser


def the_floor_is_seen_from_the_next_tab(company: Company) -> None:
    """Whoever looks elsewhere is called by the tab's title."""
    expect(company.amina.page).to_have_title(re.compile("^You have the floor"))


def who_speaks_through_somebody_is_asked_and_not_who_speaks_for_them(company: Company) -> None:
    """In a round an interpreter has no place of their own."""
    assert "You had your turn in this round." not in company.iris.page.inner_text("main")
    expect(button(company.iris.page, "Lena Fox wants to speak")).to_be_visible()


def two_presses_were_one_turn(company: Company) -> None:
    """Both consoles show the same turn, and nobody was passed by."""
    assert company.meeting.reads("floor")["turn"]["participant"] == company.meeting.id_of("Ben Cole")
    expect(button(company.robin.page, "Thank Ben, next is Chloe")).to_be_visible()
    assert "That turn already ended" not in company.robin.page.inner_text("body")


def a_turn_that_was_broken_into_kept_its_time(company: Company) -> None:
    """Dee's 15 seconds are not Ben's."""
    turn = company.meeting.reads("floor")["turn"]
    assert turn["participant"] == company.meeting.id_of("Ben Cole")
    assert company.meeting.now - turn["started_at"] - turn["paused_ms"] == 80_000


def what_waits_is_read_by_who_leads_alone(company: Company) -> None:
    """Until its turn comes nobody else sees what was written."""
    assert WORDS in company.robin.page.inner_text("body")
    for other in (company.amina, company.lena, company.screen, company.helper):
        assert WORDS not in other.page.inner_text("body")


def nobody_else_learns_who_is_quiet(company: Company) -> None:
    """A private question stays private, and who is quiet is named to those who lead."""
    for other in (company.lena, company.tom, company.iris, company.screen, company.helper):
        assert "hasn't spoken" not in other.page.inner_text("body")
        assert "Would you like to add" not in other.page.inner_text("body")


def a_group_gives_its_own_floor(company: Company) -> None:
    """Who is in the other group has nothing to give."""
    mine = company.tom.page.get_by_role("region", name=re.compile("^Group "))
    expect(button(mine, "Give the floor to Tom")).to_be_visible()
    for name, page in (("Amina", company.amina.page), ("Lena", company.lena.page)):
        together = name in mine.inner_text()
        expect(button(page, "Give the floor to Tom")).to_have_count(1 if together else 0)


def the_report_tells_the_half_hour(company: Company) -> None:
    """The agenda beside its plan, what was written and found, and what came of the question."""
    report = company.robin.page.locator("main")
    for words in (
        "6 people met for 29 minutes: 3 in the room, 2 online and 1 on the phone.",
        "All 6 spoke.",
        "2 things were said in writing, by 1 person.",
        "What happened to us 6 minutes of 7 minutes planned, 6 spoke",
        FOUND,
        "10 hands led to a turn: half of them at once, the longest wait was 3 minutes.",
        "1 person was asked privately: 1 spoke or asked for the floor within 3 minutes",
        "Too few others like this to say whether they would have anyway.",
    ):
        expect(report).to_contain_text(words)
    row = report.get_by_role("listitem").filter(has_text="Amina Yusuf, quiet")
    expect(row).to_contain_text("Asked privately. Wanted to speak next.")
    expect(row).to_contain_text("Asked for the floor or spoke within 30 seconds.")
    shares = report.get_by_role("region", name="Beside an even share")
    expect(shares.get_by_role("row", name=re.compile("^Amina"))).to_contain_text("1:10")
    parts = report.get_by_role("region", name="Each part of the agenda")
    expect(parts.get_by_role("row", name=re.compile("^Amina"))).to_contain_text(
        re.compile("0:20 even share 0:5[0-9]")
    )


def nudges_are_not_everybodys_to_read(company: Company) -> None:
    """Nor who was asked."""
    own = company.lena.page
    assert own.get_by_role("region", name="Nudges").count() == 0
    assert "asked privately" not in own.inner_text("main")
    expect(own.locator("main")).to_contain_text("You have spoken for 3 minutes, 3 times.")


CLAIMS: dict[str, Callable[[Company], None]] = {
    "phone-round-floor": the_floor_is_seen_from_the_next_tab,
    "phone-supporter": who_speaks_through_somebody_is_asked_and_not_who_speaks_for_them,
    "console-two-pressed": two_presses_were_one_turn,
    "console-over": a_turn_that_was_broken_into_kept_its_time,
    "console-written-waits": what_waits_is_read_by_who_leads_alone,
    "phone-asked": nobody_else_learns_who_is_quiet,
    "phone-group-hand": a_group_gives_its_own_floor,
    "report-half-hour": the_report_tells_the_half_hour,
    "report-half-hour-own": nudges_are_not_everybodys_to_read,
}


def walk_through(company: Company, *, looking: bool) -> list[str]:
    """The half hour with its claims; what keeps somebody out of its screens, if one looks for that."""
    found: list[str] = []
    left = dict(CLAIMS)
    for shown in walked(company):
        found += barriers(shown) if looking else []
        if shown.name in left:
            left.pop(shown.name)(company)
    assert not left, "each claim has its step"
    for one in company.devices():
        one.close()
    assert [complaint for one in company.devices() for complaint in one.complaints] == []
    return found


def test_half_an_hour_in_a_room_on_a_call_and_by_telephone_is_led_to_its_report_and_keeps_nobody_out(
    server: Server, browser: Browser
) -> None:
    found = walk_through(gathered(browser, server, POINTER), looking=True)
    assert not found, "\n".join(found)
