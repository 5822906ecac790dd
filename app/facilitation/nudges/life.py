"""The life of a nudge as events tell it: raised, seen, acted on, left, put off, over; and its effect."""

from app.facilitation.draft import Recorded
from app.facilitation.events import (
    Audience,
    EffectMeasured,
    InvitationAnswered,
    NudgeActed,
    NudgeDismissed,
    NudgeExpired,
    NudgeForwarded,
    NudgeKindMuted,
    NudgeRaised,
    NudgeReopened,
    NudgesHushed,
    NudgesTuned,
    NudgeToneSet,
    NudgeWithheld,
    QuietCrossed,
    QuietFollowed,
)
from app.facilitation.ids import NudgeId
from app.facilitation.nudges import tuning
from app.facilitation.nudges.actions import ASK_PRIVATELY, NOTED
from app.facilitation.nudges.effect import next_of, with_due
from app.facilitation.nudges.record import FACILITATORS, Nudge, Nudges, QuietCase, Withheld
from app.facilitation.nudges.registry import rule_of
from app.facilitation.registry import Concept
from app.facilitation.state import State

concept = Concept()


def _with(state: State, nudges: Nudges) -> State:
    return state._replace(nudges=with_due(nudges))


def _not_undone(state: State, nudge: NudgeId) -> State:
    """What was done about this nudge can be taken back no more."""
    undo = {kind: action for kind, action in state.undo.items() if kind != f"nudge:{nudge}"}
    return state._replace(undo=undo)


def _changed(nudges: Nudges, nudge: Nudge, *, live: bool) -> Nudges:
    """The nudges with one of them replaced, watched on or not."""
    watched = nudges.live
    if live and nudge.id not in watched:
        watched = (*watched, nudge.id)
    elif not live:
        watched = tuple(other for other in watched if other != nudge.id)
    return nudges._replace(by_id={**nudges.by_id, nudge.id: nudge}, live=watched)


def _measured_anew(nudges: Nudges, nudge: Nudge) -> Nudges:
    """The effect counts from another moment now."""
    if not rule_of(nudge.rule).invites or nudge.subject is None or nudge.id in nudges.measuring:
        return nudges
    return nudges._replace(measuring=(*nudges.measuring, nudge.id))


@concept.evolves(NudgeRaised)
def raised(state: State, event: NudgeRaised, _: Recorded) -> State:
    """A new nudge; who is nudged is no un-nudged case any more."""
    nudge = Nudge(
        event.nudge,
        event.rule,
        event.subject,
        event.audience,
        event.facts,
        event.raised_at,
        about=event.about,
    )
    nudges = _measured_anew(_changed(state.nudges, nudge, live=True), nudge)
    cases = tuple(
        [case for case in nudges.cases if case.rule != event.rule or not nudge.concerns(case.participant, "")]
    )
    return _with(state, nudges._replace(order=(*nudges.order, nudge.id), cases=cases))


@concept.evolves(NudgeForwarded)
def forwarded(state: State, event: NudgeForwarded, _: Recorded) -> State:
    """Facilitators see it, new to them, whatever its subject did with the private note."""
    nudge = state.nudges.by_id[event.nudge]
    audience = (*nudge.audience, Audience(FACILITATORS, event.forwarded_at))
    nudge = nudge._replace(
        audience=audience,
        forwarded_at=event.forwarded_at,
        life="new",
        action="",
        acted_at=None,
    )
    return _not_undone(_with(state, _changed(state.nudges, nudge, live=True)), event.nudge)


@concept.evolves(NudgeActed)
def acted(state: State, event: NudgeActed, recorded: Recorded) -> State:
    """Somebody did what it proposes; its effect counts from here."""
    nudge = state.nudges.by_id[event.nudge]
    if event.action == NOTED and nudge.forwarded_at is not None:
        # From then on its life is the facilitators' side of it; what its subject did is theirs alone.
        return _with(state, _changed(state.nudges, nudge._replace(answer=NOTED), live=True))
    audience, answer = nudge.audience, nudge.answer
    if event.action == ASK_PRIVATELY and nudge.subject is not None:
        audience = (*audience, Audience(nudge.subject, recorded.at))
    if event.action == NOTED:
        answer = NOTED
    nudge = nudge._replace(
        life="acted",
        action=event.action,
        acted_at=recorded.at,
        audience=audience,
        answer=answer,
        was=event.was,
        effect=(),
    )
    # An invitation is watched until its guest came; a private note until it is forwarded or over.
    live = event.action in {ASK_PRIVATELY, NOTED}
    return _with(state, _measured_anew(_changed(state.nudges, nudge, live=live), nudge))


@concept.evolves(NudgeDismissed)
def dismissed(state: State, event: NudgeDismissed, _: Recorded) -> State:
    """Left, or put off."""
    nudge = state.nudges.by_id[event.nudge]
    snoozed = bool(event.snoozed_until)
    nudge = nudge._replace(life="snoozed" if snoozed else "dismissed", snoozed_until=event.snoozed_until)
    return _with(state, _changed(state.nudges, nudge, live=snoozed))


