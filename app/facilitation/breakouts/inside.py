"""Deciding in a group: the same rules on the group's own state, with its events kept as the group's."""

from typing import get_args

from app.facilitation import rights
from app.facilitation.breakouts.record import Group
from app.facilitation.commands import (
    Command,
    EndTurn,
    ExtendTurn,
    GiveFloor,
    LowerHand,
    MoveHand,
    NextTurn,
    NotFinished,
    RaiseHand,
    SetComposing,
    SetMode,
    SetReady,
    StartSpeech,
    StillSpeaking,
    StopSpeech,
    YieldTurn,
)
from app.facilitation.draft import Draft
from app.facilitation.events import Event, GroupHappened, InGroup
from app.facilitation.ids import Mode, ParticipantId
from app.facilitation.refusals import Refused
from app.facilitation.speech import Source
from app.facilitation.state import State

IN_GROUPS = (
    RaiseHand,
    LowerHand,
    SetReady,
    SetComposing,
    NotFinished,
    MoveHand,
    NextTurn,
    GiveFloor,
    EndTurn,
    ExtendTurn,
    YieldTurn,
    SetMode,
    StartSpeech,
    StillSpeaking,
    StopSpeech,
)
"""What is about a group's floor and queue, while there are groups; of speech what is tapped, and what its
people's microphones hear."""

SHARED = (NextTurn, SetMode)
"""A group has no facilitator: whoever is in it passes the floor on, by the same order, and says whether they
take turns or talk freely."""

MODES = frozenset({Mode.queue, Mode.open})
"""How a group may share its floor: the others need somebody who leads."""

_KINDS = get_args(InGroup)


def group_for(state: State, sender: ParticipantId | None, command: Command) -> Group | None:
    """The group whose floor a command is about: of the person it names, else of who sent it."""
    if state.breakout.since_at is None or not isinstance(command, IN_GROUPS):
        return None
    about = getattr(command, "participant", None)
    who = about if about is not None else sender
    group = state.breakout.of(who)
    source = getattr(command, "source", Source.tap)
    if source is Source.mic and group is not None and who in group.state.sources.microphones:
        return group
    # What a platform reports is of the meeting of all, which has a break: it is not counted.
    return group if source is Source.tap else None


def check(draft: Draft, command: Command, group: Group) -> None:
    """Refuse (`not_allowed`) what this actor may not do in this group now."""
    sender = draft.sender()
    if sender in group.state.people.by_id:
        if isinstance(command, SetMode) and command.mode not in MODES:
            raise Refused("not_allowed", "A group takes turns or talks freely. Ask a facilitator for more.")
        if isinstance(command, SHARED):
            return
        about = group.state.person(getattr(command, "participant", None) or sender or ParticipantId(""))
        neighbour = about is not None and about.seated and not about.connections
        if neighbour and isinstance(command, RaiseHand | LowerHand):
            return
    rights.check(draft.state, draft.arrival.actor, command)


class Inside(Draft):
    """A draft of a group within the session's: what is emitted is the group's, in the one log."""

    def __init__(self, outer: Draft, group: Group) -> None:
        super().__init__(group.state, outer.arrival, lambda state, _: state)
        self.at = outer.at
        self._outer = outer
        self._group = group.id

    def emit(self, event: Event) -> None:
        """Write an event of the group, and fold it in."""
        if not isinstance(event, _KINDS):
            raise TypeError(f"{event.kind} is no event of a group")
        self._outer.emit(GroupHappened(self._group, event))
        self.state = self._outer.state.breakout.groups[self._group].state

    def by_facilitator(self) -> bool:
        """Facilitators are in no group, and stay what they are."""
        return self._outer.by_facilitator()
