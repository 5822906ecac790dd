"""The definitions of speech and balance as a simulation of small cells of time, written without the engine's
code.

Deliberately simple and slow: every cell of 100 ms of every person is a boolean, every sum is a loop over
cells, every fair share an exact fraction. All times are multiples of the cell and at least 0.
"""

from dataclasses import dataclass, field
from fractions import Fraction

CELL = 100
JOIN = 500
SETTLE = 500
BACKCHANNEL = 1_000
TIE = 1_500
SOURCES = ("mic", "api", "tap", "floor")
TOGETHER = 300
AROUND = 300
QUIETER = 3


@dataclass
class NaivePerson:
    talk_ms: int = 0
    counted_talk_ms: int = 0
    expected: Fraction = field(default_factory=Fraction)
    turns: int = 0
    backchannels: int = 0
    quiet_ms: int = 0
    longest_quiet_ms: int = 0
    counted_ms: int = 0
    talking: bool = False


@dataclass
class NaiveFigures:
    people: dict[str, NaivePerson]
    active_ms: int = 0
    talk_ms: int = 0
    overlap_ms: int = 0
    silence_ms: int = 0
    changes: int = 0
    talk_spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    backchannel_spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)


class Naive:
    """Remembers everything as it was said, and works it out anew for every question."""

    def __init__(self) -> None:
        self.said: dict[tuple[str, ...], list[tuple[int, bool]]] = {}
        self.spans: list[tuple[str, str, int, int]] = []
        self.open: dict[tuple[str, str], int] = {}
        self.air: list[tuple[str, int, int, int]] = []
        self.levels: dict[tuple[str, str], int] = {}
        self.corrections: list[tuple[str, str, int, int, bool]] = []
        self.people: list[str] = []

    def say(self, key: tuple[str, ...], at: int, on: bool) -> None:
        self.said.setdefault(key, []).append((at, on))

    def start(self, who: str, source: str, at: int, level: int | None = None) -> None:
        if (who, source) not in self.open and level is not None:
            self.levels[who, source] = level
        self.open.setdefault((who, source), at)

    def stop(self, who: str, source: str, at: int, level: int | None = None) -> None:
        start = self.open.pop((who, source), None)
        known = self.levels.pop((who, source), None)
        if start is not None and start < at:
            self.spans.append((who, source, start, at))
            if known is not None:
                self.air.append((who, start, at, known if level is None else level))

    def copied(self, cells: int) -> set[tuple[str, int]]:
        """Each person and cell in which their device hears somebody else's voice."""
        aired = list(self.air)
        aired += [(who, self.open[who, mic], 1 << 40, level) for (who, mic), level in self.levels.items()]
        found = set()
        for voice, v_start, v_end, v_level in aired:
            for other, start, end, level in aired:
                if voice == other or not (v_start < end and start < v_end):
                    continue
                if abs(v_start - start) <= TOGETHER:
                    wins = (-v_level, v_start, voice) < (-level, start, other)
                else:
                    wins = v_level - level >= QUIETER
                if wins:
                    first, last = max(start, v_start - AROUND), min(end, v_end + AROUND)
                    found |= {
                        (other, cell)
                        for cell in range(cells)
                        if first <= cell * CELL and (cell + 1) * CELL <= last
                    }
        return found

    def _painted(self, key: tuple[str, ...], cells: int) -> list[bool]:
        row = [False] * cells
        for at, on in self.said.get(key, []):
            for cell in range(at // CELL, cells):
                row[cell] = on
        return row

    def heard(self, now: int) -> tuple[dict[str, list[bool]], dict[str, list[bool]]]:
        """For each person and cell before `now`: is speech heard, are they covered."""
        cells = now // CELL
        speech: dict[str, list[bool]] = {}
        covered: dict[str, list[bool]] = {}
        everybody = {source: self._painted(("everybody", source), cells) for source in SOURCES}
        active = self._painted(("active",), cells)
        copied = self.copied(cells)
        for who in self.people:
            spoken = {source: [False] * cells for source in SOURCES}
            for name, source, start, end in self.spans:
                if name == who:
                    for cell in range(start // CELL, min(end // CELL, cells)):
                        spoken[source][cell] = True
            for (name, source), start in self.open.items():
                if name == who:
                    for cell in range(start // CELL, cells):
                        spoken[source][cell] = True
            cover = {source: self._painted(("cover", who, source), cells) for source in SOURCES}
            speech[who], covered[who] = [False] * cells, [False] * cells
            for cell in range(cells):
                for source in SOURCES:
                    if cover[source][cell] or everybody[source][cell] or spoken[source][cell]:
                        covered[who][cell] = True
                        copy = source == "mic" and (who, cell) in copied
                        speech[who][cell] = spoken[source][cell] and not copy
                        break
            for _, name, start, end, spoke in self.corrections:
                if name == who:
                    for cell in range(start // CELL, min(end // CELL, cells)):
                        speech[who][cell], covered[who][cell] = spoke, True
            for cell in range(cells):
                speech[who][cell] = speech[who][cell] and active[cell]
        return speech, covered

    def utterances(self, now: int) -> dict[str, list[tuple[int, int]]]:
        """Stretches of speech by person, joined over gaps under 500 ms."""
        speech, _ = self.heard(now)
        found: dict[str, list[tuple[int, int]]] = {}
        for who in self.people:
            own: list[tuple[int, int]] = []
            for cell, on in enumerate(speech[who]):
                if not on:
                    continue
                start, end = cell * CELL, (cell + 1) * CELL
                if own and start - own[-1][1] < JOIN:
                    own[-1] = (own[-1][0], end)
                else:
                    own.append((start, end))
            found[who] = own
        return found

    def classified(
        self, now: int
    ) -> tuple[dict[str, list[tuple[int, int]]], dict[str, list[tuple[int, int]]]]:
        """Settled talk and backchannels by person."""
        utterances = self.utterances(now)
        talk: dict[str, list[tuple[int, int]]] = {who: [] for who in self.people}
        backchannels: dict[str, list[tuple[int, int]]] = {who: [] for who in self.people}
        for who, own in utterances.items():
            for start, end in own:
                if now - end < SETTLE and end - start < BACKCHANNEL:
                    continue
                inside = any(
                    a <= start and end <= b and b - a > end - start
                    for other, spans in utterances.items()
                    if other != who
                    for a, b in spans
                )
                if end - start < BACKCHANNEL and inside:
                    backchannels[who].append((start, end))
                else:
                    talk[who].append((start, end))
        return talk, backchannels

    def figures(self, now: int, since: int = 0) -> NaiveFigures:  # noqa: C901  one loop, to be read from top to bottom
        """Everything from `since` to `now`."""
        cells = now // CELL
        _, covered = self.heard(now)
        talk, backchannels = self.classified(now)
        active = self._painted(("active",), cells)
        counts = {who: self._painted(("counts", who), cells) for who in self.people}
        present = {who: self._painted(("present", who), cells) for who in self.people}
        talks = {who: [False] * cells for who in self.people}
        for who, spans in talk.items():
            for start, end in spans:
                for cell in range(start // CELL, end // CELL):
                    talks[who][cell] = active[cell]
        out = NaiveFigures({who: NaivePerson() for who in self.people})
        quiet_in_window = dict.fromkeys(self.people, 0)
        for cell in range(cells):
            inside = cell * CELL >= since
            counted = {
                who
                for who in self.people
                if active[cell]
                and counts[who][cell]
                and (talks[who][cell] or (present[who][cell] and covered[who][cell]))
            }
            talking = {who for who in counted if talks[who][cell]}
            n, k = len(counted), len(talking)
            if inside and active[cell]:
                out.active_ms += CELL
                out.talk_ms += k * CELL
                out.overlap_ms += CELL if k >= 2 else 0
                out.silence_ms += CELL if k == 0 else 0
            for who, person in out.people.items():
                person.talking = talks[who][cell]
                if talks[who][cell]:
                    person.quiet_ms = quiet_in_window[who] = 0
                    person.talk_ms += CELL if inside else 0
                    person.counted_talk_ms += CELL if inside and who in counted else 0
                elif who in counted:
                    person.quiet_ms += CELL
                    quiet_in_window[who] += CELL if inside else 0
                if who in counted and inside:
                    person.counted_ms += CELL
                    person.expected += Fraction(k * CELL, n)
                person.longest_quiet_ms = max(person.longest_quiet_ms, quiet_in_window[who])
        last = None
        for start, _, who in sorted(
            (start, min(end - start, TIE), who) for who, spans in talk.items() for start, end in spans
        ):
            if who != last and start >= since:
                out.people[who].turns += 1
                out.changes += 1 if last is not None else 0
            last = who
        for who, spans in backchannels.items():
            out.people[who].backchannels = sum(start >= since for start, _ in spans)
            out.backchannel_spans[who] = [(max(a, since), b) for a, b in spans if b > since]
        for who in self.people:
            out.talk_spans[who] = []
            for cell in range(since // CELL, cells):
                if talks[who][cell]:
                    start, end = cell * CELL, (cell + 1) * CELL
                    if out.talk_spans[who] and out.talk_spans[who][-1][1] == start:
                        start = out.talk_spans[who].pop()[0]
                    out.talk_spans[who].append((start, end))
        return out

    def measured(self, now: int) -> tuple[int, int]:
        """How many are measured of how many candidates, at `now` itself."""
        figures = self.figures(now)
        _, covered = self.heard(now + CELL)
        candidates = measured = 0
        for who in self.people:
            counts = self._painted(("counts", who), now // CELL + 1)[-1]
            present = self._painted(("present", who), now // CELL + 1)[-1]
            talking = figures.people[who].talking
            if counts and (present or talking):
                candidates += 1
                measured += covered[who][-1] or talking
        return measured, candidates
