"""An independent judge of nudges on recorded meetings: from the file alone, by brute force, with none of
the engine's code.

Everybody who speaks in the recording is present and measured throughout; the session is open from the first
speech to the last. Times are ms of the recording's clock. The rules are written down here a second time, from
the design; the judge knows the whole recording, so it sees an utterance from its start on, settled or not.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path

MIN = 60_000
STEP = 1_000
TOLERANCE = 5_000


@dataclass(frozen=True)
class Claim:
    """A nudge as it was raised; `reached` are (who, when)."""

    kind: str
    subject: str
    raised_ms: int
    reached: tuple[tuple[str, int], ...]


@dataclass
class Talk:
    """One person's talk: utterances that are no backchannels, and the sum before each."""

    spans: list[tuple[int, int]]
    starts: list[int] = field(default_factory=list)
    before: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        total = 0
        for start, end in self.spans:
            self.starts.append(start)
            self.before.append(total)
            total += end - start

    def until(self, at: int) -> int:
        """Talk before a moment."""
        index = bisect_right(self.starts, at) - 1
        if index < 0:
            return 0
        start, end = self.spans[index]
        return self.before[index] + min(end, at) - start

    def quiet(self, at: int, opened: int) -> int:
        """How long they have not talked at a moment."""
        index = bisect_right(self.starts, at) - 1
        return at - opened if index < 0 else max(0, at - self.spans[index][1])


class Meeting:
    """A recording as the judge reads it."""

    def __init__(self, path: Path) -> None:
        raw: dict[str, list[tuple[int, int]]] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            fields = line.split()
            if fields and fields[0] == "SPEAKER":
                start = round(float(fields[3]) * 1000)
                raw.setdefault(fields[7], []).append((start, start + round(float(fields[4]) * 1000)))
        utterances = {who: _joined(spans) for who, spans in raw.items()}
        self.talk = {
            who: Talk([one for one in spans if not _backchannel(who, one, utterances)])
            for who, spans in utterances.items()
        }
        self.people = sorted(utterances)
        self.opened = min(spans[0][0] for spans in utterances.values())
        self.ended = max(end for spans in utterances.values() for _, end in spans)

    def holds(self, kind: str, who: str, at: int) -> bool:
        """Whether the design's condition holds for somebody at a moment."""
        if at < self.opened + 10 * MIN:
            return False
        return self._quiet_voice(who, at) if kind == "quiet_voice" else self._dominant_voice(who, at)

    def _quiet_voice(self, who: str, at: int) -> bool:
        n = len(self.people)
        if self.talk[who].quiet(at, self.opened) < min(15 * MIN, max(4 * MIN, n * MIN)):
            return False
        expected = sum(talk.until(at) for talk in self.talk.values()) / n
        return expected >= MIN and self.talk[who].until(at) / expected < 0.5

    def _dominant_voice(self, who: str, at: int) -> bool:
        n = len(self.people)
        if n < 2:
            return False
        since = max(self.opened, at - 10 * MIN)
        window = {one: talk.until(at) - talk.until(since) for one, talk in self.talk.items()}
        total = sum(window.values())
        limit = {2: 0.70, 3: 0.55}.get(n, max(2 / n, 0.30))
        if window[who] <= 3 * MIN or window[who] <= limit * total:
            return False
        expected = total / n
        return expected >= MIN and any(
            talk_ms / expected < 0.5 for one, talk_ms in window.items() if one != who
        )

    def right(self, claim: Claim) -> bool:
        """Whether the condition held within 5 s of when the nudge was raised."""
        moments = range(claim.raised_ms - TOLERANCE, claim.raised_ms + TOLERANCE + 1, 250)
        return any(self.holds(claim.kind, claim.subject, at) for at in moments)

    def unexplained(self, kind: str, claims: list[Claim]) -> tuple[int, int]:
        """Seconds in which a condition held (after its first 5 s), and how many of them nothing explains.

        Explained: by a right nudge of that subject and kind within the kind's cooldown, or by the dose.
        """
        right = [claim for claim in claims if self.right(claim)]
        held = lonely = 0
        for who in self.people:
            since: int | None = None
            for at in range(self.opened + 10 * MIN, self.ended + 1, STEP):
                if not self.holds(kind, who, at):
                    since = None
                    continue
                since = at if since is None else since
                if at - since < TOLERANCE:
                    continue
                held += 1
                lonely += not (_nudged(kind, who, at, right) or _dosed(kind, who, at, right))
        return held, lonely


COOLDOWN = {"quiet_voice": 10 * MIN, "dominant_voice": 20 * MIN}


def _nudged(kind: str, who: str, at: int, claims: list[Claim]) -> bool:
    return any(
        claim.kind == kind and claim.subject == who and 0 <= at - claim.raised_ms < COOLDOWN[kind]
        for claim in claims
    )


def _dosed(kind: str, who: str, at: int, claims: list[Claim]) -> bool:
    to, most = ("facilitators", 8) if kind == "quiet_voice" else (who, 4)
    reached = [when for claim in claims for whom, when in claim.reached if whom == to and when <= at]
    lately = sum(at - when < 60 * MIN for when in reached)
    return any(at - when < 90_000 for when in reached) or lately >= most


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start - out[-1][1] < 500:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def _backchannel(who: str, span: tuple[int, int], utterances: dict[str, list[tuple[int, int]]]) -> bool:
    start, end = span
    return end - start < 1_000 and any(
        a <= start and end <= b and b - a > end - start
        for other, spans in utterances.items()
        if other != who
        for a, b in spans
    )
