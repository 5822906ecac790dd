"""Taking back one's last action, until the next of its kind.

The newest action of each kind is kept with what takes it back; `kind` is a key such as `turn` or
`name:<participant>`.
"""

from collections.abc import Mapping
from typing import Literal

from app.facilitation.actors import person_of
from app.facilitation.commands import Undo
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    ActionUndone,
    AgendaSet,
    CorrectionWithdrawn,
    Event,
    GapEnded,
    HandLowered,
    HandRestored,
    ItemEnded,
    ItemExtended,
    ItemMoved,
    ItemResumed,
    ItemSkipped,
    ItemStarted,
    ModeSet,
    NudgeActed,
    NudgeDismissed,
    NudgeKindMuted,
    NudgeReopened,
    ParticipantLetIn,
    ParticipantRemoved,
    ParticipantRenamed,
    ReadySet,
    RoundEnded,
    RoundPassed,
    RoundStarted,
    SeatMoved,
    SessionEnded,
    SpeechCorrected,
    TurnCancelled,
    TurnEnded,
    TurnResumed,
    TurnStarted,
)
from app.facilitation.ids import CommandId, CorrectionId, ItemId, Mode, NudgeId, ParticipantId, Role, TurnId
from app.facilitation.nudges.acting import take_back
from app.facilitation.people import free_name
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.resetting import FORGETS, SETS, set_back, was_set
from app.facilitation.state import Hand, State, Undoable
from app.facilitation.switching import switch, take_back_round, take_up

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
    turn = draft.state.floor.turn
    asked = {one.participant for _, one in found if one.participant is not None}
    if turn is not None and any(one.started == turn.id for _, one in found):
        asked.add(turn.participant)
    for kind, undoable in sorted(found, key=_first):
        _take_back(draft, kind, undoable)
    if any(kind in {"turn", "round", "item"} for kind, _ in found):
        _ask_again(draft, dict(found), frozenset(asked))
    draft.emit(ActionUndone(command.command))


_ORDER = ("round", "item", "mode", "turn")
"""A round that was begun ends before the mode goes back; what a turn was in is there before it goes on."""


def _first(one: tuple[str, Undoable]) -> tuple[int, bool]:
    """A nudge last: what it gave is taken back before what it asked for."""
    what = one[0].partition(":")[0]
    return (_ORDER.index(what) if what in _ORDER else len(_ORDER), what == "nudge")


def _take_back(draft: Draft, kind: str, action: Undoable) -> None:
    state = draft.state
    what, _, subject = kind.partition(":")
    participant = ParticipantId(subject)
    match what:
        case "turn":
            _take_back_turn(draft, action)
        case "mode" if action.floor is not None:
            switch(draft, action.floor.mode)
        case "round" if action.do == "round.started" and action.floor is not None:
            take_back_round(draft, action.floor.turn)
        case "item":
            _take_back_item(draft, action)
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
        case _ if not set_back(draft, what, action):
            _put_back(draft, what, subject, action)


def _put_back(draft: Draft, what: str, subject: str, action: Undoable) -> None:
    """Where something stood, or how long it was."""
    state = draft.state
    match what:
        case "order" if action.item in state.agenda.items and action.item is not None:
            draft.emit(ItemMoved(action.item, int(action.was)))
        case "skipped" if subject in state.agenda.items:
            draft.emit(ItemSkipped(ItemId(subject), action.was == "skipped"))
        case "extended" if subject in state.agenda.items:
            draft.emit(ItemExtended(ItemId(subject), -int(action.was)))
        case "seat" if subject in state.people.by_id:
            draft.emit(SeatMoved(ParticipantId(subject), int(action.was)))


def _ask_again(draft: Draft, found: Mapping[str, Undoable], asked: frozenset[ParticipantId]) -> None:
    """In the round those whose chance was used by mistake have it again; what others did since stands."""
    before = next((one.floor for one in found.values() if one.floor is not None), None)
    was, now = before.round if before is not None else None, draft.state.floor.round
    if was is None or was == now:
        return
    if now is not None:
        was = now._replace(
            had=now.had - asked | was.had & asked,
            passed=now.passed - asked | was.passed & asked,
            second=now.second - asked | was.second & asked,
            later=(
                *(who for who in was.later if who in asked),
                *(who for who in now.later if who not in asked),
            ),
        )
    by: Literal["seat", "lot"] = "lot" if was.by == "lot" else "seat"
    had, passed, second = (tuple(sorted(who)) for who in (was.had, was.passed, was.second))
    if was != now:
        draft.emit(RoundStarted(was.order, by, was.before, had, passed, was.later, second))


