"""Whether people came: after a nudge, and where the same held of them without one.

Most people who are quiet come by themselves after a while, so an effect alone says nothing: it stands beside
the room's own un-nudged rate for the same length of quiet (the same wait with a hand up, as many times cut
off), or beside "too few to say". Came means: raised a hand, took the floor or spoke. Kinds that do not want
their subject to come in have no effect of this sort.
"""

from collections.abc import Mapping

from app.facilitation.draft import Draft
from app.facilitation.events import EffectMeasured, QuietFollowed
from app.facilitation.ids import ParticipantId, Status
from app.facilitation.nudges.record import Nudge, Nudges, QuietCase
from app.facilitation.nudges.settings import THRESHOLDS, WITHIN_MS
from app.facilitation.state import State


def came(state: State, participant: ParticipantId, from_at: int, at: int) -> bool:
    """Whether somebody asked for the floor, took it or spoke (settled talk) from `from_at` to `at`."""
    hand = state.queue.hands.get(participant)
    if hand is not None and hand.asked_at >= from_at:
        return True
    for turn in (state.floor.turn, state.floor.last):
        if turn is not None and turn.participant == participant and turn.started_at >= from_at:
            return True
    return state.speech.talked_ms(participant, from_at, at) > 0


def _next_within(known: tuple[int, ...]) -> int | None:
    """The first span whose outcome is not known yet."""
    return next((within for within in WITHIN_MS if within not in known), None)


def _effect_due(nudge: Nudge) -> int | None:
    within = _next_within(tuple(span for span, _ in nudge.effect))
    return None if within is None else nudge.effect_from_at + within


def _case_due(case: QuietCase) -> int | None:
    within = _next_within(case.followed)
    return None if within is None else case.crossed_at + within


def next_of(case: QuietCase) -> QuietCase:
    """The case with when it is next to be looked at."""
    return case._replace(due_at=_case_due(case))


def with_due(nudges: Nudges) -> Nudges:
    """The nudges with only what is still followed, and when that is next to be looked at."""
    measuring = tuple(n for n in nudges.measuring if _effect_due(nudges.by_id[n]) is not None)
    cases = tuple([case for case in nudges.cases if case.due_at is not None])
    times = [_effect_due(nudges.by_id[n]) for n in measuring] + [case.due_at for case in cases]
    due_at = min((at for at in times if at is not None), default=None)
    return nudges._replace(measuring=measuring, cases=cases, due_at=due_at)


def next_due(state: State) -> int | None:
    """When the outcome of a nudge or a case is next to be looked at."""
    return state.nudges.due_at if state.session.status is Status.open else None


def measure(draft: Draft, deadline: int) -> None:
    """Say of everything that is due whether the person came."""
    nudges = draft.state.nudges
    for nudge_id in nudges.measuring:
        nudge = nudges.by_id[nudge_id]
        within = _next_within(tuple(span for span, _ in nudge.effect))
        from_at = nudge.effect_from_at
        if within is not None and nudge.subject is not None and from_at + within <= deadline:
            wanted_to = nudge.answer in {"speak_next", "write"}
            did = wanted_to or came(draft.state, nudge.subject, from_at, from_at + within)
            draft.emit(EffectMeasured(nudge_id, within, did))
    for case in nudges.cases:
        if case.due_at is None or case.due_at > deadline:
            continue
        within = _next_within(case.followed)
        if within is not None:
            did = came(draft.state, case.participant, case.crossed_at, case.crossed_at + within)
            draft.emit(QuietFollowed(case.participant, case.crossed_at, within, did, case.rule))


def baseline(state: State, kind: str) -> Mapping[int, tuple[int, int]]:
    """The un-nudged rate of a kind: for each span in ms how many came, of how many cases. See `enough`."""
    return {within: state.nudges.followed.get((kind, within), (0, 0)) for within in WITHIN_MS}


def enough(cases: int) -> bool:
    """Whether so many cases make a rate; else it is "too few to say"."""
    return cases >= THRESHOLDS.enough_cases
