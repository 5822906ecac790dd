"""Erasing a person, as whoever asked for it is told of it: search first, erase, and say what is left."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from app.facilitation.belonging import selves
from app.facilitation.ids import ParticipantId, SessionId
from app.facilitation.mentions import Mention, mentions, names_of
from app.history import catalogue
from app.history.entries import all_from
from app.history.log import StoredLog


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of it.

    `found`: words of others that name the person, which stand as they were; `other_sessions`: sessions of the
    same room in which somebody of that name took part. Copies that left the server are outside its reach.
    """

    erased_at: int
    found: tuple[Mention, ...]
    other_sessions: tuple[str, ...]


async def erase(
    log: StoredLog,
    session_id: SessionId,
    participant: ParticipantId,
    erasing: Callable[[], Awaitable[None]],
    *,
    now: int,
) -> Receipt:
    """Look for the person's names, let `erasing` do it, and make the receipt. Raises what `erasing` raises.

    The names are gone afterwards, so they are looked for before.
    """
    recorded = list(all_from(await log.read(session_id)))
    own = selves(recorded, participant)
    names = names_of(recorded, own)
    found = tuple(mentions(recorded, names, apart_from=own))
    await erasing()
    return Receipt(now, found, await _elsewhere(log, session_id, names))


async def _elsewhere(log: StoredLog, session_id: SessionId, names: frozenset[str]) -> tuple[str, ...]:
    """The other sessions of the room in which somebody had one of these names."""
    here = await catalogue.known_session(log.database, session_id)
    found = []
    for other in await catalogue.sessions(log.database, here.room_id):
        if other.id != session_id:
            recorded = all_from(await log.read(other.id))
            if any(each.text in names for each in mentions(recorded, names)):
                found.append(other.id)
    return tuple(found)
