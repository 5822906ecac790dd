"""Where speech was heard from, best first."""

from enum import StrEnum


class Source(StrEnum):
    """Who says that somebody speaks. At each moment only the best source that covers the person counts.

    mic: voice activity found on the person's own device. api: a video platform or a recorder reports it.
    tap: a facilitator, the person or a helper marks who speaks. floor: the turn itself.
    A correction by a facilitator stands above them all.
    """

    mic = "mic"
    api = "api"
    tap = "tap"
    floor = "floor"


BEST_FIRST: tuple[Source, ...] = (Source.mic, Source.api, Source.tap, Source.floor)

RANK: dict[Source, int] = {source: rank for rank, source in enumerate(BEST_FIRST)}
