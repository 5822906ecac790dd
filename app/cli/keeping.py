"""`evenfloor keep` and `evenfloor delete`: what is kept, as the operator of this machine says."""

import argparse
import asyncio
from collections.abc import Awaitable, Callable

from app.cli.failure import Failure
from app.cli.named import room_named
from app.cli.opened import hailed, opened, wall_ms
from app.history import catalogue, deleting, keeping
from app.history.codes import shown_code
from app.history.deleting import Deleted
from app.history.errors import HistoryError
from app.settings import Settings

FAILURES = (HistoryError,)

FOR_GOOD = "Nothing was deleted. It would be for good: {what}. Say it again with --yes."


def _fill_keep(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Say how many days after its end each session of a room is deleted. Nothing goes sooner than "
        f"{keeping.NOTICE_DAYS} days after this was said; what was only planned stays."
    )
    parser.add_argument("room", help="the room's code or id")
    parser.add_argument("days", help=f"1 to {keeping.LONGEST_DAYS}, or `always`: until somebody deletes them")
    parser.set_defaults(run=lambda chosen: asyncio.run(_keep(chosen)))


def _fill_delete(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, dest="verb")
    room = verbs.add_parser("room", help="a room with all its sessions")
    room.add_argument("which", metavar="room", help="the room's code or id")
    session = verbs.add_parser("session", help="one session")
    session.add_argument("which", metavar="session", help="the session's id")
    verbs.add_parser("due", help="the sessions whose time is over, as a running server does by itself")
    for verb in (room, session):
        verb.add_argument("--yes", action="store_true", help="do it; without this, only say what would go")
    runs: dict[str, Callable[[argparse.Namespace], Awaitable[None]]] = {
        "room": _delete_room,
        "session": _delete_session,
        "due": _delete_due,
    }
    parser.set_defaults(run=lambda chosen: asyncio.run(_awaited(runs[chosen.verb](chosen))))


WORDS = {"keep": _fill_keep, "delete": _fill_delete}


async def _awaited(doing: Awaitable[None]) -> None:
    await doing


async def _keep(chosen: argparse.Namespace) -> None:
    days = None if chosen.days == "always" else int(chosen.days) if chosen.days.isdecimal() else 0
    if days is not None and not 1 <= days <= keeping.LONGEST_DAYS:
        raise Failure(f"Say for how many days, 1 to {keeping.LONGEST_DAYS}, or `always`.")
    async with opened(Settings()) as log:
        room = await room_named(log.database, chosen.room)
        await keeping.set_keeping(log.database, room.id, days, now=wall_ms())
    kept = "until somebody deletes them" if days is None else f"for {days} days after they end"
    print(f"The room {shown_code(room.code)} keeps its sessions {kept}.")


async def _delete_room(chosen: argparse.Namespace) -> None:
    async with opened(Settings()) as log:
        room = await room_named(log.database, chosen.which)
        if not chosen.yes:
            sessions = await catalogue.sessions(log.database, room.id)
            what = f"the room {shown_code(room.code)} with {len(sessions)} sessions"
            raise Failure(FOR_GOOD.format(what=what))
        await _tell(await deleting.delete_room(log.database, room.id))


async def _delete_session(chosen: argparse.Namespace) -> None:
    async with opened(Settings()) as log:
        session = await catalogue.known_session(log.database, chosen.which)
        if not chosen.yes:
            what = f"session {session.number} of its room, {session.state}, with {session.head_seq} events"
            raise Failure(FOR_GOOD.format(what=what))
        await _tell(await deleting.delete_session(log.database, session.id))


async def _delete_due(_: argparse.Namespace) -> None:
    async with opened(Settings()) as log:
        due = await keeping.due(log.database, wall_ms())
        done = [await deleting.delete_session(log.database, session) for session in due]
        sessions = tuple(session for each in done for session in each.sessions)
        await _tell(Deleted(sessions, sum(each.events for each in done)))


async def _tell(deleted: Deleted) -> None:
    print(f"{deleted.in_words()}; {await hailed(Settings())}.")
    print("Backups that were made before, downloads, prints, and what programs have taken are not reached.")
