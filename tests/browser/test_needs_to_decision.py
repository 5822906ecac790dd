"""Eight people go from needs to a decision, each in their own way: on phones, at a computer, with keys alone,
on a device that is handed round, on paper. Nothing keeps anybody out, and the ledger shows the price.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.tour.acts import button
from scripts.tour.eight_people import Eight, eight_people
from scripts.tour.needs_to_decision import (
    ANSWERED,
    BENCH,
    CAME,
    COULD,
    DISSENT,
    LATE,
    ON_PAPER_TOO,
    PRINT,
    REASON,
    SHELTER,
    WORRY,
    decided,
)
from scripts.tour.path import step
from scripts.tour.server import Server
from scripts.tour.shown import PHONE
from tests.browser.barriers import barriers
from tests.browser.keyboard import Keys

pytestmark = pytest.mark.browser


def fits(page: Page) -> None:
    """Nothing has to be pushed sideways on a phone."""
    before = page.viewport_size
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    if before is not None:
        page.set_viewport_size(before)


def what_is_typed_stays_when_the_device_is_turned(eight: Eight) -> None:
    """And what was opened stays open; also when another step is looked at meanwhile."""
    page = eight.robin.page
    field = page.get_by_label("Explain it, or say why we go on without")
    field.fill("Half of an answer")
    card = page.get_by_label("What does it say?")
    page.get_by_text("Type a card for somebody").click()
    fits(page)
    expect(card).to_be_visible()
    step(page, "Check")
    step(page, "What we know")
    expect(field).to_have_value("Half of an answer")


def of_two_fast_presses_both_count(eight: Eight) -> None:
    """The second one does not wait until the first is answered."""
    page = eight.robin.page
    for left in ("1", "3"):
        # Both in one go, as no hand can: before anything is drawn anew.
        boxes = page.locator(".needs > li > label input")
        boxes.evaluate_all("(found) => found.slice(0, 2).forEach((one) => one.click())")
        expect(page.get_by_text(f"{left} of at most 7 chosen to score")).to_be_visible()


def what_is_written_is_its_authors_alone(eight: Eight) -> None:
    """Until all is shown."""
    for other in (eight.robin, eight.screen, eight.helper, eight.lena, eight.joan, eight.kit):
        assert BENCH not in other.page.inner_text("body")


def a_worry_has_no_name(eight: Eight) -> None:
    """It stands below the idea, which its author knows for theirs, and nobody else."""
    assert "Lena" not in eight.tom.page.inner_text("main")
    assert "You wrote this." not in eight.lena.page.inner_text("main")


def who_stops_goes_on_where_they_were(eight: Eight) -> None:
    """At the second question; and a reason is nobody's to read yet."""
    expect(eight.tom.page.locator("main")).to_contain_text("Idea 1 of 3, question 2 of 4")
    for other in (eight.robin, eight.lena, eight.joan):
        assert REASON not in other.page.inner_text("body")


def too_few_answers_say_nothing(eight: Eight) -> None:
    """One of eight had answered. What was opened is closed again: it would stay open in the next results."""
    first = eight.robin.page.locator(".ranking button").first
    first.click()
    row = eight.robin.page.get_by_role("listitem").filter(has_text="Does it fit the need?")
    expect(row).to_contain_text("too few to say")
    first.click()
    expect(first).to_have_attribute("aria-expanded", "false")


def a_second_time_begins_with_nothing(eight: Eight) -> None:
    """What one said the first time is not there to be repeated."""
    expect(eight.tom.page.get_by_role("radio", name="Mostly yes")).not_to_be_checked()


def no_result_is_seen_before_all(eight: Eight) -> None:
    """Not even by who leads."""
    for page, _ in eight.by_themselves():
        assert page.get_by_role("button", name=re.compile("^See what the scores say")).count() == 0
    expect(eight.robin.page.get_by_text("Mostly yes: ")).to_have_count(0)


def all_see_the_same_and_nobodys_name(eight: Eight) -> None:
    """The distribution, from everybody who was asked."""
    for page in (eight.robin.page, eight.tom.page, eight.joan.page):
        expect(page.locator("main")).to_contain_text("8 of 8 people answered.")
        live_with = page.get_by_role("listitem").filter(has_text="Could I live with it?").first
        picture = live_with.get_by_role("img").first
        expect(picture).to_have_accessible_name(re.compile("(Yes|Mostly yes|In between): 8|and Yes: 8"))
        assert "Tom Price" not in page.inner_text(".result")
    expect(eight.robin.page.get_by_text("Scored 2 times").first).to_be_visible()


