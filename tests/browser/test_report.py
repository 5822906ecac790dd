"""The report, taken away as files, and beside the other meetings of its room."""

import csv
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.tour.acts import button, come_in_as_facilitator, heading
from scripts.tour.meeting import Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE
from tests.browser.conftest import NewDevice

pytestmark = pytest.mark.browser

FORMULA = '=HYPERLINK("x")'
LONG = "Alexandra-Maria Featherstonehaugh-Cholmondeley"


def taken(page: Page, name: str) -> Path:
    """The file that a button gives."""
    with page.expect_download() as download:
        button(page, name).click()
    return download.value.path()


def test_a_report_is_taken_away_as_text_table_and_data(server: Server, new_device: NewDevice) -> None:
    meeting = Meeting(server.api, "Bus *stop* redesign", ("Amina Yusuf", FORMULA))
    page = new_device(DESK).page
    come_in_as_facilitator(page, meeting.facilitator_link, "Robin")
    meeting.do("mode.set", mode="open")
    meeting.do("session.open")
    meeting.speaks("Amina Yusuf", 40)
    meeting.speaks(FORMULA, 20)
    meeting.do("session.end")
    page.goto(f"{server.url}/r/{meeting.session_id}")
    heading(page, "Who spoke when").wait_for()

    text = taken(page, "As text (Markdown)").read_text(encoding="utf-8")
    assert text.startswith("# Bus \\*stop\\* redesign\n")
    assert "\n\n## " in text
    assert "Print" not in text

    table = taken(page, "Figures as a table (CSV)").read_text(encoding="utf-8")
    rows = list(csv.DictReader(table.splitlines()))
    assert [(row["name"], row["talk_s"]) for row in rows] == [("Amina Yusuf", "40"), ("'" + FORMULA, "20")]

    data = json.loads(taken(page, "Everything as data (JSON)").read_text(encoding="utf-8"))
    assert data["session"]["id"] == meeting.session_id


def test_from_the_second_meeting_on_a_room_has_a_course(server: Server, new_device: NewDevice) -> None:
    meeting = Meeting(server.api, "Bus stop redesign", ("Amina Yusuf", LONG))
    page = new_device(DESK).page
    come_in_as_facilitator(page, meeting.facilitator_link, "Robin")
    meeting.do("session.open")
    meeting.passes(60)
    meeting.do("session.end")
    page.goto(f"{server.url}/r/{meeting.session_id}")
    heading(page, "Who spoke when").wait_for()
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0], "a long name widens the page"
    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    expect(heading(page, "The meetings of this room")).to_have_count(0)
    page.goto(f"{server.url}/s/{meeting.session_id}")
    button(page, "Next meeting in this room").click()
    button(page, "Start the meeting").click()
    expect(page).not_to_have_url(f"{server.url}/s/{meeting.session_id}")
    page.goto(page.url.replace("/s/", "/r/"))
    heading(page, "The meetings of this room").wait_for()
    expect(page.get_by_role("region", name="The meetings of this room").locator("tbody tr")).to_have_count(2)
