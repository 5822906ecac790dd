"""`evenfloor key` and `evenfloor link`: who gets in, as the operator of this machine says."""

import argparse
import asyncio
from datetime import UTC, datetime

from app.access.links import facilitator_link
from app.cli.failure import Failure
from app.cli.named import room_named
from app.cli.opened import hailed, opened, wall_ms
from app.cli.options import server_options, settings_of
from app.facilitation.rights import SCOPES
from app.history import catalogue, keys
from app.history.errors import HistoryError
from app.settings import Settings

FAILURES = (HistoryError,)


def _fill_key(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, dest="verb")
    create = verbs.add_parser("create", help="make a key; it is shown once")
    create.add_argument("name", help="what the key is for, as the list shows it")
    create.add_argument(
        "--scope",
        action="append",
        choices=SCOPES,
        help=f"what it may do, once for each (all, if none is named): {', '.join(SCOPES)}",
    )
    create.set_defaults(run=lambda chosen: asyncio.run(_create(chosen)))
    listing = verbs.add_parser("list", help="all keys, revoked ones too")
    listing.set_defaults(run=lambda _: asyncio.run(_list()))
    revoke = verbs.add_parser("revoke", help="take a key back, for good")
    revoke.add_argument("key", help="the key's id, from `key list`")
    revoke.set_defaults(run=lambda chosen: asyncio.run(_revoke(chosen)))


def _fill_link(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Print a new facilitator link. The old one no longer opens; who is in already stays in."
    )
    parser.add_argument("room", help="the room's code or id")
    server_options(parser)
    parser.set_defaults(run=lambda chosen: asyncio.run(_link(chosen)))


WORDS = {"key": _fill_key, "link": _fill_link}


async def _create(chosen: argparse.Namespace) -> None:
    name = " ".join(chosen.name.split())
    if not name:
        raise Failure("Give the key a name that says what it is for.")
    async with opened(Settings(), make=True) as log:
        made = await keys.create_key(log.database, name=name, scopes=chosen.scope or SCOPES, now=wall_ms())
    print(made.secret)


async def _list() -> None:
    async with opened(Settings()) as log:
        for key in await keys.keys(log.database):
            state = f"revoked {_day(key.revoked_at)}" if key.revoked_at is not None else "valid"
            used = f"used {_day(key.last_used_at)}" if key.last_used_at is not None else "never used"
            print(
                f"{key.id}  {state}, made {_day(key.created_at)}, {used}  {','.join(key.scopes)}  {key.name}"
            )


async def _revoke(chosen: argparse.Namespace) -> None:
    async with opened(Settings()) as log:
        await keys.revoke_key(log.database, chosen.key, now=wall_ms())
    print(f"The key {chosen.key} opens nothing any more; {await hailed(Settings())}.")


async def _link(chosen: argparse.Namespace) -> None:
    settings = settings_of(chosen)
    async with opened(settings) as log:
        room = await room_named(log.database, chosen.room)
        secret = await catalogue.renew_facilitator_secret(log.database, room.id)
    print(facilitator_link(settings.public_url, room.id, secret))


def _day(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d")
