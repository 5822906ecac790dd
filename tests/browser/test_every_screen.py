"""Every screen in its states, light and dark, against axe: what a machine finds of what keeps people out."""

import pytest
from playwright.sync_api import Browser

from scripts.tour.every_screen import first_half
from scripts.tour.server import Server
from tests.browser.barriers import keeping_out

pytestmark = [pytest.mark.browser, pytest.mark.tour]


def test_no_screen_of_a_meeting_keeps_anybody_out(server: Server, browser: Browser) -> None:
    found, seen = keeping_out(first_half(browser, server))
    assert not found, "\n".join(found)
    assert len(seen) > 60
