"""Which ideas sound alike, so that a person can look whether they are one.

Cosine of character trigrams: it needs no model and no dictionary, works in any language that is written in
letters, and forgives endings and slips of the pen. After Cavnar & Trenkle 1994, N-gram-based text
categorization, SDAIR-94. It compares letters, not meanings: it only suggests, and a person decides.
"""

from collections import Counter
from collections.abc import Mapping
from math import sqrt

from app.facilitation.ideas.record import Ideas, IdeaState
from app.facilitation.ids import IdeaId, IdeaKind

ALIKE = 0.45
"""From here on two ideas are suggested; our own, low enough for "Benches at the six stops, and a voice that
reads the timetable" beside "A bench, and a timetable you can hear, at six stops" (.49); what has nothing in
common but words like "at every stop" stays under .35."""
MOST_PAIRS = 10
"""More would not be looked at."""


def trigrams(text: str) -> Counter[str]:
    """How often each three letters stand in the text, words apart, whatever their case."""
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    padded = f" {' '.join(words)} "
    return Counter(padded[at : at + 3] for at in range(len(padded) - 2))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """The cosine of two texts' trigrams, 0 to 1."""
    together = _together(one, other)
    return together / (_length(one) * _length(other)) if together else 0.0


def _together(one: Counter[str], other: Counter[str]) -> int:
    shorter, longer = sorted((one, other), key=len)
    return sum(many * longer[gram] for gram, many in shorter.items() if gram in longer)


def _length(grams: Counter[str]) -> float:
    return sqrt(sum(many * many for many in grams.values()))


def alike(texts: Mapping[IdeaId, str]) -> list[tuple[IdeaId, IdeaId]]:
    """The pairs that sound most alike, the most alike first; ties in the order given."""
    grams = [(idea, own := trigrams(text), _length(own)) for idea, text in texts.items()]
    found = []
    for at, (idea, own, length) in enumerate(grams):
        for other, theirs, their_length in grams[at + 1 :]:
            near = _together(own, theirs) / (length * their_length or 1.0)
            if near >= ALIKE:
                found.append((near, idea, other))
    found.sort(key=lambda pair: -pair[0])
    return [(idea, other) for _, idea, other in found[:MOST_PAIRS]]


def alike_ideas(ideas: Ideas) -> list[tuple[IdeaId, IdeaId]]:
    """Of what stands on the screens: needs beside needs, proposals beside proposals."""
    pairs = []
    for kind in IdeaKind:
        shown = (ideas.by_id[idea] for idea in ideas.order)
        texts = {one.id: one.text for one in shown if one.what is kind and one.state is IdeaState.published}
        pairs += alike(texts)
    return pairs
