"""How often somebody may have begun to speak while another did: a bound, for who looks for cutting off. It is
counted as speech is told, so that a meeting in which nobody talks into another's words costs nothing more.
"""

from typing import NamedTuple

from app.facilitation.ids import ParticipantId
from app.facilitation.speech.definitions import NEVER
from app.facilitation.speech.facts import NOBODY, Facts
from app.facilitation.speech.sources import RANK, Source


class Crossed(NamedTuple):
    """So often somebody began while another was heard (or in what came in batches, which may overlap), and
    the last such moment."""

    times: int
    last_at: int

    def again(self, at: int, times: int = 1) -> "Crossed":
        """So much oftener, the last time at a moment."""
        return Crossed(self.times + times, max(at, self.last_at))


NOT_CROSSED = Crossed(0, NEVER)


def crosses(facts: Facts, heard_until: int, who: ParticipantId, source: Source, at: int) -> bool:
    """Whether a source that begins to hear somebody may mean that they begin while another speaks: of a
    person only what their best source says counts."""
    if not _best(facts, who, source):
        return False
    return at < heard_until or any(
        heard != who and _best(facts, heard, known) for heard, known in facts.running
    )


def _best(facts: Facts, who: ParticipantId, source: Source) -> bool:
    """Whether no better source listens to somebody now."""
    everybody, tracks = facts.everybody, facts.people.get(who, NOBODY).tracks
    return all(
        everybody[better].since is None and tracks[better].cover.since is None
        for better in range(RANK[source])
    )
