"""The figures of a session, or of a window of it: what balance, queue, nudges, screens and reports are made
of."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.facilitation.ids import ParticipantId
from app.facilitation.speech.definitions import DUE_SCALE, MIN_CHANGES
from app.facilitation.speech.indices import effective_voices, evenness, gini, gini_corrected
from app.facilitation.speech.spans import Spans


class PersonFigures(NamedTuple):
    """One person's figures over a span; times in ms of session time in which nothing was suspended."""

    talk_ms: int
    """All their talk (utterances that are no backchannels), counted or not: a facilitator's own talk stands
    here."""
    counted_talk_ms: int
    """Their talk while their role counts: the part that is compared with the fair share."""
    expected_ms: int
    """Their fair share: k/n summed over the time they were counted, rounded half up. 0 for who is never
    counted."""
    ratio: float | None
    """counted_talk / expected, 1.0 is a fair share; None under 15 s expected."""
    share: float
    """Their part of all counted talk of the span, 0 to 1."""
    turns: int
    """Their utterances that follow one of somebody else, or come first in the session."""
    backchannels: int
    """How many short utterances of theirs lay inside somebody else's."""
    quiet_ms: int
    """Counted time since they last talked (since they were first counted, if never); 0 while they talk."""
    longest_quiet_ms: int
    """Their longest counted time without talk, the one that runs included; in a window, cut to it."""
    counted_ms: int
    """How long they were counted."""
    candidate: bool
    """Whether at the end their role counts and they are here, or talk."""
    measured: bool
    """Whether at the end some source covers them."""
    talking: bool
    """Whether they talk at the end, as far as it is settled."""
    due: int
    """expected_ms as an exact integer in units of 1/DUE_SCALE ms: these sum to all counted talk."""

    @property
    def counted(self) -> bool:
        """Whether they are one of n at the end of the span (or would be, if the session were under way)."""
        return self.candidate and self.measured

    @property
    def lag_ms(self) -> int:
        """How far the person is behind their fair share (negative: ahead of it); what the balanced queue
        orders by."""
        return self.expected_ms - self.counted_talk_ms


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of all people and of the room from `since_at` to `at`."""

    since_at: int
    at: int
    active_ms: int
    """How much of the span the session was under way and not suspended."""
    people: Mapping[ParticipantId, PersonFigures]
    """Everybody who was ever introduced or heard."""
    talk_ms: int
    """Counted talk of all, overlap counted for each; the expected times of all sum to it."""
    overlap_ms: int
    """Time in which two counted people or more talk."""
    silence_ms: int
    """Time in which no counted person talks."""
    changes: int
    """Changes of speaker."""
    measured: int
    """Of the candidates, how many a source covers now."""
    candidates: int
    """How many people now have a role that counts and are here, or talk."""
    apart: Container[ParticipantId]
    """Who is left out of the room's indices, and of nothing else."""

    # The room's indices are worked out when they are asked for: most who ask for figures want none of them.

    @property
    def among(self) -> tuple[PersonFigures, ...]:
        """Those of whom enough was to be expected (15 s) to stand in the room's indices."""
        apart = self.apart
        return tuple(one for who, one in self.people.items() if one.ratio is not None and who not in apart)

    @property
    def gini(self) -> float | None:
        """Gini of the ratios."""
        return gini(one.ratio for one in self.among if one.ratio is not None)

    @property
    def gini_corrected(self) -> float | None:
        """The same times n/(n-1), to compare groups of different size."""
        return gini_corrected(one.ratio for one in self.among if one.ratio is not None)

    @property
    def evenness(self) -> float | None:
        """Normalised entropy of their shares of talk, 0 to 1."""
        return evenness(one.counted_talk_ms for one in self.among)

    @property
    def voices(self) -> float | None:
        """Effective voices, e to the entropy: "3.4 of `voices_of` voices"."""
        return effective_voices(one.counted_talk_ms for one in self.among)

    @property
    def voices_of(self) -> int:
        """How many people the room's indices are over."""
        return len(self.among)

    @property
    def enough_changes(self) -> bool:
        """Whether the span has the 20 changes of speaker without which no room index is shown."""
        return self.changes >= MIN_CHANGES

    @property
    def measured_share(self) -> float:
        """The part of the candidates that is measured now; 1.0 when there are none."""
        return self.measured / self.candidates if self.candidates else 1.0


class Speaking(NamedTuple):
    """Somebody is heard now, as far as one can tell at once (nothing settled)."""

    participant: ParticipantId
    since_at: int


class Portion(NamedTuple):
    """One person's part of a step of a curve."""

    talk_ms: int
    """Their counted talk."""
    expected_ms: int
    """Their fair share, rounded half up."""


class Lane(NamedTuple):
    """One person's line of the picture of who spoke when."""

    talk: Spans
    backchannels: Spans


_HALF_MS = DUE_SCALE // 2


def in_ms(due: int) -> int:
    """A sum of fair shares in ms, rounded half up."""
    return (due + _HALF_MS) // DUE_SCALE
