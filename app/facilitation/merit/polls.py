"""Consensus checks that are told in words, never as a mean: fist to five, gradients of agreement, consent.

Silence is not consent: who has not answered is counted apart.
"""

from collections.abc import Sequence
from enum import StrEnum

from app.facilitation.merit.accord import accord
from app.facilitation.merit.division import divided
from app.facilitation.merit.tally import Tally, answered, share_at


class FistOutcome(StrEnum):
    """What fist to five says."""

    consensus = "consensus"
    """Everybody is at 3 or more."""
    weak = "weak"
    """So they are, but fewer than half show 4 or 5."""
    concerns = "concerns"
    """Somebody is at 0 to 2: ask what would have to change, then ask again."""
    unanswered = "unanswered"


def fist_outcome(counts: Tally) -> FistOutcome:
    """Fist to five: consensus is everybody at 3 or more; element i counts those who show i fingers."""
    n = answered(counts)
    if n == 0:
        return FistOutcome.unanswered
    if sum(counts[:3]):
        return FistOutcome.concerns
    return FistOutcome.consensus if 2 * sum(counts[4:]) >= n else FistOutcome.weak


class GradientOutcome(StrEnum):
    """What the gradients of agreement say, in the order in which they are looked for."""

    blocked = "blocked"
    contested = "contested"
    not_ready = "not_ready"
    enthusiastic = "enthusiastic"
    lukewarm = "lukewarm"
    """It carries, and it is not agreement."""
    mixed = "mixed"
    unanswered = "unanswered"


NOT_READY, ENTHUSIASTIC, MOST = 1 / 5, 2 / 3, 1 / 2
"""Shares: of those who need more talk, of those behind it, and of those in between (more than); our own.
The method has no threshold of its own: a group says before what support it needs."""


def gradient_outcome(counts: Tally) -> GradientOutcome:
    """The first that fits. Levels: 1 fully behind it, 2 one small point, 3 reservations, 4 no stake, 5 needs
    more talk, 6 dislikes it and will not stand in the way, 7 do not count on me, 8 block.

    The gradients are those of Kaner, Berger & Community At Work 1987; Kaner et al., Facilitator's Guide to
    Participatory Decision-Making. The words for outcomes are ours.
    """
    n = answered(counts)
    if n == 0:
        return GradientOutcome.unanswered
    if counts[7]:
        return GradientOutcome.blocked
    if counts[6]:
        return GradientOutcome.contested
    if share_at(counts, (5,)) >= NOT_READY:
        return GradientOutcome.not_ready
    if share_at(counts, (1, 2)) >= ENTHUSIASTIC:
        return GradientOutcome.enthusiastic
    if share_at(counts, (3, 4, 5, 6)) > MOST:
        return GradientOutcome.lukewarm
    return GradientOutcome.mixed


class ScoreOutcome(StrEnum):
    """What one score of 1 to 5 says."""

    agreed = "agreed"
    """Three quarters or more give 4 or 5, and hardly anybody 1 or 2 (see `accord`)."""
    divided = "divided"
    """The answers stand in two camps."""
    mixed = "mixed"
    unanswered = "unanswered"


def score_outcome(counts: Tally) -> ScoreOutcome:
    """The first that fits."""
    agreed = accord(counts)
    if agreed is None:
        return ScoreOutcome.unanswered
    if agreed:
        return ScoreOutcome.agreed
    return ScoreOutcome.divided if divided(counts) else ScoreOutcome.mixed


class ObjectionState(StrEnum):
    """What became of a reasoned objection."""

    open = "open"
    integrated = "integrated"
    withdrawn = "withdrawn"
    overruled = "overruled"
    """By a rule that was said before; the objection stays in the record."""


class ConsentOutcome(StrEnum):
    """Whether there is consent: no reasoned objection is open, and enough people said so themselves."""

    consent = "consent"
    objections_open = "objections_open"
    overruled = "overruled"
    """Nothing is open, but not everybody could be met; that is not consent."""
    unanswered = "unanswered"


def consent_outcome(consenting: int, objections: Sequence[ObjectionState], quorum: int) -> ConsentOutcome:
    """Sociocratic consent: good enough for now, safe enough to try, no reasoned and paramount objection.

    `quorum` people must have answered, with consent or objection; those who said nothing consent to nothing.
    """
    if ObjectionState.open in objections:
        return ConsentOutcome.objections_open
    if consenting + len(objections) < max(1, quorum):
        return ConsentOutcome.unanswered
    if ObjectionState.overruled in objections:
        return ConsentOutcome.overruled
    return ConsentOutcome.consent
