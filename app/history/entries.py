"""Between what the core records and what the log stores."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from app.facilitation.draft import Recorded
from app.facilitation.events import version_of
from app.facilitation.ids import CommandId
from app.history.entry import Entry
from app.history.errors import DamagedEvent, UnknownEvent
from app.history.upcasters import UPCASTERS, lift
from app.wire.codec import EVENT_TYPES, UnreadableEvent, event_from_json, event_to_json


def to_entry(recorded: Recorded) -> Entry:
    """An event as it is stored, in the version that this release writes."""
    event = recorded.event
    return Entry(
        recorded.seq,
        recorded.at,
        event.kind,
        version_of(event.kind),
        recorded.actor,
        recorded.command_id,
        event_to_json(event),
    )


def from_entry(entry: Entry) -> Recorded:
    """A stored event, lifted to this release's version of it.

    Raises `UnknownEvent` if a newer Evenfloor wrote it, `DamagedEvent` if its body is not what its version
    promises.
    """
    kind, version, body = entry.kind, entry.version, entry.body
    if version != version_of(kind):
        body, version = _lifted(entry), version_of(kind)
    try:
        event = event_from_json(kind, version, body)
    except UnreadableEvent as unreadable:
        if kind not in EVENT_TYPES:
            raise UnknownEvent(kind, entry.version) from unreadable
        raise DamagedEvent(entry.seq, kind, str(unreadable)) from unreadable
    command_id = None if entry.command_id is None else CommandId(entry.command_id)
    return Recorded(entry.seq, entry.at, event, entry.actor, command_id)


def all_from(entries: Iterable[Entry]) -> Iterator[Recorded]:
    """The events of a stretch of a log. Raises as `from_entry`."""
    return map(from_entry, entries)


def _lifted(entry: Entry) -> str:
    if entry.kind not in EVENT_TYPES:
        raise UnknownEvent(entry.kind, entry.version)
    try:
        body = json.loads(entry.body)
    except ValueError as error:
        raise DamagedEvent(entry.seq, entry.kind, "its body is no JSON") from error
    if not isinstance(body, dict):
        raise DamagedEvent(entry.seq, entry.kind, "its body is no JSON object")
    return json.dumps(lift(entry.kind, entry.version, body, UPCASTERS, version_of(entry.kind)))
