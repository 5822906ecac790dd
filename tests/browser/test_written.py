"""Writing instead of speaking, by the screens alone."""

import pytest
from playwright.sync_api import expect

from scripts.tour.acts import button, come_in_as_facilitator, join, text
from scripts.tour.meeting import Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE
from tests.browser.conftest import NewDevice

pytestmark = pytest.mark.browser


def test_what_tom_writes_waits_in_the_queue_and_is_read_by_all_when_its_turn_comes_or_it_is_answered(
    server: Server, new_device: NewDevice
) -> None:
    meeting = Meeting(server.api, "Bus stop redesign")
    robin, tom, lena = new_device(DESK).page, new_device(PHONE, touch=True).page, new_device(PHONE).page
    come_in_as_facilitator(robin, meeting.facilitator_link, "Robin")
    join(tom, meeting.join_link, "Tom", "Online")
    join(lena, meeting.join_link, "Lena", "Online")
    button(robin, "Start the meeting").click()
    button(tom, "Write instead").tap()
    row = robin.get_by_role("region", name="Queue").get_by_role("listitem")
    expect(row).to_contain_text("Preparing")
    tom.get_by_label("What you want to say").fill("The night bus is full by nine.")
    tom.get_by_label("Have it read out when it is my turn").check()
    tom.get_by_label("Who reads it out?").select_option("Lena")
    button(tom, "Put it in the queue").tap()
    text(tom, "You are next").wait_for()
    expect(row).to_contain_text("The night bus is full by nine.")
    assert lena.get_by_text("The night bus is full by nine.").count() == 0
    robin.keyboard.press("n")
    text(lena, "Please read this out.").wait_for()
    text(lena, "The night bus is full by nine.").wait_for()
    button(tom, "I'm done").tap()
    button(tom, "Write instead").tap()
    tom.get_by_label("What you want to say").fill("Is the hall warm?")
    tom.get_by_label("I only need an answer").check()
    button(tom, "Put it in the queue").tap()
    button(robin, "Answer what Tom wrote").click()
    robin.get_by_label("Your answer; everyone reads it").fill("From October on.")
    button(robin, "Show both").click()
    button(lena, "2 things were said in writing").click()
    lena.get_by_text("From October on.").wait_for()
    button(tom, "Raise my hand").wait_for()
