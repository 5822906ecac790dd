"""What people bring, by the screens alone: said, hidden, shown beside a name, taken back."""

import pytest
from playwright.sync_api import expect

from scripts.tour.acts import button, close_dialog, come_in_as_facilitator, join
from scripts.tour.meeting import Meeting
from scripts.tour.server import Server
from scripts.tour.shown import DESK, PHONE
from tests.browser.conftest import NewDevice

pytestmark = pytest.mark.browser


def test_what_is_for_totals_stays_on_ones_own_phone_and_what_is_beside_a_name_is_read_by_all(
    server: Server, new_device: NewDevice
) -> None:
    meeting = Meeting(server.api, "Bus stop redesign", ("Ben",))
    robin, tom = new_device(DESK).page, new_device(PHONE, touch=True).page
    come_in_as_facilitator(robin, meeting.facilitator_link, "Robin")
    asked = robin.locator("p").filter(has_text="People may say what they bring")
    button(asked, "Change").click()
    robin.get_by_label("What people may say that they bring, one a line").fill(
        "I have lived with this\nTenant"
    )
    button(robin, "Keep these").click()
    robin.get_by_text("People may say what they bring: I have lived with this and Tenant.").wait_for()
    join(tom, meeting.join_link, "Tom", "Online")
    button(robin, "Start the meeting").click()
    robin.get_by_role("navigation", name="Panels").get_by_role("button", name="People").click()
    row = robin.get_by_role("listitem").filter(has_text="Tom")
    row.wait_for()
    button(tom, "Change").tap()
    tom.get_by_label("Tenant").check()
    tom.get_by_label("For totals only").wait_for()
    expect(tom.get_by_label("For totals only")).to_be_checked()
    expect(row).not_to_contain_text("Tenant")
    tom.get_by_label("Beside my name").check()
    expect(row).to_contain_text("Tenant")
    tom.get_by_label("I'd rather not say").check()
    expect(row).not_to_contain_text("Tenant")
    close_dialog(tom)
