"""A decision on real screens: what was given up, dissent, an owned risk, a late word, a public page."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.tour.decision import BENCH, DECIDED, NEED, PRINT, SHELTER, decision
from scripts.tour.server import Server
from scripts.tour.shown import PHONE
from tests.browser.barriers import barriers

pytestmark = pytest.mark.browser

DISSENT = "Six stops is a trial, not a promise. My stop isn't on the list."
LATE = "A voice that speaks at night wakes those who live there."


def fits(page: Page) -> None:
    """Nothing has to be pushed sideways on a phone."""
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def reads_as_text(page: Page) -> None:
    """What was decided stands in the Markdown, and no two words run into each other."""
    with page.expect_download() as download:
        page.get_by_role("button", name="As text (Markdown)").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert f"\n### {DECIDED}\n\n4 of 4 agreed. Agreed, with 5 open points." in text
    assert "- Does it fit the need? 4 answered" in text
    assert re.findall(r"\w*(?:[a-z?]|[a-z][.])[A-Z0-9]\w*", text) == []


def fits_on_paper(page: Page) -> None:
    """A sheet of A4 less the browser's margins; what is wider is cut off by the printer."""
    page.set_viewport_size({"width": 718, "height": 1000})
    page.emulate_media(media="print")
    for table in page.locator(".record table").all():
        assert table.evaluate("(table) => table.getBoundingClientRect().right") <= 718
    page.emulate_media(media="screen")


def test_a_ledger_shows_what_was_given_up_who_disagreed_and_who_looks_after_it(
    server: Server, browser: Browser
) -> None:
    seen, keeps_out = set(), list[str]()
    for shown in decision(browser, server):
        page = shown.page
        keeps_out += barriers(shown)
        seen.add(shown.name)
        if shown.name == "path-decided":
            record = page.locator(".record").first
            page.get_by_text("Read the whole record").click()
            for option in (BENCH, PRINT, SHELTER, "Nothing changes"):
                expect(record.locator(".record-beside thead")).to_contain_text(option)
            given_up = record.locator(".record-table tbody tr")
            expect(given_up).to_have_count(4)
            expect(given_up.nth(1)).to_contain_text("Eight stops get nothing this year")
            expect(given_up.nth(1)).to_contain_text("People at Mill Lane")
            expect(given_up.nth(2)).to_contain_text("We don’t know")
            expect(given_up.nth(3)).to_contain_text("Not said yet. This point is open.")
            expect(record).to_contain_text(DISSENT)
            expect(record).to_contain_text(
                "Name not shown. Could come along with: The next eight have a date"
            )
            risk = record.locator(".record-risks tbody tr")
            expect(risk).to_contain_text("Upkeep unpaid after year one")
            expect(risk).to_contain_text("Dee Okafor")
            expect(page.get_by_text("Agreed, with 5 open points.").first).to_be_visible()
        if shown.name == "path-said":
            # The late objection was answered, and stands in the record with its answer.
            page.get_by_text("Read the whole record").click()
            expect(page.locator(".record")).to_contain_text(LATE)
            expect(page.locator(".record")).to_contain_text(
                "Answer: It is silent from ten in the evening on."
            )
        if shown.name == "phone-decide":
            fits(page)
        if shown.name == "you-said":
            # No name stands here that nobody released: Dee owns a risk and a need.
            expect(page.locator("main")).to_contain_text(NEED)
            expect(page.locator("main")).to_contain_text("Taken up. Six stops this year")
            expect(page.locator("main")).to_contain_text(DISSENT)
            for name in ("Dee", "Okafor", "Tom Price", "Lena Fox", "Robin"):
                assert name not in page.locator("main").inner_text()
            assert "#" not in page.url
            fits(page)
        if shown.name == "path-again":
            # Who leads the next meeting reads who disagreed, too, and that the range of how sure people were
            # is of too few to be shown.
            expect(page.locator(".record")).to_contain_text(DISSENT)
            expect(page.get_by_text("From meeting 1 of this room.").first).to_be_visible()
        if shown.name == "you-said-again":
            expect(page.locator("main")).to_contain_text("Worse than we hoped")
        if shown.name == "report-decisions":
            expect(page.locator(".record-title")).to_have_text(DECIDED)
            expect(page.locator("main")).to_contain_text("You said, we did")
            summary = page.locator(".report-summary")
            expect(summary).to_contain_text(f"We decided: “{DECIDED}”.")
            expect(summary).to_contain_text("1 person disagreed; the reason stands below.")
            expect(summary).to_contain_text("5 points are still open.")
            # Beside it what it came from: ideas, scores, what was hard, and the check.
            for title in (
                "What was proposed",
                "What the scores say",
                "Common ground",
                "What's hard",
                "Check",
            ):
                expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()
            scored = page.locator(".report-idea").filter(has_text=BENCH)
            expect(scored.get_by_role("listitem").filter(has_text="Does it fit the need?")).to_contain_text(
                "Mostly yes"
            )
            expect(page.locator("main")).to_contain_text("A date for the other eight stops")
            reads_as_text(page)
            fits_on_paper(page)
            fits(page)
    assert not keeps_out, "\n".join(keeps_out)
    assert {
        "phone-late-word",
        "screen-decided",
        "you-said",
        "report-decisions",
        "path-again",
        "you-said-again",
    } <= seen
