"""`evenfloor rebuild`, `backup`, `restore` and `export`: what the operator does with what is stored."""

import argparse
import asyncio
import json
import sys
from pathlib import Path

from app.cli.failure import Failure
from app.cli.named import session_named
from app.cli.opened import opened
from app.cli.written import written
from app.facilitation.decider import replay
from app.facilitation.report import Reader, report
from app.history import projection
from app.history.entries import all_from
from app.history.errors import HistoryError
from app.history.sqlite import backup as file_backup
from app.settings import Settings

FAILURES = (HistoryError,)


def _fill_rebuild(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=lambda _: asyncio.run(_rebuild()))


def _fill_backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the copy to make")
    parser.add_argument("--replace", action="store_true", help="overwrite the file if it is there")
    parser.set_defaults(run=_backup)


def _fill_restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the copy, made by `backup`")
    parser.add_argument("--replace", action="store_true", help="give up the history that is there now")
    parser.set_defaults(run=_restore)


def _fill_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("session", help="the session's id, or its room's code for the room's last session")
    parser.add_argument("--to", type=Path, metavar="FILE", help="write it here instead of printing it")
    parser.add_argument("--public", action="store_true", help="only what anybody may read")
    parser.set_defaults(run=lambda chosen: asyncio.run(_export(chosen)))


WORDS = {
    "rebuild": _fill_rebuild,
    "backup": _fill_backup,
    "restore": _fill_restore,
    "export": _fill_export,
}


async def _rebuild() -> None:
    async with opened(Settings()) as log:
        done = await projection.rebuild(log.database)
    print(done.in_words())
    for session_id, why in done.refused.items():
        print(f"  {session_id}: {why}", file=sys.stderr)
    if done.refused:
        raise Failure("Not every session could be read; the others are done.")


def _backup(chosen: argparse.Namespace) -> None:
    where = Settings().database
    if isinstance(where, Path):
        done = file_backup.backup(where, chosen.file, replace=chosen.replace)
    else:
        from app.history.postgres import backup as postgres_backup  # noqa: PLC0415 - only with the extra

        done = postgres_backup.backup(where, chosen.file, replace=chosen.replace)
    print(done.in_words())


def _restore(chosen: argparse.Namespace) -> None:
    where = Settings().database
    if isinstance(where, Path):
        done = file_backup.restore(chosen.file, where, replace=chosen.replace)
    else:
        from app.history.postgres import backup as postgres_backup  # noqa: PLC0415 - only with the extra

        done = postgres_backup.restore(chosen.file, where, replace=chosen.replace)
    print(done.in_words())


async def _export(chosen: argparse.Namespace) -> None:
    async with opened(Settings()) as log:
        session = await session_named(log.database, chosen.session)
        state = replay(all_from(await log.read(session.id)))
    reader = Reader("public") if chosen.public else Reader("facilitator")
    written(json.dumps(report(state, state.last_at, reader), indent=1, ensure_ascii=False) + "\n", chosen.to)
