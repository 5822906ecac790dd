"""Hold the documentation against the project, so that a page cannot go on saying what is no longer so.

Looked at: links between the pages (and their headings), the tables of settings and commands (made from the
program; `--write` makes them anew), and in all code every `evenfloor …`, `make …` and `EVENFLOOR_…` that a
reader would type.
"""

import argparse
import contextlib
import io
import os
import re
import shlex
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic.fields import FieldInfo

from app.access import limits
from app.access.tables import COMMAND_COLUMNS, ENDPOINT_COLUMNS, command_rows, endpoint_rows
from app.cli.main import parser
from app.settings import Settings
from app.wire.schema import PUBLIC_COMMANDS

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+\s+(.*?)\s*#*$", re.MULTILINE)
FENCED = re.compile(r"^(```|~~~).*?^\1\s*$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`([^`\n]+)`")
VARIABLE = re.compile(r"\bEVENFLOOR_[A-Z][A-Z_]*\b")
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
PLACEHOLDER = re.compile(r"[A-Z][A-Z-]*|…")

NOT_SETTINGS = {"EVENFLOOR_URL", "EVENFLOOR_KEY", "EVENFLOOR_CHROMIUM"}
"""Variables that a command or a test reads, and not the server."""

PROGRAM = {"evenfloor", ".venv/bin/evenfloor"}

VARIABLES = NOT_SETTINGS | {f"EVENFLOOR_{name.upper()}" for name in Settings.model_fields}

DEFAULTS = {
    "database_url": "`evenfloor.sqlite3` in the data folder",
    "redis_url": "not set",
    "public_url": "`http` (or `https`), this machine, the port",
    "secret_key_file": "`secret.key` in the data folder",
}
"""Defaults that are worked out from other settings, in words."""


