"""What a stop of the tour shows."""

from dataclasses import dataclass
from typing import TypeAlias

from playwright.sync_api import Page

Size: TypeAlias = tuple[int, int]

PHONE: Size = (360, 740)
TABLET: Size = (768, 1024)
DESK: Size = (1280, 800)
SIZES = (PHONE, TABLET, DESK)


@dataclass(frozen=True)
class Shown:
    """A page in a state that has a name. `own`: the size of the device that people look at it on."""

    name: str
    page: Page
    own: Size
    sizes: tuple[Size, ...] = SIZES