def _take_back_item(draft: Draft, action: Undoable) -> None:
    agenda, instead = draft.state.agenda, action.instead
    if agenda.current != (instead.id if instead is not None else None):
        raise Refused("undo_gone", "The agenda has moved on since.")
    if action.item is not None and action.item not in agenda.items:
        raise Refused("undo_gone", "That item is not on the agenda any more.")
    if instead is None:
        draft.emit(ItemResumed(action.item, None))
    else:
        draft.emit(ItemResumed(action.item, instead.id, instead.started_at, instead.ended_at))
    if action.floor is not None:
        if instead is not None and instead.mode is Mode.round and draft.state.floor.round is not None:
            take_back_round(draft, action.floor.turn)
        switch(draft, action.floor.mode)


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
    undo = dict(_forget(after.undo, recorded.event))
    undo.pop(kind, None)
    if len(undo) >= KEPT:
        del undo[next(iter(undo))]
    undo[kind] = action
    return undo


_OF_ONE_ITEM = frozenset({"skipped", "extended"})
"""Kinds that are kept for each item apart."""
_OF_THE_AGENDA = _OF_ONE_ITEM | {"item", "order"}
_FORGETS: dict[type[object], frozenset[str]] = {
    TurnStarted: frozenset({"turn"}),
    TurnEnded: frozenset({"turn"}),
    ModeSet: frozenset({"mode"}),
    RoundStarted: frozenset({"round"}),
    RoundEnded: frozenset({"round"}),
    RoundPassed: frozenset({"round"}),
    ItemStarted: frozenset({"item"}),
    ItemEnded: frozenset({"item"}),
    AgendaSet: _OF_THE_AGENDA,
    SessionEnded: _OF_THE_AGENDA | {"turn", "mode", "round"},
}
for _event, _kinds in FORGETS.items():
    _FORGETS[_event] = _FORGETS.get(_event, frozenset()) | _kinds
"""What ends or begins by itself, or by somebody else, is the next of these kinds, too."""


def _forget(undo: Mapping[str, Undoable], event: Event) -> Mapping[str, Undoable]:
    gone = _FORGETS.get(type(event))
    if gone is None or not undo:
        return undo
    if gone.isdisjoint(_OF_ONE_ITEM):
        kinds = [kind for kind in gone if kind in undo]
    else:
        kinds = [kind for kind in undo if kind.partition(":")[0] in gone]
    if not kinds:
        return undo
    left = dict(undo)
    for kind in kinds:
        del left[kind]
    return left


_TAKEN_BACK: frozenset[type[object]] = frozenset(
    {
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
        ModeSet,
        RoundStarted,
        RoundEnded,
        RoundPassed,
        ItemStarted,
        ItemEnded,
        ItemMoved,
        ItemSkipped,
        ItemExtended,
        SeatMoved,
        *SETS,
    }
)


def _steered(
    before: State, command: CommandId, event: Event, action: Undoable
) -> tuple[str, Undoable] | None:
    """The same of how the meeting is steered. What a nudge did, taking back the nudge undoes; what came of
    people being ready, none of them takes back alone.
    """
    same = {kind: one for kind, one in before.undo.items() if one.command == command}
    who = person_of(action.actor)
    by = before.person(who) if who is not None else None
    theirs = by is None or by.role is Role.facilitator or "turn" in same or isinstance(event, RoundPassed)
    if not theirs or any(kind.startswith("nudge") for kind in same):
        return None
    action = action._replace(floor=next((one.floor for one in same.values() if one.floor), before.floor))
    agenda, began = before.agenda, same.get("item")
    match event:
        case ModeSet() if began is None:
            return "mode", action
        case RoundStarted() if began is None:
            return "round", action
        case RoundEnded():
            return "round", action._replace(
                participant=same["round"].participant if "round" in same else None
            )
        case RoundPassed(participant):
            return "round", action._replace(participant=participant)
        case ItemEnded(item):
            return "item", action._replace(item=item)
        case ItemStarted(item):
            ended = began.item if began is not None else None
            return "item", action._replace(item=ended, instead=agenda.items[item])
        case ItemMoved(item):
            return "order", action._replace(item=item, was=str(agenda.order.index(item)))
        case SeatMoved(participant):
            was = str(before.people.order.index(participant))
            return f"seat:{participant}", action._replace(was=was)
        case ItemSkipped(item, skipped):
            return f"skipped:{item}", action._replace(was="" if skipped else "skipped")
        case ItemExtended(item, by_ms):
            return f"extended:{item}", action._replace(was=str(by_ms))
        case _:
            return was_set(before, event, action)


def _entry(before: State, recorded: Recorded) -> tuple[str, Undoable] | None:
    command, actor, event = recorded.command_id, recorded.actor, recorded.event
    # Most events of a log are none of these.
    if command is None or actor is None or type(event) not in _TAKEN_BACK:
        return None
    action = Undoable(command, actor, event.kind, recorded.seq)
    match event:
        case TurnEnded(turn, how) if how != "put_back":
            return "turn", action._replace(ended=turn, floor=before.floor)
        case TurnStarted(turn):
            same = before.undo.get("turn")
            if same is not None and same.command == command:
                return "turn", same._replace(do=event.kind, seq=recorded.seq, started=turn)
            return "turn", action._replace(started=turn, floor=before.floor)
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
            return _steered(before, command, event, action)