def nothing_is_left_on_a_device_that_is_handed_on(eight: Eight) -> None:
    """Neither a choice nor a word."""
    page = eight.robin.page
    assert page.get_by_role("radio").count() == 0
    assert "Nothing stops me" not in page.inner_text("body")


def fewer_than_three_papers_are_not_counted(eight: Eight) -> None:
    """Two would show whose they are."""
    paper = eight.robin.page.get_by_role("dialog")
    field = paper.get_by_label("Nothing stops me")
    field.fill("2")
    expect(paper).to_contain_text("Count three or more together.")
    expect(button(paper, "Add these answers")).to_be_disabled()
    field.fill("3")


def the_ledger_shows_what_was_given_up(eight: Eight) -> None:
    """Beside what, who bears it, and what nobody said; with the dissent, and a risk that has an owner."""
    page = eight.robin.page
    record = page.locator(".record").first
    for option in (BENCH, PRINT, SHELTER, "Nothing changes"):
        expect(record.locator(".record-beside thead")).to_contain_text(option)
    given_up = record.locator(".record-table tbody tr")
    expect(given_up.filter(has_text="Eight stops get nothing this year")).to_contain_text(
        "People at Mill Lane"
    )
    expect(given_up.filter(has_text="Sheltered waiting for all")).to_contain_text("We don’t know")
    expect(given_up.last).to_contain_text("Not said yet. This point is open.")
    expect(record).to_contain_text(DISSENT)
    expect(record).to_contain_text(ON_PAPER_TOO)
    expect(record).to_contain_text(f"Name not shown. Could come along with: {COULD}")
    risk = record.locator(".record-risks tbody tr")
    expect(risk).to_contain_text(WORRY)
    expect(risk).to_contain_text("Dee Okafor")
    expect(page.get_by_text(re.compile("^Agreed, with [0-9]+ open points")).first).to_be_visible()


def a_late_word_stands_with_its_answer(eight: Eight) -> None:
    """In the record that was accepted without it."""
    page = eight.robin.page
    expect(page.locator(".record").first).to_contain_text(LATE)
    expect(page.locator(".record").first).to_contain_text(f"Answer: {ANSWERED}")


def the_public_page_names_nobody(eight: Eight) -> None:
    """Each need with what came of it; Dee owns a risk and a need, and did not say that all may read it."""
    page = eight.screen.page
    for need, came, why in CAME:
        expect(page.get_by_role("listitem").filter(has_text=need)).to_contain_text(f"{came} {why}")
    expect(page.locator("main")).to_contain_text(DISSENT)
    said = page.locator("main").inner_text()
    for name in ("Dee", "Okafor", "Tom Price", "Lena Fox", "Robin", "Amina"):
        assert name not in said
    assert "#" not in page.url
    fits(page)


def the_report_tells_the_decision(eight: Eight) -> None:
    """To who took part, too."""
    page = eight.lena.page
    expect(page.locator("main")).to_contain_text("You said, we did")
    fits(page)


CLAIMS: dict[str, Callable[[Eight], None]] = {
    "eight-know": what_is_typed_stays_when_the_device_is_turned,
    "eight-chosen": of_two_fast_presses_both_count,
    "eight-written": what_is_written_is_its_authors_alone,
    "eight-own-idea": a_worry_has_no_name,
    "eight-stopped": who_stops_goes_on_where_they_were,
    "eight-too-early": too_few_answers_say_nothing,
    "eight-again": a_second_time_begins_with_nothing,
    "eight-before-results": no_result_is_seen_before_all,
    "eight-results-seen": all_see_the_same_and_nobodys_name,
    "eight-handed": nothing_is_left_on_a_device_that_is_handed_on,
    "eight-on-paper": fewer_than_three_papers_are_not_counted,
    "eight-dissent": lambda eight: fits(eight.tom.page),
    "eight-decided": the_ledger_shows_what_was_given_up,
    "eight-needs-told": a_late_word_stands_with_its_answer,
    "eight-you-said": the_public_page_names_nobody,
    "eight-report": the_report_tells_the_decision,
}


def test_eight_people_go_from_needs_to_a_decision_whose_ledger_shows_its_price(
    server: Server, browser: Browser
) -> None:
    eight = eight_people(browser, server, Keys())
    found: list[str] = []
    left = dict(CLAIMS)
    for shown in decided(eight):
        found += barriers(shown)
        if shown.name in left:
            left.pop(shown.name)(eight)
    assert not left, "each claim has its step"
    for one in eight.devices():
        one.close()
    assert [complaint for one in eight.devices() for complaint in one.complaints] == []
    assert not found, "\n".join(found)
