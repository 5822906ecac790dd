"""What the tables of a session say, made from its events: pure, so that a rebuild and a catch-up agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import SQLModel

from app.facilitation.decider import evolve
from app.facilitation.draft import Recorded
from app.facilitation.events import TurnCancelled, TurnEnded, TurnExtended, TurnResumed, TurnStarted
from app.facilitation.ids import TurnId
from app.facilitation.nudges.record import Nudge
from app.facilitation.state import State, Turn
from app.history import deliberated
from app.history.tables import (
    ConsensusCheckRow,
    DecisionRow,
    IdeaRow,
    NudgeRow,
    ParticipantRow,
    ScoreRow,
    TurnRow,
    UtteranceRow,
)


@dataclass(frozen=True, slots=True)
class Projection:
    """The rows of one session, and the state that its log leads to."""

    state: State
    participants: tuple[ParticipantRow, ...]
    turns: tuple[TurnRow, ...]
    utterances: tuple[UtteranceRow, ...]
    nudges: tuple[NudgeRow, ...]
    ideas: tuple[IdeaRow, ...]
    scores: tuple[ScoreRow, ...]
    checks: tuple[ConsensusCheckRow, ...]
    decisions: tuple[DecisionRow, ...]

    def rows(self) -> tuple[Sequence[SQLModel], ...]:
        """The rows of every table of `PROJECTED`, in its order."""
        return (
            self.participants,
            self.turns,
            self.utterances,
            self.nudges,
            self.ideas,
            self.scores,
            self.checks,
            self.decisions,
        )


def project(session_id: str, recorded: Iterable[Recorded]) -> Projection:
    """Fold a whole log into rows.

    Speech is that which has settled by the session's end, or by its newest event.
    """
    state = State.empty()
    turns: dict[TurnId, Turn] = {}
    for each in recorded:
        state = evolve(state, each)
        match each.event:
            case TurnStarted() | TurnExtended() | TurnResumed():
                if state.floor.turn is not None:
                    turns[state.floor.turn.id] = state.floor.turn
            case TurnEnded():
                if state.floor.last is not None:
                    turns[state.floor.last.id] = state.floor.last
            case TurnCancelled(turn):
                turns.pop(turn, None)
            case _:
                pass
    return Projection(
        state,
        _participants(session_id, state),
        tuple(_turn(session_id, number, turn) for number, turn in enumerate(turns.values(), start=1)),
        _utterances(session_id, state),
        tuple(_nudge(session_id, state.nudges.by_id[nudge]) for nudge in state.nudges.order),
        deliberated.ideas(session_id, state),
        deliberated.scores(session_id, state),
        deliberated.checks(session_id, state),
        deliberated.decisions(session_id, state),
    )


def _participants(session_id: str, state: State) -> tuple[ParticipantRow, ...]:
    people = [state.people.by_id[participant] for participant in state.people.order]
    return tuple(
        ParticipantRow(
            session_id=session_id,
            participant_id=person.id,
            number=person.number,
            name=person.name,
            role=person.role.value,
            place=person.place.value,
            seated=person.seated,
            removed=person.removed,
            joined_at=person.joined_at,
        )
        for person in people
    )


def _turn(session_id: str, number: int, turn: Turn) -> TurnRow:
    return TurnRow(
        session_id=session_id,
        turn_id=turn.id,
        number=number,
        participant_id=turn.participant,
        started_at=turn.started_at,
        ended_at=turn.ended_at,
        how=turn.how,
        limit_ms=turn.limit_ms,
        extended_ms=turn.extended_ms,
        override=turn.override,
    )


def _utterances(session_id: str, state: State) -> tuple[UtteranceRow, ...]:
    session = state.session
    if session.opened_at is None:
        return ()
    until = session.ended_at if session.ended_at is not None else state.last_at
    heard = [
        (start, end, participant, backchannel)
        for participant, lane in state.speech.lanes(session.opened_at, until).items()
        for backchannel, spans in ((False, lane.talk), (True, lane.backchannels))
        for start, end in spans
    ]
    return tuple(
        UtteranceRow(
            session_id=session_id,
            participant_id=participant,
            from_at=start,
            to_at=end,
            backchannel=backchannel,
        )
        for start, end, participant, backchannel in sorted(heard)
    )


def _nudge(session_id: str, nudge: Nudge) -> NudgeRow:
    return NudgeRow(
        session_id=session_id,
        nudge_id=nudge.id,
        rule=nudge.rule,
        subject=nudge.subject,
        audience=[{"to": each.to, "at_ms": each.at_ms} for each in nudge.audience],
        facts=dict(nudge.facts),
        raised_at=nudge.raised_at,
        life=nudge.life,
        action=nudge.action,
        acted_at=nudge.acted_at,
        ended_at=nudge.ended_at,
        answer=nudge.answer,
        effect={str(within_ms): came for within_ms, came in nudge.effect},
    )
