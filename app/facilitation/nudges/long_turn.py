"""`long_turn`: one turn is over its limit, or one person talks on where anyone may speak.

Told to the person alone and to nobody else, ever: who talks forgets the time, and whoever sees it mostly
comes to an end by themselves (Meeting Mediator, Kim et al. 2008, DOI 10.1145/1460563.1460636).
"""

from app.facilitation import card
from app.facilitation.ids import Mode, ParticipantId, Role
from app.facilitation.nudges import dose
from app.facilitation.nudges.ahead import Ahead
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.record import Nudge
from app.facilitation.nudges.rule import Finding, Held, Rule, at_any_moment
from app.facilitation.state import State
from app.facilitation.turntaking import Turn


def _turn(state: State) -> Turn | None:
    """The turn that has a limit. One that was let in for a moment ends by itself."""
    turn = state.floor.turn
    return turn if turn is not None and turn.interruption is None else None


def holding(state: State) -> tuple[Held, ...]:
    """A turn's limit is known from the start; a clock that stands has none."""
    turn = _turn(state)
    over_at = turn.over_at if turn is not None else None
    return () if turn is None or over_at is None else (Held((turn.participant, ""), over_at),)


def rests_on(state: State) -> tuple[object, ...]:
    """The turn alone."""
    return (state.floor.turn,)


def limit_ms(state: State, who: ParticipantId) -> int:
    """How long somebody may talk alone where anyone may speak; 0: as long as they like, by their card."""
    return card.limit_ms(state.people.by_id[who].card, state.nudges.thresholds.long_turn_ms)


def find(look: Look) -> tuple[Finding, ...]:
    """Whoever has the floor for too long, by their turn or, in open mode, by their talk."""
    state = look.state
    for (who, _), over_at in holding(state):
        turn = state.floor.turn
        if who is not None and turn is not None and over_at <= look.at:
            facts = (("talk_ms", turn.spent_ms(look.at)), ("limit_ms", turn.limit_ms + turn.extended_ms))
            return (Finding(who, facts),)
    if state.floor.mode is not Mode.open:
        return ()
    alone = state.speech.alone(look.at, look.thresholds.long_gap_ms)
    if alone is None or alone.who not in state.people.by_id:
        return ()
    limit, talk_ms = limit_ms(state, alone.who), alone.until_at - alone.since_at
    if not limit or talk_ms <= limit:
        return ()
    return (Finding(alone.who, (("talk_ms", talk_ms), ("limit_ms", limit))),)


def ahead(of: Ahead) -> None:
    """Who talks alone at the settled moment talks on; for all others a stretch begins after it."""
    state, prospects = of.state, of.prospects
    if state.floor.mode is not Mode.open:
        return
    asked, settled_at = state.nudges.thresholds, prospects.settled_at
    alone = prospects.alone(asked.long_gap_ms)
    if not prospects.fresh_ms:
        of.not_before_talk(1)
        return
    of.not_before(settled_at + asked.long_turn_ms)
    if alone is None or alone.who not in state.people.by_id:
        return
    who = alone.who
    of.left_out(who)
    limit, finding = limit_ms(state, who), Finding(who, ())
    if not limit or left_in_peace(state, finding, of.at):
        return
    if dose.rested(state.nudges, RULE, finding.key, of.at) and dose.may_hear(
        state.nudges, RULE, finding.key, of.at
    ):
        of.not_before(alone.since_at + limit)


def left_in_peace(state: State, finding: Finding, _: int) -> bool:
    """Nobody hears of it but the person, so it is for people who can be told, and who are counted by time."""
    person = state.people.by_id[finding.subject] if finding.subject is not None else None
    return person is None or not person.connections or person.role not in (Role.participant, Role.facilitator)


def actions(_: State, __: Nudge) -> tuple[str, ...]:
    """Facilitators never see it."""
    return ()


RULE = Rule(
    kind="long_turn",
    find=find,
    actions=actions,
    ahead=ahead,
    ends=at_any_moment,
    holding=holding,
    of=("floor",),
    rests_on=rests_on,
    left_in_peace=left_in_peace,
    private_first=True,
    may_opt_out=True,
    own_facts=frozenset({"talk_ms", "limit_ms"}),
)
