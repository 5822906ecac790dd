"""What one command is being decided on: the state so far, and the events it has made.

Rules read `draft.state` and `emit`; each event is folded in at once, so that the next rule sees what came
of the last. Nothing outside is touched: a draft that is thrown away never was.
"""

from collections.abc import Callable
from typing import NamedTuple

from app.facilitation.actors import Actor, Device, Person, label
from app.facilitation.events import Event
from app.facilitation.ids import CommandId, ConnectionId, ParticipantId, Role
from app.facilitation.refusals import Refused
from app.facilitation.state import Participant, State


class Arrival(NamedTuple):
    """A command's circumstances, made once by the server when it came in.

    `now` is the session clock's time; `new_id` seeds whatever id the command makes; `lot` is its one random
    number; `connection` is the live connection that it came over, if it was one.
    """

    command_id: CommandId
    actor: Actor
    now: int
    new_id: str
    lot: int
    connection: ConnectionId | None = None


class Recorded(NamedTuple):
    """One event in its place in the log; `actor` as `actors.label` writes it."""

    seq: int
    at: int
    event: Event
    actor: str | None
    command_id: CommandId | None


class Draft:
    """A state under way and the events that led to it."""

    __slots__ = ("_evolve", "arrival", "at", "label", "recorded", "remembered", "state")

    def __init__(self, state: State, arrival: Arrival, evolve: "Callable[[State, Recorded], State]") -> None:
        self.state = state
        self.arrival = arrival
        self.at = max(arrival.now, state.last_at)
        self.label = label(arrival.actor)
        self.recorded: list[Recorded] = []
        self.remembered = False
        self._evolve = evolve

    def emit(self, event: Event) -> None:
        """Write an event as a consequence of the command, and fold it in."""
        if not self.remembered:
            self.emit_unsigned(event)
            return
        self._fold(event, self.label, self.arrival.command_id)

    def emit_unsigned(self, event: Event) -> None:
        """The same for what does not belong to who sent the command: nobody stands beside it."""
        self._fold(event, None, None)

    def _fold(self, event: Event, actor: str | None, command_id: CommandId | None) -> None:
        recorded = Recorded(self.state.seq + 1, self.at, event, actor, command_id)
        self.recorded.append(recorded)
        self.state = self._evolve(self.state, recorded)

    def participant(self, participant: ParticipantId | None) -> Participant:
        """The person a command is about: the one named, else the one who sent it."""
        who = participant if participant is not None else self.sender()
        person = self.state.person(who) if who is not None else None
        if person is None or person.erased:
            raise Refused("unknown_participant", "Say whom this is about: nobody here has that id.")
        return person

    def sender(self) -> ParticipantId | None:
        """The participant who sent the command, where it was a person."""
        actor = self.arrival.actor
        return actor.participant if isinstance(actor, Person) else None

    def by_facilitator(self) -> bool:
        """Whether a facilitator sent the command (or somebody who acts with a facilitator's rights)."""
        who = self.sender()
        if who is None:
            return True
        person = self.state.person(who)
        return person is not None and person.role is Role.facilitator

    def by_helper(self) -> bool:
        """Whether a device with one job sent the command."""
        return isinstance(self.arrival.actor, Device)

    def by_leader(self) -> bool:
        """Whether who sent the command may lead: a facilitator, and any participant while the group leads
        itself.
        """
        who = self.sender()
        person = self.state.person(who) if who is not None and self.state.lead.by_group else None
        return self.by_facilitator() or (person is not None and person.role is Role.participant)
