"""Who was counted when, and what somebody counted all the time would have been due."""

from bisect import bisect_right
from collections.abc import Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from app.facilitation.ids import ParticipantId
from app.facilitation.speech.checkpoint import Checkpoint, Moment
from app.facilitation.speech.reading import tail
from app.facilitation.speech.spans import Span

if TYPE_CHECKING:
    from app.facilitation.speech.hearing import Hearing

_AT = itemgetter(0)


class Stays(NamedTuple):
    """The spans in which each person was counted, up to a moment."""

    people: Mapping[ParticipantId, list[Span]]
    base: Checkpoint
    fresh: list[Moment]
    """The room at each change after the checkpoint."""

    def room_due(self, at: int) -> int:
        """The running sum of k/n up to a moment, in units of 1/DUE_SCALE ms."""
        if at <= self.base.room.at:
            return self.base.room_at(at).due
        index = bisect_right(self.fresh, at, key=_AT)
        return (self.fresh[index - 1] if index else self.base.room).until(at).due


def stays(hearing: "Hearing", now: int) -> Stays:
    """Everybody's, as they are settled at `now`."""
    past, stretch = tail(hearing, now)
    people: dict[ParticipantId, list[Span]] = {}
    for who in hearing.facts.people:
        settled, went = past.checkpoint.people.get(who), stretch.went(who)
        spans: list[Span] = []
        if settled is not None:
            spans += [(stay.start, stay.end) for stay in settled.stays.slice(0)]
        tally = settled.tally if settled is not None else None
        if went is not None:
            spans += [(stay.start, stay.end) for stay in went.stays]
            tally = went.tally
        if tally is not None and tally.counted and tally.counted_from < now:
            spans.append((tally.counted_from, now))
        if spans:
            people[who] = spans
    return Stays(people, past.checkpoint, stretch.moments)
