"""What a rule of nudging is: when it holds for whom, who hears of it first, and what it offers to do."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from app.facilitation.ids import ParticipantId
from app.facilitation.nudges.actions import BY_VOICE
from app.facilitation.nudges.ahead import GRID_MS, Ahead
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.record import Facts, Nudge
from app.facilitation.nudges.settings import THRESHOLDS
from app.facilitation.state import State

Key = tuple[ParticipantId | None, str]
"""Whom or what a nudge is about: a person, else what `about` names, else the session (`(None, "")`)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule holds for somebody or something, with the figures that say so."""

    subject: ParticipantId | None
    facts: Facts
    about: str = ""

    @property
    def key(self) -> Key:
        """What it is about."""
        return self.subject, self.about

    def unnamed(self) -> "Finding":
        """The same without whom it is about, and without a figure that could tell."""
        return Finding(None, (), self.about)


class ForGroup(NamedTuple):
    """What a kind of nudge is to a group that leads itself."""

    actions: frozenset[str] = frozenset()
    """What anybody of the group can do by it; "we did it" is always possible."""
    least_people: int = 0
    """In fewer people than this all would know who is meant."""


class Held(NamedTuple):
    """From `from_at` on a rule holds for this, unless something happens."""

    key: Key
    from_at: int


def nothing_ahead(_: Ahead) -> None:
    """No speech and no silence alone makes the rule hold."""


def at_any_moment(of: Ahead, _: Nudge) -> None:
    """It may end at any moment."""
    of.at_once()


def while_it_holds(_: Ahead, __: Nudge) -> None:
    """What ends it is no speech."""


def crosses_never(_: State) -> tuple[int, ...]:
    """No moment is known before."""
    return ()


def nobody_crossed(_: Look) -> tuple[ParticipantId, ...]:
    """No cases are noted."""
    return ()


def no_deadline(_: State) -> Iterable[Held]:
    """Nothing is certain from the state alone."""
    return ()


def rests_on_nothing(_: State) -> tuple[object, ...]:
    """Nothing but speech moves it."""
    return ()


def never(_: State, __: Finding, ___: int) -> bool:
    """Nothing that anybody chose speaks against it."""
    return False


def told_since(state: State, kind: str, key: Key, since_at: int) -> bool:
    """Whether a nudge of this kind about the same was raised from then on."""
    nudges = (state.nudges.by_id[nudge_id] for nudge_id in reversed(state.nudges.order))
    return any(
        nudge.rule == kind and nudge.concerns(*key) and nudge.raised_at >= since_at for nudge in nudges
    )


def not_heard_since(kind: str) -> Callable[[State, Finding, int], bool]:
    """Whether the same was raised before and nobody was heard since: a room that is left alone must not go on
    nudging itself."""

    def left_in_peace(state: State, finding: Finding, _: int) -> bool:
        nudges, speech = state.nudges, state.speech
        if speech.facts.running:
            return False
        for nudge_id in reversed(nudges.order):
            nudge = nudges.by_id[nudge_id]
            if nudge.raised_at <= speech.heard_until:
                return False
            if nudge.rule == kind and nudge.concerns(*finding.key):
                return True
        return False

    return left_in_peace


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of nudge. A pure function of a look, so that a replay finds the same."""

    kind: str
    find: Callable[[Look], tuple[Finding, ...]]
    """Everybody and everything for which the condition holds, most useful first."""
    actions: Callable[[State, Nudge], tuple[str, ...]]
    """What facilitators can do with one click now; leaving it is always possible."""

    ahead: Callable[[Ahead], None] = nothing_ahead
    """Says how soon speech or silence could make the rule find something that it does not find now (or note
    that somebody grew quiet)."""
    ends: Callable[[Ahead, Nudge], None] = while_it_holds
    """Says how soon speech or silence could end the condition of an open nudge."""
    holding: Callable[[State], Iterable[Held]] = no_deadline
    """What the state says without a figure of speech: for what the rule holds, and from when on."""
    rests_on: Callable[[State], tuple[object, ...]] = rests_on_nothing
    """All of the state that `holding` reads."""
    of: tuple[str, ...] = ()
    """The sections of the state that `rests_on` reads, besides the session itself and nudges: it is not asked
    where none of them changed."""

    of_balance: bool = False
    """Compares people's talk: not in a session's first ten minutes, where too few are measured, nor where
    nobody is counted."""
    every_ms: int = GRID_MS
    """How often it is looked for and looked after: what is about ten minutes can be ten seconds late."""
    left_in_peace: Callable[[State, Finding, int], bool] = never
    """Whether, though the condition holds, no new one is to be raised now."""
    cooldown_ms: int = THRESHOLDS.cooldown_ms
    """The same kind about the same person or thing not again within this time; a nudge is over after it,
    too."""
    private_first: bool = False
    """Whether its subject hears of it first, alone."""
    forward_ms: int | None = None
    """If private first: facilitators hear of it this much later if it held throughout; None: never."""
    may_opt_out: bool = False
    """If private first: whether its subject can say "not again today"."""
    own_facts: frozenset[str] = frozenset()
    """The figures that its subject may read: their own, nobody else's."""
    invites: bool = False
    """Whether it wants its subject to come in, so that its effect is whether they came."""
    crosses: Callable[[State], tuple[int, ...]] = crosses_never
    """When, by the state alone, it will hold of somebody, to be told or not: then it is looked who is a case
    of the un-nudged rate. Rests on what `holding` does."""
    crossed: Callable[[Look], tuple[ParticipantId, ...]] = nobody_crossed
    """Of whom it holds since this look. (The quiet one's cases are noted in `check`.)"""

    for_group: ForGroup | None = None
    """How it is said to a group that leads itself; None: it has no wording that names nobody, and is silent.
    """

    def addresses(self, look: Look) -> bool:
        """Whether those who lead now can be told of it at all."""
        if not look.state.nudges.to_group:
            return True
        return self.for_group is not None and look.people >= self.for_group.least_people

    def offered(self, state: State, nudge: Nudge) -> tuple[str, ...]:
        """What can be done with a nudge of this kind with one tap now, by those whom it is addressed to."""
        actions = self.actions(state, nudge)
        if not nudge.to_group or self.for_group is None:
            return actions
        own = self.for_group.actions
        return (*(action for action in actions if action in own), BY_VOICE)

    @property
    def clocked(self) -> bool:
        """Whether the state says without a figure of speech when it holds."""
        return self.holding is not no_deadline

    @property
    def by_speech(self) -> bool:
        """Whether figures of speech can make it hold."""
        return self.ahead is not nothing_ahead
