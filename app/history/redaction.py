"""Redaction: the one operation by which something that is in the log goes from it again.

An event of a kind in `REDACTING` takes words of earlier events with it, or whose an answer was, in the
transaction that appends it. Their seq, time and kind stay. The log's epoch rises, the tables that are made
from the log are emptied (they are made anew when somebody reads them), and the secrets of somebody who was
erased open nothing any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.facilitation.belonging import given_by, may_blank, selves, whose, without_choices, without_words
from app.facilitation.checks.mixing import JOINS, unlinked
from app.facilitation.events import BallotsMixed, PersonErased, WordsRedacted
from app.history.entries import all_from, to_entry
from app.history.entry import Entry
from app.history.tables import PROJECTED

REDACTING = frozenset({"person.erased", "words.redacted", "ballots.mixed"})
"""The kinds of events that redact."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """An entry as it stands from now on, and whose secrets are to be forgotten."""

    entries: tuple[Entry, ...]
    erased: tuple[str, ...]
    names_room: bool = False
    """Whether the room's own name goes, too: it is that of its sessions."""


def redacts(entries: Iterable[Entry]) -> bool:
    """Whether appending these takes something from the log."""
    return any(entry.kind in REDACTING for entry in entries)


def rewritten(log: Sequence[Entry], appended: Iterable[Entry]) -> Rewritten:
    """What becomes of a session's log (the appended entries among it) by what was appended: the entries that
    change, as they stand from now on.

    Raises as `from_entry`: a log that cannot be read is not redacted.
    """
    ordered = [
        (each.event, each.actor) for each in all_from(entry for entry in appended if entry.kind in REDACTING)
    ]
    erased = tuple(event.participant for event, _ in ordered if isinstance(event, PersonErased))
    seqs = {event.at_seq: by for event, by in ordered if isinstance(event, WordsRedacted)}
    mixed = frozenset(event.check for event, _ in ordered if isinstance(event, BallotsMixed))
    if erased:
        known = list(all_from(log))
        erased = tuple(each for one in erased for each in sorted(selves(known, one)))
    if not erased and not seqs:
        # Checks are closed in every other meeting: of a long log only their own events are read.
        log = [entry for entry in log if entry.kind in JOINS]
    changed = []
    for entry, recorded in zip(log, all_from(log), strict=True):
        after = unlinked(recorded, mixed)
        event = after.event
        asked = recorded.seq in seqs and may_blank(seqs[recorded.seq], recorded)
        if asked or whose(recorded) in erased:
            event = without_words(event)
        if any(given_by(recorded, each) for each in erased):
            event, after = without_choices(event), after._replace(command_id=None)
        now = to_entry(after._replace(event=event))
        if now != entry:
            changed.append(now)
    names_room = any(entry.kind == "session.created" and entry.seq in seqs for entry in changed)
    return Rewritten(tuple(changed), erased, names_room)


UPDATE = """
UPDATE event SET version = :version, actor = :actor, command_id = :command_id, body = :body
WHERE session_id = :session_id AND seq = :seq
"""

FORGET = "DELETE FROM credential WHERE session_id = :session_id AND subject_id = :subject_id"

RAISE_EPOCH = "UPDATE session SET epoch = epoch + 1, projected_seq = 0 WHERE id = :session_id"

NAME_BY_CODE = """
UPDATE room SET name = SUBSTR(code, 1, 4) || '-' || SUBSTR(code, 5)
WHERE id = (SELECT room_id FROM session WHERE id = :session_id)
"""

EMPTY = tuple(
    f"DELETE FROM {table.__tablename__} WHERE session_id = :session_id"  # noqa: S608 - our own names
    for table in PROJECTED
)


def statements(session_id: str, changes: Rewritten) -> list[tuple[str, dict[str, str | int | None]]]:
    """All that has to be done beside the append, in order, for any database."""
    own: dict[str, str | int | None] = {"session_id": session_id}
    done: list[tuple[str, dict[str, str | int | None]]] = [
        (
            UPDATE,
            {
                **own,
                "seq": entry.seq,
                "version": entry.version,
                "actor": entry.actor,
                "command_id": entry.command_id,
                "body": entry.body,
            },
        )
        for entry in changes.entries
    ]
    done += [(FORGET, {**own, "subject_id": each}) for each in changes.erased]
    more = (NAME_BY_CODE,) if changes.names_room else ()
    done += [(sql, own) for sql in (*more, *EMPTY, RAISE_EPOCH)]
    return done
