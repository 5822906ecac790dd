"""What is shown of answers that nobody sees before all do: a round of scoring, a check, a survey.

While people are asked, how many have answered; once it is closed, its result, which is the same object from
then on for as long as it does not change.
"""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from app.facilitation.answering import Sealed, asked, left_out
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.state import State


class Closing(Protocol):
    """It is open until this instant is known."""

    @property
    def closed_at(self) -> int | None: ...


class Asking(Protocol):
    """All that was ever asked in one way, and what is asked just now."""

    @property
    def now(self) -> Sealed | None: ...


K = TypeVar("K", bound=str)
V = TypeVar("V", bound=Closing)


def closed_ones(
    now: Mapping[K, V], was: Mapping[K, V] | None, shown: Json | None, build: Callable[[V], JsonDict]
) -> JsonDict:
    """The results; `shown` are those of the view that was made from `was`."""
    known = shown if isinstance(shown, dict) and was is not None else {}
    return {
        key: known[key] if was is not None and key in known and was.get(key) is one else build(one)
        for key, one in now.items()
        if one.closed_at is not None
    }


def open_one(state: State, sealed: Sealed, *, answered: int | None = None) -> JsonDict:
    """How far it is; `answered` where more have answered than by themselves."""
    n = len(sealed.givers()) if answered is None else answered
    return {"answered": n, "asked": max(n, asked(state, sealed)), "left_out": left_out(state)}


def made_from(part: Callable[[State], Asking]) -> Callable[[State], tuple[object, ...]]:
    """What such a section is made from: people count only while they are asked."""

    def parts(state: State) -> tuple[object, ...]:
        asking = part(state)
        return (asking, None if asking.now is None else state.people.by_id)

    return parts
