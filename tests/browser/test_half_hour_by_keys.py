"""The half hour of `test_half_hour` with every claim of it, led by keys alone."""

import pytest
from playwright.sync_api import Browser

from scripts.tour.hybrid_company import gathered
from scripts.tour.server import Server
from tests.browser.keyboard import Keys
from tests.browser.test_half_hour import walk_through

pytestmark = pytest.mark.browser


def test_the_same_half_hour_is_led_by_keys_alone(server: Server, browser: Browser) -> None:
    walk_through(gathered(browser, server, Keys()), looking=False)
