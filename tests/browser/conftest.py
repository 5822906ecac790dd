"""One server and one browser for all tests here; each person in them has a device of their own."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from scripts.tour.chromium import Device, chromium, device
from scripts.tour.server import Server, running_server
from scripts.tour.shown import Size

NewDevice = Callable[..., Device]


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server in a process of its own."""
    with running_server(tmp_path_factory.mktemp("data")) as made:
        yield made


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium."""
    with chromium() as made:
        yield made


@pytest.fixture
def new_device(browser: Browser) -> Iterator[NewDevice]:
    """Hands out devices; at the end none of them may have complained of anything."""
    made: list[Device] = []

    def hand_out(size: Size, *, touch: bool = False) -> Device:
        made.append(device(browser, *size, touch=touch))
        return made[-1]

    yield hand_out
    for one in made:
        one.close()
    assert [complaint for one in made for complaint in one.complaints] == []
