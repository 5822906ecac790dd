"""Taking back one's last action, until the next of its kind.

The newest action of each kind is kept with what takes it back; `kind` is a key such as `turn` or
`name:<participant>`.
"""

from collections.abc import Mapping

from app.facilitation.commands import Undo
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    ActionUndone,
    CorrectionWithdrawn,
    Event,
    GapEnded,
    HandLowered,
    HandRestored,
    NudgeActed,
    NudgeDismissed,
    NudgeKindMuted,
    NudgeReopened,
    ParticipantLetIn,
    ParticipantRemoved,
    ParticipantRenamed,
    ReadySet,
    SpeechCorrected,
    TurnCancelled,
    TurnEnded,
    TurnResumed,
    TurnStarted,
)
from app.facilitation.ids import CorrectionId, NudgeId, ParticipantId, TurnId
from app.facilitation.nudges.acting import take_back
from app.facilitation.people import free_name
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.state import Hand, State, Undoable
from app.facilitation.switching import take_up

concept = Concept()

KEPT = 24
"""So many kinds of action can be taken back at a time; older ones are beyond what anybody remembers."""


@concept.decides(Undo)
def undo(draft: Draft, command: Undo) -> None:
    """Take back the action that this command id named. Raises Refused (`undo_gone`) when it cannot be any
    more.
    """
    found = [
        (k, u) for k, u in draft.state.undo.items() if u.command == command.command and u.actor == draft.label
    ]
    if not found:
        raise Refused(
            "undo_gone", "That can't be taken back any more: something of its kind has happened since."
        )
    # A nudge last: what it gave is taken back before what it asked for.
    for kind, undoable in sorted(found, key=lambda one: one[0].startswith("nudge")):
        _take_back(draft, kind, undoable)
    draft.emit(ActionUndone(command.command))


def _take_back(draft: Draft, kind: str, action: Undoable) -> None:
    state = draft.state
    what, _, subject = kind.partition(":")
    participant = ParticipantId(subject)
    match what:
        case "turn":
            _take_back_turn(draft, action)
        case "hand" if action.hand is not None and participant not in state.queue.hands:
            hand = action.hand
            draft.emit(
                HandRestored(
                    participant,
                    hand.asked_at,
                    hand.overtaken,
                    hand.ready,
                    hand.asks,
                    hand.to,
                    hand.lot,
                    hand.composing,
                    hand.unfinished,
                    hand.by_facilitator,
                    hand.written,
                )
            )
        case "ready" if participant in state.queue.hands:
            draft.emit(ReadySet(participant, action.was == "ready"))
        case "name":
            draft.emit(ParticipantRenamed(participant, free_name(state, action.was, participant)))
        case "removal":
            draft.emit(ParticipantLetIn(participant))
        case "correction":
            draft.emit(CorrectionWithdrawn(CorrectionId(subject)))
        case "nudge":
            take_back(draft, state.nudges.by_id[NudgeId(subject)])
            draft.emit(NudgeReopened(NudgeId(subject)))
        case "muted":
            to, _, rule = subject.partition(":")
            draft.emit(NudgeKindMuted(rule, to, not action.was))


def _take_back_turn(draft: Draft, action: Undoable) -> None:
    floor = draft.state.floor
    on: TurnId | None = floor.turn.id if floor.turn else None
    if on != action.started:
        raise Refused("undo_gone", "The floor has moved on since.")
    if draft.state.floor.gap is not None:
        draft.emit(GapEnded())
    if action.started is not None:
        draft.emit(TurnCancelled(action.started))
        if floor.turn is not None and floor.turn.interruption is not None:
            take_up(draft, draft.at)
    if action.ended is not None and draft.state.floor.last is not None:
        if draft.state.floor.last.id != action.ended:
            raise Refused("undo_gone", "The floor has moved on since.")
        draft.emit(TurnResumed(action.ended))


@concept.evolves(ActionUndone)
def undone(state: State, event: ActionUndone, _: Recorded) -> State:
    """It can't be taken back twice."""
    return state._replace(undo={k: u for k, u in state.undo.items() if u.command != event.command})


def remember(before: State, after: State, recorded: Recorded) -> Mapping[str, Undoable]:
    """The actions that can be taken back once this event has happened, the newest last."""
    entry = _entry(before, recorded)
    if entry is None:
        return _forget(after.undo, recorded.event)
    kind, action = entry
    undo = dict(after.undo)
    undo.pop(kind, None)
    if len(undo) >= KEPT:
        del undo[next(iter(undo))]
    undo[kind] = action
    return undo


def _forget(undo: Mapping[str, Undoable], event: Event) -> Mapping[str, Undoable]:
    """A turn that ends or begins by itself is the next of its kind, too."""
    if isinstance(event, TurnStarted | TurnEnded) and "turn" in undo:
        return {k: u for k, u in undo.items() if k != "turn"}
    return undo


_TAKEN_BACK = (
    TurnEnded,
    TurnStarted,
    HandLowered,
    ReadySet,
    ParticipantRenamed,
    ParticipantRemoved,
    SpeechCorrected,
    NudgeActed,
    NudgeDismissed,
    NudgeKindMuted,
)


def _entry(before: State, recorded: Recorded) -> tuple[str, Undoable] | None:
    command, actor, event = recorded.command_id, recorded.actor, recorded.event
    # Most events of a log are none of these.
    if command is None or actor is None or not isinstance(event, _TAKEN_BACK):
        return None
    action = Undoable(command, actor, event.kind, recorded.seq)
    match event:
        case TurnEnded(turn, how) if how != "put_back":
            return "turn", action._replace(ended=turn)
        case TurnStarted(turn):
            same = before.undo.get("turn")
            ended = same.ended if same is not None and same.command == command else None
            return "turn", action._replace(started=turn, ended=ended)
        case HandLowered(participant):
            return f"hand:{participant}", action._replace(hand=before.queue.hands[participant])
        case ReadySet(participant):
            hand: Hand = before.queue.hands[participant]
            return f"ready:{participant}", action._replace(was="ready" if hand.ready else "not_ready")
        case ParticipantRenamed(participant):
            return f"name:{participant}", action._replace(was=before.people.by_id[participant].name)
        case ParticipantRemoved(participant):
            return f"removal:{participant}", action
        case SpeechCorrected(correction):
            return f"correction:{correction}", action
        case NudgeActed(nudge) | NudgeDismissed(nudge):
            return f"nudge:{nudge}", action
        case NudgeKindMuted(rule, to, on):
            return f"muted:{to}:{rule}", action._replace(was="on" if on else "")
        case _:
            return None
