"""RTTM, the format in which recordings say who spoke when: one line a stretch of speech.

`SPEAKER meeting 1 start_s duration_s <NA> <NA> speaker <NA> <NA>`; other record types, comments (`;;`) and
empty lines are passed over. Described in NIST, *The 2009 (RT-09) Rich Transcription Meeting Recognition
Evaluation Plan*, appendix A.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

OTHER_TYPES = frozenset(
    {
        "SEGMENT",
        "NOSCORE",
        "NO_RT_METADATA",
        "LEXEME",
        "NON-LEX",
        "NON-SPEECH",
        "FILLER",
        "EDIT",
        "IP",
        "SU",
        "CB",
        "A/P",
        "SPKR-INFO",
    }
)
"""Record types that say nothing about who spoke when."""

MIN_FIELDS = 8
"""A SPEAKER line is read up to its speaker; some programs leave the fields after it out."""

MAX_BYTES = 64 * 1024 * 1024
"""A line is about 50 bytes: far more than a day of anybody's meeting, and still little memory."""

MAX_S = 7 * 24 * 60 * 60
"""No recording is longer than a week; a time beyond it is a mistake of the file (milliseconds for seconds,
say)."""


class RttmError(Exception):
    """The file cannot be read as a recording; a sentence for a person, with the number of the line."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of speech, in ms of the recording, `from_ms` < `to_ms`; segments may overlap and touch."""

    speaker: str
    from_ms: int
    to_ms: int


@dataclass(frozen=True, slots=True)
class Recording:
    """Who spoke when in a meeting."""

    meeting: str
    segments: tuple[Segment, ...]
    """In the order of the file; at least one."""

    @property
    def speakers(self) -> tuple[str, ...]:
        """Everybody who speaks, by name."""
        return tuple(sorted({segment.speaker for segment in self.segments}))

    @property
    def from_ms(self) -> int:
        """When the first of them begins."""
        return min(segment.from_ms for segment in self.segments)

    @property
    def to_ms(self) -> int:
        """When the last of them ends."""
        return max(segment.to_ms for segment in self.segments)


def read_rttm(path: Path) -> Recording:
    """The recording in a file; raises RttmError when there is none in it."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as failure:
        raise RttmError(f"{path} cannot be read: {failure.strerror or failure}.") from failure
    if len(raw) > MAX_BYTES:
        raise RttmError(f"{path} is larger than {MAX_BYTES // 1024 // 1024} MB, too large for a recording.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = raw[: failure.start].count(b"\n") + 1
        raise RttmError(f"{path} is not RTTM: line {line} is not text in UTF-8.") from failure
    try:
        return parse_rttm(text.split("\n"), path.stem)
    except RttmError as failure:
        raise RttmError(f"{path} is not a recording in RTTM: {failure}") from failure


def parse_rttm(lines: Iterable[str], meeting: str = "") -> Recording:
    """The recording in these lines, called what they call it (or `meeting`, where they don't).

    Raises RttmError, whose sentence names the line. Stretches that last no millisecond are passed over; one
    that ends before it starts is an error, as are two recordings in one file.
    """
    segments: list[Segment] = []
    called: str | None = None
    for number, line in enumerate(lines, 1):
        fields = line.split()
        if not fields or fields[0].startswith(";;") or fields[0] in OTHER_TYPES:
            continue
        if fields[0] != "SPEAKER":
            raise RttmError(f"line {number} begins with “{fields[0][:20]}”, which is no record type of RTTM.")
        if len(fields) < MIN_FIELDS:
            raise RttmError(
                f"line {number} has {len(fields)} fields; a SPEAKER line has at least {MIN_FIELDS}."
            )
        if called is None:
            called = fields[1]
        elif called != fields[1]:
            raise RttmError(
                f"line {number} belongs to “{fields[1][:40]}”, the lines before it to “{called[:40]}”;"
                " put each recording into a file of its own."
            )
        segment = _segment(fields, number)
        if segment.from_ms < segment.to_ms:
            segments.append(segment)
    if not segments:
        raise RttmError("no line of it says that somebody speaks.")
    return Recording(called if called and called != "<NA>" else meeting, tuple(segments))


def _segment(fields: list[str], number: int) -> Segment:
    start_ms = _ms(fields[3], "start", number)
    duration_ms = _ms(fields[4], "duration", number)
    if start_ms < 0:
        raise RttmError(f"line {number} starts at {fields[3]} s, before the recording does.")
    if duration_ms < 0:
        raise RttmError(f"line {number} ends before it starts: its duration is {fields[4]} s.")
    if fields[7] == "<NA>":
        raise RttmError(f"line {number} doesn't say who speaks.")
    return Segment(fields[7], start_ms, start_ms + duration_ms)


def _ms(field: str, what: str, number: int) -> int:
    try:
        seconds = float(field)
    except ValueError:
        raise RttmError(
            f"line {number} has “{field[:20]}” as its {what}; a number of seconds belongs there."
        ) from None
    if not isfinite(seconds) or abs(seconds) > MAX_S:
        raise RttmError(f"line {number} has a {what} of {field[:20]} s, which no recording has.")
    return round(seconds * 1000)
