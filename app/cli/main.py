"""The words of the command line, and how each ends: 0 when it was done, else one sentence and 1."""

import argparse
import importlib
import importlib.metadata
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from pydantic import ValidationError

from app.cli.failure import Failure

INTERRUPTED = 130
"""What a shell expects of a program that Ctrl-C ended."""


class _Parser(argparse.ArgumentParser):
    """Wrong words get one sentence, and where to look further."""

    def error(self, message: str) -> NoReturn:
        print(f"evenfloor: {message}. See {self.prog} --help.", file=sys.stderr)
        raise SystemExit(2)


COMMANDS = {
    "serve": ("serve", "run the server until Ctrl-C"),
    "demo": ("demo", "show a real meeting under way, in a browser on this machine"),
    "replay": ("replay", "tell a recorded meeting (RTTM) to a server, or see at once what comes of it"),
    "simulate": ("simulate", "hold simulated meetings, with and without queue and nudges"),
    "opinions": ("opinions", "what the votes of a Polis export say: opinion groups, and what all agree on"),
    "key": ("access", "API keys for integrators: create, list, revoke"),
    "link": ("access", "a new facilitator link for a room, when the old one was lost"),
    "export": ("store", "a session's report as JSON, as its facilitators may read it"),
    "decisions": ("ledger", "what a room decided: as Markdown, as JSON, or its risks as a table"),
    "keep": ("keeping", "for how many days a room keeps its sessions"),
    "delete": ("keeping", "delete a room, a session, or all whose time is over, for good"),
    "backup": ("store", "copy the history into one file; the server may go on meanwhile"),
    "restore": ("store", "put such a copy in place; the server must not run"),
    "rebuild": ("store", "make the tables that reports query anew from the log"),
    "health": ("health", "ask the server on this machine whether it is well"),
}
"""Word -> the module of this package that knows it, and what it does. Only the module that is asked for is
loaded: the others would make every start a second slower."""


def parser(asked: str) -> tuple[argparse.ArgumentParser, tuple[type[Exception], ...]]:
    """All words that `evenfloor` knows, the one that is `asked` for with its own; and how that one may
    fail."""
    top = _Parser(
        prog="evenfloor",
        description="A real-time facilitation server for hybrid meetings: every voice gets the floor.",
        epilog="Settings come from the environment (EVENFLOOR_…); see docs/operators.md.",
    )
    version = f"evenfloor {importlib.metadata.version('evenfloor')}"
    top.add_argument("--version", action="version", version=version)
    words = top.add_subparsers(title="commands", metavar="COMMAND", required=True, dest="command")
    failures: tuple[type[Exception], ...] = (Failure,)
    for word, (module, does) in COMMANDS.items():
        own = words.add_parser(word, help=does)
        if word == asked:
            knows = importlib.import_module(f"app.cli.{module}")
            knows.WORDS[word](own)
            failures += knows.FAILURES
    return top, failures


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    given = sys.argv[1:] if argv is None else argv
    words, failures = parser(given[0] if given else "")
    chosen = words.parse_args(given)
    try:
        chosen.run(chosen)
        sys.stdout.flush()
    except failures as failure:
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
