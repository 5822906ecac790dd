"""The words of the command line, and how each ends: 0 when it was done, else one sentence and 1."""

import argparse
import importlib.metadata
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from pydantic import ValidationError

from app.cli import access, demo, replay, serve, store
from app.cli.failure import Failure
from app.history.errors import HistoryError
from app.integrations.client import ClientError
from app.integrations.rttm import RttmError

INTERRUPTED = 130
"""What a shell expects of a program that Ctrl-C ended."""


class _Parser(argparse.ArgumentParser):
    """Wrong words get one sentence, and where to look further."""

    def error(self, message: str) -> NoReturn:
        print(f"evenfloor: {message}. See {self.prog} --help.", file=sys.stderr)
        raise SystemExit(2)


def parser() -> argparse.ArgumentParser:
    """All words that `evenfloor` knows."""
    top = _Parser(
        prog="evenfloor",
        description="A real-time facilitation server for hybrid meetings: every voice gets the floor.",
        epilog="Settings come from the environment (EVENFLOOR_…); see docs/operators.md.",
    )
    top.add_argument(
        "--version", action="version", version=f"evenfloor {importlib.metadata.version('evenfloor')}"
    )
    words = top.add_subparsers(title="commands", metavar="COMMAND", required=True, dest="command")
    for purpose in (serve, demo, replay, store, access):
        purpose.add_words(words)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    chosen = parser().parse_args(argv)
    try:
        chosen.run(chosen)
        sys.stdout.flush()
    except (Failure, ClientError, HistoryError, RttmError) as failure:
        return _fail(str(failure))
    except ValidationError as wrong:
        return _fail(_setting(wrong))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has enough; Python would complain once more when it closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        about = f"{error.filename}: " if error.filename else ""
        return _fail(f"{about}{error.strerror or error}.")
    return 0


def _fail(sentence: str) -> int:
    print(f"evenfloor: {sentence}", file=sys.stderr)
    return 1


def _setting(wrong: ValidationError) -> str:
    """The first thing that is wrong with the settings, by the name that an operator set."""
    first = wrong.errors(include_url=False)[0]
    message = str(first["msg"]).removeprefix("Value error, ")
    if not first["loc"]:
        return message
    name = f"EVENFLOOR_{'_'.join(str(part) for part in first['loc']).upper()}"
    return f"{name} is not right: {message[:1].lower()}{message[1:]}."
