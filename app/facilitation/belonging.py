"""Whose words stand in an event, and the event without them.

Words belong to the person whom an event is about; where it is about nobody (a device's name), to who gave
the command.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from copy import copy
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Annotated, TypeVar, cast, get_args, get_origin, get_type_hints

from app.facilitation.actors import Person, label, person_of
from app.facilitation.draft import Recorded
from app.facilitation.events import (
    ConcernRaised,
    Event,
    GroupHappened,
    ParticipantsMerged,
    Personal,
)
from app.facilitation.ids import CommandId, ParticipantId

T = TypeVar("T")


def whose(recorded: Recorded) -> str | None:
    """The person to whom the words of an event belong, as their id."""
    if isinstance(recorded.event, GroupHappened):
        recorded = recorded._replace(event=recorded.event.event)
    for name in _people(cast("Hashable", type(recorded.event))):
        named: str | None = getattr(recorded.event, name)
        if named is not None:
            return named
    return person_of(recorded.actor)


def selves(recorded: Sequence[Recorded], participant: ParticipantId) -> frozenset[ParticipantId]:
    """Somebody's ids in the log: their own, and of whoever turned out to be them."""
    found = {participant}
    for each in reversed(recorded):
        if isinstance(each.event, ParticipantsMerged) and each.event.participant in found:
            found.add(each.event.other)
    return frozenset(found)


def is_sealed(recorded: Recorded) -> bool:
    """Whether the words are between two people: no search of anybody else finds them."""
    return isinstance(recorded.event, ConcernRaised)


def may_blank(actor: str | None, recorded: Recorded) -> bool:
    """Whether somebody may take the words of an event from the log: sealed ones only their author may."""
    return not is_sealed(recorded) or actor == recorded.actor


def given_by(recorded: Recorded, participant: ParticipantId) -> bool:
    """Whether somebody gave the command that an event came of."""
    return recorded.actor == label(Person(participant))


def by_nobody(recorded: Recorded) -> Recorded:
    """An event in its place, without who sent the command that it came of, or which one that was."""
    return recorded._replace(actor=None, command_id=None)


def words_in(event: Event) -> dict[str, str]:
    """The words of an event, by the field that holds them; empty ones left out."""
    return {name: text for name, text in _texts(event, "") if text}


def without_words(event: Event) -> Event:
    """The same event with its words blanked."""
    return _without(event, _personal)


def without_choices(event: Event) -> Event:
    """The same event without the ids that its sender chose: they are free text."""
    return _without(event, _chosen)


def _texts(value: object, at: str) -> Iterator[tuple[str, str]]:
    if is_dataclass(value) and not isinstance(value, type):
        own = _personal(type(value))
        for each in fields(value):
            inner = getattr(value, each.name)
            if each.name in own:
                yield from _texts_of(inner, f"{at}{each.name}")
            else:
                yield from _texts(inner, f"{at}{each.name}.")
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            yield from _texts(inner, f"{at}{place}.")


def _texts_of(value: object, at: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            yield from _texts_of(inner, f"{at}.{place}")


def _without(value: T, which: Callable[[Hashable], frozenset[str]]) -> T:
    """A value with the fields of `which` blanked, in it and in what it holds."""
    if isinstance(value, tuple):
        return cast("T", tuple(_without(inner, which) for inner in value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    blanked = copy(value)
    own = which(type(value))
    for each in fields(value):
        inner = getattr(value, each.name)
        after = _blank(inner) if each.name in own else _without(inner, which)
        object.__setattr__(blanked, each.name, after)
    return cast("T", blanked)


def _blank(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(_blank(inner) for inner in value)
    return "" if isinstance(value, str) else value


@cache
def _people(kind: Hashable) -> tuple[str, ...]:
    """The fields by which an event names people, whom it is about first."""
    hints = get_type_hints(cast("type", kind)).items()
    return tuple(name for name, hint in hints if hint is ParticipantId or ParticipantId in get_args(hint))


@cache
def _personal(kind: Hashable) -> frozenset[str]:
    return frozenset(
        name
        for name, hint in get_type_hints(cast("type", kind), include_extras=True).items()
        if _is_personal(hint)
    )


@cache
def _chosen(kind: Hashable) -> frozenset[str]:
    return frozenset(name for name, hint in get_type_hints(cast("type", kind)).items() if hint is CommandId)


def _is_personal(hint: object) -> bool:
    """Whether a field holds words: as it is, or one of several, or none."""
    if get_origin(hint) is Annotated:
        return any(isinstance(each, Personal) for each in get_args(hint)[1:])
    return any(_is_personal(each) for each in get_args(hint))
