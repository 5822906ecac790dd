"""What is kept of somebody: taken away as a file, and erased, on a phone and from the console."""

import json
import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

from scripts.tour.acts import button, come_in_as_facilitator, heading, join, text
from scripts.tour.meeting import Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE
from tests.browser.conftest import NewDevice

pytestmark = pytest.mark.browser


@pytest.fixture
def meeting(server: Server) -> Meeting:
    """A meeting into which nobody has come yet."""
    return Meeting(server.api, "Bus stop redesign")


def look(page: Page, name: str) -> None:
    """Keep a picture, where somebody wants to look."""
    folder = os.environ.get("EVENFLOOR_PICTURES")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def test_somebody_takes_their_data_with_them_and_is_then_erased(
    meeting: Meeting, new_device: NewDevice
) -> None:
    robin, ben = new_device(DESK).page, new_device(PHONE, touch=True).page
    come_in_as_facilitator(robin, meeting.facilitator_link, "Robin")
    join(ben, meeting.join_link, "Ben", "Online")
    meeting.do("session.open")
    button(ben, "Change").tap()
    with ben.expect_download() as file:
        button(ben, "Take it with me, as a file").tap()
    kept = json.loads(Path(file.value.path()).read_text())
    assert kept["participant"]["name"] == "Ben"
    button(ben, "Erase what you know of me…").tap()
    button(ben, "Erase me").wait_for()
    look(ben, "phone-erase")
    button(ben, "Erase me").tap()
    heading(ben, "You were erased from this meeting").wait_for()
    look(ben, "phone-erased")
    text(robin, "1 here").wait_for()


def test_a_facilitator_erases_somebody_and_the_words_that_name_them(
    meeting: Meeting, new_device: NewDevice
) -> None:
    robin, ben = new_device(DESK).page, new_device(PHONE, touch=True).page
    come_in_as_facilitator(robin, meeting.facilitator_link, "Robin")
    join(ben, meeting.join_link, "Benedikta", "Online")
    meeting.do("device.add", scope="screen", name="Benedikta's screen")
    meeting.do("session.open")
    robin.get_by_role("navigation", name="Panels").get_by_role("button", name="People").click()
    button(robin.get_by_role("region", name="People"), "Benedikta").click()
    dialog = robin.get_by_role("dialog")
    button(dialog, "Erase what is known of them…").click()
    heading(dialog, "Erase Benedikta?").wait_for()
    look(robin, "console-erase")
    dialog.get_by_role("button", name="Erase", exact=True).click()
    dialog.get_by_text("Benedikta's screen").wait_for()
    look(robin, "console-erased")
    button(dialog, "Erase these words").click()
    dialog.get_by_text("Benedikta's screen").wait_for(state="detached")
    heading(ben, "You were erased from this meeting").wait_for()


def test_a_facilitator_says_how_long_it_is_kept_and_then_deletes_it(
    meeting: Meeting, new_device: NewDevice
) -> None:
    robin, ben = new_device(DESK).page, new_device(PHONE, touch=True).page
    come_in_as_facilitator(robin, meeting.facilitator_link, "Robin")
    join(ben, meeting.join_link, "Ben", "Online")
    meeting.do("session.open")
    meeting.do("session.end")
    kept = robin.get_by_role("region", name="How long this is kept")
    kept.get_by_text("It is kept until somebody deletes it.").wait_for()
    look(robin, "console-kept")
    button(kept, "Change how long").click()
    dialog = robin.get_by_role("dialog")
    look(robin, "console-keep")
    button(dialog, "90 days").click()
    kept.get_by_text("It is deleted by itself on").wait_for()
    button(kept, "Delete…").click()
    dialog.get_by_label("Type the code").fill(meeting.code.lower().replace("-", ""))
    look(robin, "console-delete")
    button(dialog, "Delete this meeting").click()
    for page in (robin, ben):
        heading(page, "This meeting was deleted").wait_for()
    look(ben, "phone-deleted")
