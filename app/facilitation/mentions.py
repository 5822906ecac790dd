"""Where the words of others name somebody: found by a search for the name, for people to look through."""

import unicodedata
from collections.abc import Container, Iterable
from dataclasses import dataclass

from app.facilitation.belonging import is_sealed, whose, words_in
from app.facilitation.draft import Recorded
from app.facilitation.events import ParticipantJoined, ParticipantRenamed

SHORTEST = 3
"""Parts of a name with fewer letters would find half of all words."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name somebody: in which event, and in which of its fields."""

    at_seq: int
    kind: str
    field: str
    text: str


def names_of(recorded: Iterable[Recorded], ids: Container[str]) -> frozenset[str]:
    """Every name that somebody with these ids had in the session."""
    return frozenset(
        each.event.name
        for each in recorded
        if isinstance(each.event, ParticipantJoined | ParticipantRenamed)
        and each.event.participant in ids
        and each.event.name
    )


def mentions(
    recorded: Iterable[Recorded], names: Iterable[str], apart_from: Container[str | None] = ()
) -> list[Mention]:
    """The words in which one of the names stands or a part of one, in order; not those of `apart_from`."""
    wanted = {_plain(part) for name in names for part in (name, *name.split()) if len(part) >= SHORTEST}
    wanted |= {_plain(name) for name in names}
    return [
        Mention(each.seq, each.event.kind, field, text)
        for each in recorded
        if not is_sealed(each) and whose(each) not in apart_from
        for field, text in words_in(each.event).items()
        if any(part in _plain(text) for part in wanted)
    ]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
