"""`evenfloor decisions`: the ledger of a room or a session, to be kept elsewhere."""

import argparse
import asyncio
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, cast

from app.cli.named import sessions_named
from app.cli.opened import opened
from app.cli.written import written
from app.facilitation.decider import replay
from app.facilitation.decisions.public import public_ledger
from app.facilitation.state import State
from app.facilitation.views import ROOM
from app.history.entries import all_from
from app.history.errors import HistoryError
from app.integrations.decision_markdown import markdown
from app.integrations.risks_csv import risks_csv
from app.settings import Settings
from app.wire.decision_views import DecisionsView

FAILURES = (HistoryError,)


class Kept(NamedTuple):
    """The ledger of one session, and the names behind the ids in it."""

    session: str
    number: int
    name: str
    ledger: DecisionsView
    names: Mapping[str, str]


def _fill(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("room", help="the room's code, or the id of one session")
    parser.add_argument(
        "--format",
        choices=list(_FORMATS),
        default="md",
        help="md: a record a decision; json: all of it; csv: a row a risk",
    )
    parser.add_argument("--to", type=Path, metavar="FILE", help="write it here instead of printing it")
    parser.add_argument(
        "--public",
        action="store_true",
        help="what a public link shows: no drafts, and no name of who did not let theirs be shown",
    )
    parser.set_defaults(run=lambda chosen: asyncio.run(_decisions(chosen)))


async def _decisions(chosen: argparse.Namespace) -> None:
    async with opened(Settings()) as log:
        sessions = await sessions_named(log.database, chosen.room)
        states = [replay(all_from(await log.read(session.id))) for session in sessions]
    written(_FORMATS[chosen.format]([_kept(state, public=chosen.public) for state in states]), chosen.to)


def _kept(state: State, *, public: bool) -> Kept:
    session = state.session
    if public:
        shown = public_ledger(state)
        head = cast("dict[str, str]", shown.pop("session"))
        return Kept(session.id, session.number, head["name"], cast("DecisionsView", shown), {})
    ledger = ROOM.sections["decisions"].build(state, None, None)
    names = {str(person.id): person.name for person in state.people.by_id.values()}
    return Kept(session.id, session.number, session.name, cast("DecisionsView", ledger), names)


def _markdown(kept: list[Kept]) -> str:
    told = [one for one in kept if one.ledger["order"] or one.ledger["needs"]["order"]] or kept[-1:]
    return "\n".join(markdown(one.name, one.ledger, one.names) for one in told)


def _json(kept: list[Kept]) -> str:
    sessions = [
        {"session": {"id": one.session, "number": one.number, "name": one.name}, **one.ledger} for one in kept
    ]
    return json.dumps({"sessions": sessions}, indent=1, ensure_ascii=False) + "\n"


def _csv(kept: list[Kept]) -> str:
    return risks_csv(*(one.ledger for one in kept))


_FORMATS: dict[str, Callable[[list[Kept]], str]] = {"md": _markdown, "json": _json, "csv": _csv}

WORDS = {"decisions": _fill}
