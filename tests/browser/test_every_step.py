"""The other half of every screen: the steps from needs to a decision, small groups, what people write."""

import pytest
from playwright.sync_api import Browser

from scripts.tour.every_screen import second_half
from scripts.tour.server import Server
from tests.browser.barriers import keeping_out

pytestmark = [pytest.mark.browser, pytest.mark.tour]


def test_no_step_keeps_anybody_out(server: Server, browser: Browser) -> None:
    found, seen = keeping_out(second_half(browser, server))
    assert not found, "\n".join(found)
    assert len(seen) > 60
