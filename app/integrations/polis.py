"""`participants-votes.csv`, the file in which a Polis conversation is exported: a row a person, a column a
statement; and `comments.csv` beside it, which has the statements' words.

Statement columns are those whose heading is a number, in any place; `participant` and `group-id` are read
where they are there, other columns are passed over. Votes are 1 agree, -1 disagree, 0 pass, blank unseen (in
exports; inside Polis agree is -1).
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 512 * 1024 * 1024
"""Far more than the largest conversations: a hundred thousand people by two thousand statements."""

VOTES: dict[str, int | None] = {"": None, "1": 1, "-1": -1, "0": 0}
SEPARATORS = ",;\t"
"""Spreadsheets of some languages save with a semicolon."""


class PolisError(Exception):
    """The file cannot be read as such an export; a sentence for a person, with the number of the line."""


@dataclass(frozen=True, slots=True)
class Voter:
    """One person; `votes` has an element for each statement, None where they did not see it."""

    participant: str
    group: str
    """The export's own group, empty where it has none for them."""
    votes: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Conversation:
    """An export; statements in the order of their columns, people in the order of their rows."""

    statements: tuple[str, ...]
    voters: tuple[Voter, ...]

    @property
    def grouped(self) -> bool:
        """Whether the file says of anybody which group they are in."""
        return any(voter.group for voter in self.voters)


def read_votes(path: Path) -> Conversation:
    """The conversation in a file; raises PolisError when there is none in it."""
    text = _text(path, "votes")
    try:
        return parse_votes(text)
    except PolisError as failure:
        raise PolisError(f"{path} is no export of votes: {failure}") from failure


def _text(path: Path, of: str) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as failure:
        raise PolisError(f"{path} cannot be read: {failure.strerror or failure}.") from failure
    if len(raw) > MAX_BYTES:
        raise PolisError(f"{path} is larger than {MAX_BYTES // 1024 // 1024} MB, too large for an export.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = raw[: failure.start].count(b"\n") + 1
        raise PolisError(f"{path} is no export of {of}: line {line} is not text in UTF-8.") from failure


def read_statements(path: Path) -> dict[str, str]:
    """The words of the statements in `comments.csv`, by id, without those that were moderated out (-1);
    raises PolisError when there are none in it.
    """
    text = _text(path, "statements")
    try:
        rows = _rows(text)
        first = next(rows, None)
        if first is None:
            raise PolisError("it is empty.")
        line, heading = first
        names = [name.strip() for name in heading]
        said, number = _place(names, "comment-body", line), _place(names, "comment-id", line)
        if said is None or number is None:
            raise PolisError(f"line {line} should have the headings comment-id and comment-body.")
        moderated = _place(names, "moderated", line)
        found = {}
        for line, fields in rows:
            if len(fields) != len(names):
                raise PolisError(f"line {line} has {len(fields)} fields; the heading has {len(names)}.")
            if moderated is None or fields[moderated].strip() != "-1":
                found[fields[number].strip()] = fields[said].strip()
    except PolisError as failure:
        raise PolisError(f"{path} is no export of statements: {failure}") from failure
    return found


def parse_votes(text: str) -> Conversation:
    """The conversation in this text. Raises PolisError, whose sentence names the line.

    Lines without any field are passed over. Who has no id is called by the number of their line.
    """
    rows = _rows(text)
    first = next(rows, None)
    if first is None:
        raise PolisError("it is empty.")
    line, heading = first
    names = [name.strip() for name in heading]
    columns = [place for place, name in enumerate(names) if name.isascii() and name.isdigit()]
    if not columns:
        raise PolisError(f"line {line} has no statements; its headings should have a number for each.")
    _once([names[place] for place in columns], f"line {line} has the statement")
    person, group = _place(names, "participant", line), _place(names, "group-id", line)
    voters = []
    for line, fields in rows:
        if len(fields) != len(names):
            raise PolisError(f"line {line} has {len(fields)} fields; the heading has {len(names)}.")
        voters.append(
            Voter(
                participant=(fields[person].strip() if person is not None else "") or f"line {line}",
                group=fields[group].strip() if group is not None else "",
                votes=tuple(_vote(fields[place], names[place], line) for place in columns),
            )
        )
    if not voters:
        raise PolisError("nobody voted: there is no line below the heading.")
    _once([voter.participant for voter in voters], "it has the participant")
    return Conversation(tuple(names[place] for place in columns), tuple(voters))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that has a field, with the number of its last line."""
    heading = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as failure:
            raise PolisError(f"line {reader.line_num} is broken ({failure}).") from failure
        if any(field.strip() for field in fields):
            yield reader.line_num, fields


def _place(names: Sequence[str], wanted: str, line: int) -> int | None:
    """Where the column stands; capitals, spaces and underlines do not matter."""
    same = [
        place
        for place, name in enumerate(names)
        if name.lower().replace("_", "-").replace(" ", "-") == wanted
    ]
    if len(same) > 1:
        raise PolisError(f"line {line} has the heading {wanted} twice.")
    return same[0] if same else None


def _told(field: str, most: int) -> str:
    """The beginning of a field, for a sentence: a terminal obeys the signs that it does not print."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in field[:most])


def _once(ids: Sequence[str], what: str) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise PolisError(f"{what} “{_told(one, 40)}” twice.")
        seen.add(one)


def _vote(field: str, statement: str, line: int) -> int | None:
    if field in VOTES:
        return VOTES[field]
    try:
        vote = float(field) if field.strip() else None
    except ValueError:
        vote = 2.0
    if vote not in (None, 1, 0, -1):
        raise PolisError(
            f"line {line} has “{_told(field.strip(), 20)}” as the vote on statement {statement};"
            " a vote is 1, 0, -1 or nothing."
        )
    return None if vote is None else int(vote)
