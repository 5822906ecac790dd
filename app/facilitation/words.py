"""How a message marks what is somebody's own words, and how long such words may be."""

from dataclasses import dataclass
from typing import Annotated


class Personal:
    """Marks a field that holds somebody's own words or name."""


@dataclass(frozen=True, slots=True)
class Longest:
    """How many characters a text may have on the wire, where that is not as many as any text."""

    characters: int


LONGEST_SENTENCES = 300
"""An idea fits on a phone's screen and is read aloud in 20 seconds."""

LONGEST_CONTRIBUTION = 1_000
"""What somebody writes instead of speaking is read out in little more than a minute."""

Words = Annotated[str, Personal()]
Sentences = Annotated[str, Personal(), Longest(LONGEST_SENTENCES)]
Contribution = Annotated[str, Personal(), Longest(LONGEST_CONTRIBUTION)]