@concept.evolves(NudgeExpired)
def expired(state: State, event: NudgeExpired, _: Recorded) -> State:
    """Over; what was done about it stays done."""
    nudge = state.nudges.by_id[event.nudge]
    life = "expired" if nudge.life in {"new", "snoozed"} else nudge.life
    nudge = nudge._replace(life=life, ended_at=event.expired_at)
    return _with(state, _changed(state.nudges, nudge, live=False))


@concept.evolves(NudgeReopened)
def reopened(state: State, event: NudgeReopened, _: Recorded) -> State:
    """As before somebody acted on it or left it: an undo, or the end of a pause."""
    nudge = state.nudges.by_id[event.nudge]
    audience = nudge.audience
    if nudge.action == ASK_PRIVATELY:
        audience = tuple(one for one in audience if one.to != nudge.subject)
    anew = nudge.acted_at is not None
    nudge = nudge._replace(
        life="new",
        action="",
        was="",
        acted_at=None,
        snoozed_until=0,
        answer="",
        ended_at=None,
        audience=audience,
        effect=() if anew else nudge.effect,
    )
    return _with(state, _measured_anew(_changed(state.nudges, nudge, live=True), nudge))


@concept.evolves(NudgeWithheld)
def withheld(state: State, event: NudgeWithheld, _: Recorded) -> State:
    """Not raised, and not for its rule's cooldown; what is past that is forgotten."""
    nudges = state.nudges
    kept = tuple(one for one in nudges.withheld if event.withheld_at - one.at < rule_of(one.rule).cooldown_ms)
    one = Withheld(event.rule, event.subject, event.withheld_at, event.about)
    return state._replace(nudges=nudges._replace(withheld=(*kept, one)))


@concept.evolves(InvitationAnswered)
def answered(state: State, event: InvitationAnswered, _: Recorded) -> State:
    """Every answer is fine; a question that was answered can't be taken back."""
    nudge = state.nudges.by_id[event.nudge]._replace(answer=event.answer)
    by_id = {**state.nudges.by_id, nudge.id: nudge}
    return _not_undone(state._replace(nudges=state.nudges._replace(by_id=by_id)), event.nudge)


@concept.evolves(NudgesHushed)
def hushed(state: State, event: NudgesHushed, _: Recorded) -> State:
    """Nothing new for facilitators until then."""
    nudges = state.nudges._replace(hushed_until=event.until_at, hushed_for_item=event.for_item)
    return state._replace(nudges=nudges)


@concept.evolves(NudgeKindMuted)
def muted(state: State, event: NudgeKindMuted, _: Recorded) -> State:
    """A kind that somebody hears of no more, or again."""
    one = frozenset({(event.to, event.rule)})
    known = state.nudges.muted
    return state._replace(nudges=state.nudges._replace(muted=known | one if event.on else known - one))


@concept.evolves(NudgesTuned)
def tuned(state: State, event: NudgesTuned, _: Recorded) -> State:
    """A setting has another value. One that this release does not have any more moves nothing."""
    thresholds = tuning.tuned(state.nudges.thresholds, event.name, event.value)
    return state._replace(nudges=state.nudges._replace(thresholds=thresholds))


@concept.evolves(NudgeToneSet)
def tone_set(state: State, event: NudgeToneSet, _: Recorded) -> State:
    """Another wording."""
    return state._replace(nudges=state.nudges._replace(tone=event.tone))


@concept.evolves(EffectMeasured)
def effect_measured(state: State, event: EffectMeasured, _: Recorded) -> State:
    """What came of a nudge within a time."""
    nudge = state.nudges.by_id[event.nudge]
    nudge = nudge._replace(effect=(*nudge.effect, (event.within_ms, event.came)))
    return _with(state, state.nudges._replace(by_id={**state.nudges.by_id, nudge.id: nudge}))


@concept.evolves(QuietCrossed)
def quiet_crossed(state: State, event: QuietCrossed, _: Recorded) -> State:
    """A case to follow."""
    case = next_of(QuietCase(event.participant, event.crossed_at, event.rule))
    return _with(state, state.nudges._replace(cases=(*state.nudges.cases, case)))


@concept.evolves(QuietFollowed)
def quiet_followed(state: State, event: QuietFollowed, _: Recorded) -> State:
    """What came of a case within a time."""
    nudges = state.nudges
    key = (event.rule, event.within_ms)
    came, cases = nudges.followed.get(key, (0, 0))
    followed = {**nudges.followed, key: (came + event.came, cases + 1)}
    crossing = (event.participant, event.crossed_at, event.rule)
    cases_open = tuple(
        next_of(case._replace(followed=(*case.followed, event.within_ms)))
        if case.crossing == crossing
        else case
        for case in nudges.cases
    )
    return _with(state, nudges._replace(followed=followed, cases=cases_open))
