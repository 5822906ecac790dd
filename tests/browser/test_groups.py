"""Into small groups and back, by the screens alone."""

import pytest

from scripts.tour.acts import button, come_in_as_facilitator, heading, join, text
from scripts.tour.meeting import Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE
from tests.browser.conftest import NewDevice

pytestmark = pytest.mark.browser


def test_people_go_into_groups_speak_there_in_turn_tell_what_they_found_and_come_back(
    server: Server, new_device: NewDevice
) -> None:
    meeting = Meeting(server.api, "Bus stop redesign")
    robin = new_device(DESK).page
    tom, lena = new_device(PHONE, touch=True).page, new_device(PHONE, touch=True).page
    come_in_as_facilitator(robin, meeting.facilitator_link, "Robin")
    join(tom, meeting.join_link, "Tom", "Online")
    join(lena, meeting.join_link, "Lena", "Online")
    button(robin, "Start the meeting").click()
    meeting.gives_floor("Lena")
    heading(lena, "You have the floor").wait_for()
    button(robin, "Groups…").click()
    robin.get_by_label("How many groups?").fill("2")
    button(robin, "Send them off").click()
    for phone in (tom, lena):
        phone.get_by_text("Nobody else is in this group yet.").wait_for()
    button(tom, "Raise my hand").tap()
    text(tom, "You are next").wait_for()
    assert button(lena, "Give the floor to Tom").count() == 0
    button(tom, "Give the floor to Tom").tap()
    heading(tom, "You have the floor").wait_for()
    robin.get_by_text("Tom is speaking").wait_for()
    button(tom, "I'm done").tap()
    button(tom, "Say what we found").tap()
    tom.get_by_label("What did your group find? All will read it.").fill("Benches with arms come first.")
    button(tom, "Keep it").tap()
    robin.get_by_text("Benches with arms come first.").wait_for()
    button(robin, "Call back in 1 minute").click()
    lena.get_by_role("timer").filter(has_text="Back together in").wait_for()
    meeting.passes(61)
    heading(lena, "You have the floor").wait_for()
    text(tom, "Benches with arms come first.").wait_for()
