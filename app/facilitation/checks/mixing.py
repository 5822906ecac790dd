"""Mixing the ballots of a check without names, once it is closed: what was answered stays, whose it was goes.

Why for people: "without names" is a promise about every copy that is kept, not only about a screen. So the
answers are written once more, in an order that tells nothing, and `history` takes the ones that stood beside
people from the log in the same transaction. That costs one thing: nobody owns an objection any more who could
say that it is met. Whoever needs that asks by name, or asks again.
"""

from dataclasses import fields, replace

from app.facilitation.belonging import by_nobody
from app.facilitation.checks.record import Answer, Check
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import Ballot, BallotsMixed, CheckAnswered, Event, ObjectionSettled
from app.facilitation.ids import CheckId, ObjectionId, ParticipantId
from app.facilitation.registry import Concept
from app.facilitation.state import State

concept = Concept()

SAID = tuple(each.name for each in fields(Answer))
"""What is kept of an answer: all of it but whose it is."""


def mix(draft: Draft, check: Check) -> None:
    """Write the answers of a closed check anew, without anybody's name beside them."""
    ballots = (Ballot(**{name: getattr(each, name) for name in SAID}) for each in check.given)
    # By what they say, and where that is the same by an id that was made by lot.
    ordered = sorted(ballots, key=lambda each: tuple(getattr(each, name) for name in SAID))
    draft.emit_unsigned(BallotsMixed(check.id, tuple(ordered)))


def owed(state: State) -> int | None:
    """At once, where a log of before checks were mixed is read."""
    return state.last_at if state.checks.to_mix else None


@concept.wakes(owed)
def mix_all(draft: Draft, _: int) -> None:
    """Do what was not done when they closed."""
    for check in draft.state.checks.to_mix:
        mix(draft, draft.state.checks.by_id[check])


@concept.evolves(BallotsMixed)
def mixed(state: State, event: BallotsMixed, _: Recorded) -> State:
    """Nobody's answer stands beside them any more."""
    ballots = tuple(Answer(**{name: getattr(each, name) for name in SAID}) for each in event.ballots)
    check = replace(state.checks.by_id[event.check], answers={}, ballots=ballots)
    to_mix = tuple(each for each in state.checks.to_mix if each != event.check)
    by_id = {**state.checks.by_id, check.id: check}
    return state._replace(checks=replace(state.checks, by_id=by_id, to_mix=to_mix))


JOINS = frozenset({"check.answered", "objection.settled"})
"""The kinds of events in which an answer stands beside a person."""


def unlinked(recorded: Recorded, mixed: frozenset[CheckId]) -> Recorded:
    """An event of the log as it stands once the ballots of these checks were mixed."""
    event: Event = recorded.event
    if isinstance(event, CheckAnswered) and event.check in mixed:
        nobody = CheckAnswered(event.check, ParticipantId(""), 0, (), "", ObjectionId(""))
        return by_nobody(recorded._replace(event=nobody))
    if isinstance(event, ObjectionSettled) and event.check in mixed and event.how != "overruled":
        return by_nobody(recorded)
    return recorded
