"""How an event marks what is somebody's own words."""

from typing import Annotated


class Personal:
    """Marks a field that holds somebody's own words or name."""


Words = Annotated[str, Personal()]