def settings_table() -> str:
    """Every setting with its default and what it is for, as Markdown."""
    lines = ["| Setting | Default | What it is for |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        lines.append(f"| `EVENFLOOR_{name.upper()}` | {_default(name, field)} | {field.description} |")
    return "\n".join(lines)


def _default(name: str, field: FieldInfo) -> str:
    if name in DEFAULTS:
        return DEFAULTS[name]
    return "not set" if field.default in {None, ""} else f"`{field.default}`"


def commands_table() -> str:
    """Every word of the command line and what it does, as `--help` says it, as Markdown."""
    lines = ["| Command | What it does |", "|---|---|"]
    for word, means in _words():
        verbs = [([word, verb], does) for verb, does in _words(word)] or [([word], means)]
        for words, does in verbs:
            lines.append(f"| `{_usage(words)}` | {does[:1].upper()}{does[1:]}. |")
    return "\n".join(lines)


def _words(*before: str) -> list[tuple[str, str]]:
    """The words that may follow these, each with what its line of `--help` says."""
    _, _, listed = said_by([*before, "--help"]).partition("\ncommands:\n")
    return re.findall(r"^ {4}(\w+) +(.+)$", listed, re.MULTILINE)


def _usage(words: list[str]) -> str:
    """The command with what it must be given; what it may be given stands in its own `--help`."""
    usage = said_by([*words, "--help"]).partition("\n")[0].removeprefix("usage: ")
    needed = re.sub(r"\[[^\]]*\]", "", usage).split()[1 + len(words) :]
    return " ".join(["evenfloor", *words, *(one.upper() for one in needed)])


def said_by(words: list[str]) -> str:
    """What the command line answers when these words only have to be read: help, or why they are refused."""
    said = io.StringIO()
    os.environ |= {"COLUMNS": "300", "NO_COLOR": "1"}  # so that help comes in plain, unbroken lines
    both = contextlib.redirect_stderr(said), contextlib.redirect_stdout(said)
    with both[0], both[1], contextlib.suppress(SystemExit):
        parser(words[0])[0].parse_args(words)
    return said.getvalue()


def rights_table() -> str:
    """Who may send which command, as Markdown."""
    return _table(("Command", *COMMAND_COLUMNS), command_rows(PUBLIC_COMMANDS))


def endpoints_table() -> str:
    """Who may ask which address, as Markdown."""
    return _table(("Address", *ENDPOINT_COLUMNS), endpoint_rows())


def limits_table() -> str:
    """Every bound at the doors, as Markdown."""
    lines = ["| What | How much | Past it |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in limits.table())])


def _table(head: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    columns = list(head)
    lines = [f"| {' | '.join(columns)} |", "|" + "---|" * len(columns)]
    lines += [f"| `{name}` | {' | '.join(cells)} |" for name, *cells in rows]
    return "\n".join(lines)


TABLES = {
    "settings": settings_table,
    "commands": commands_table,
    "rights": rights_table,
    "endpoints": endpoints_table,
    "limits": limits_table,
}


def with_tables(text: str) -> tuple[str, list[str]]:
    """The page with its tables as the program has them, and the names of the tables that it has."""
    found: list[str] = []
    for name, make in TABLES.items():
        marked = re.compile(rf"(<!-- {name}: .*? -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        if marked.search(text):
            found.append(name)
            table = make().replace("\\", r"\\")
            text = marked.sub(rf"\g<1>\n{table}\n\n\g<2>", text)
    return text, found


def anchors(text: str) -> set[str]:
    """The names under which the headings of a page can be linked to, as GitHub makes them."""
    found: set[str] = set()
    for heading in HEADING.findall(FENCED.sub("", text)):
        plain = re.sub(r"[^\w\s-]", "", re.sub(r"[`*]", "", heading).lower())
        name, again = plain.strip().replace(" ", "-"), 0
        while (name if not again else f"{name}-{again}") in found:
            again += 1
        found.add(name if not again else f"{name}-{again}")
    return found


def wrong_links(page: Path, text: str) -> Iterator[str]:
    """Links to files and headings that are not there."""
    for target in LINK.findall(INLINE.sub("", FENCED.sub("", text))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, heading = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.exists():
            yield f"there is no {target}"
        elif heading and file.suffix == ".md" and heading not in anchors(file.read_text(encoding="utf-8")):
            yield f"{target} has no such heading"


def typed(text: str) -> Iterator[str]:
    """What a page tells its reader to type: the lines of its blocks of code, and code within a sentence."""
    for block in FENCED.finditer(text):
        for line in block.group().splitlines()[1:-1]:
            yield re.sub(r"(^|\s)#.*", "", line).removeprefix("$ ").strip()
    for found in INLINE.findall(FENCED.sub("", text)):
        yield found.strip()


def wrong_commands(text: str, targets: set[str]) -> Iterator[str]:
    """Commands and variables that the project doesn't know."""
    for line in typed(text):
        for variable in VARIABLE.findall(line):
            if variable not in VARIABLES:
                yield f"there is no setting {variable}"
        words = _split(line)
        while words and re.fullmatch(r"[A-Z_]+=.*", words[0]):
            words = words[1:]
        if (
            len(words) > 1
            and words[0].endswith("evenfloor")
            and "/" not in words[0].removeprefix(".venv/bin/")
        ):
            wrong = _refused(words[1:])
            if wrong:
                yield f"`{line}`: {wrong}"
        if len(words) > 1 and words[0] == "make":
            unknown = [w for w in words[1:] if "=" not in w and w not in targets]
            if unknown:
                yield f"`{line}`: there is no make {unknown[0]}"


def _split(line: str) -> list[str]:
    try:
        words = shlex.split(line)
    except ValueError:
        return []
    ends = [i for i, word in enumerate(words) if word in {">", "|", "&&", "&", ";"}]
    return words[: min(ends, default=len(words))]


def _refused(words: list[str]) -> str:
    """What the command line has against these words; empty if it takes them."""
    if PLACEHOLDER.fullmatch(words[0]):
        return ""
    said = "" if {"--help", "--version"} & set(words) else said_by(words).strip()
    names_a_command = len(words) == 1 or (words[0] == "key" and len(words) == 2)
    return "" if names_a_command and "are required" in said else said


def pages(root: Path) -> list[Path]:
    """Every page that people read."""
    return sorted([*root.glob("*.md"), *(root / "docs").rglob("*.md")])


def look(root: Path, *, write: bool = False) -> list[str]:
    """A line for each thing that a checkout's pages say and that is not so; `write` makes the tables anew."""
    makefile = root / "Makefile"
    targets = set(TARGET.findall(makefile.read_text(encoding="utf-8"))) if makefile.exists() else set()
    wrong: list[str] = []
    seen: set[str] = set()
    for page in pages(root):
        name = page.relative_to(root)
        text = page.read_text(encoding="utf-8")
        right, found = with_tables(text)
        seen.update(found)
        if right != text and write:
            page.write_text(right, encoding="utf-8")
        elif right != text:
            wrong.append(f"{name}: a table ({', '.join(found)}) is not what the program says: make docs")
        wrong += [f"{name}: {one}" for one in (*wrong_links(page, text), *wrong_commands(text, targets))]
    wrong += [f"no page in docs/ has the table of {name}" for name in TABLES if name not in seen]
    return list(dict.fromkeys(wrong))


def main() -> None:
    """Exit with 1 and a line for each thing that is not so."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--write", action="store_true", help="make the tables of settings and commands anew")
    wrong = look(ROOT, write=asked.parse_args().write)
    if wrong:
        sys.exit("\n".join(wrong))
    print(f"{len(pages(ROOT))} pages agree with the project")


if __name__ == "__main__":
    main()
