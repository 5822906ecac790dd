"""A recording through the core at once, without a server, a socket or a database."""

from app.facilitation.actors import Integrator, Server
from app.facilitation.commands import Command, CreateSession
from app.facilitation.decider import Arrival, step
from app.facilitation.ids import CommandId, KeyId, ParticipantId, Purpose, SessionId, Setting
from app.facilitation.rights import SCOPES
from app.facilitation.state import State
from app.integrations.outcome import Outcome, outcome
from app.integrations.replay import closing, driven_clock, opening, seat_names, seats, steps
from app.integrations.rttm import Recording

REPLAYER = Integrator(KeyId("replay"), frozenset(SCOPES))


def replay_instantly(recording: Recording) -> Outcome:
    """The outcome of the recording under default settings."""
    state, people = replayed(recording)
    return outcome(recording.meeting, state, people, recording.from_ms)


def replayed(recording: Recording) -> tuple[State, dict[str, ParticipantId]]:
    """The session at its end, and under which id each speaker sits in it."""
    table = _Table()
    start_at = recording.from_ms
    founding = CreateSession(
        SessionId("replay"),
        "",
        recording.meeting,
        Purpose.decide,
        Setting.call,
        clock=driven_clock(start_at, 1.0),
    )
    table.tell(founding, start_at)
    names = seat_names(recording)
    for seat in seats(names):
        table.tell(seat, start_at)
    ids = {person.name: person.id for person in table.state.people.by_id.values()}
    people = {who: ids[name] for who, name in names.items()}
    for command in opening(people):
        table.tell(command, start_at)
    for told in (*steps(recording, people, start_at), *closing(recording, start_at)):
        table.tell(told.command, told.at)
    return table.state, people


class _Table:
    """Where the commands are told: the part of a server that has no outside."""

    def __init__(self) -> None:
        self.state = State.empty()
        self.told = 0

    def tell(self, command: Command, at: int) -> None:
        self.told += 1
        actor = Server() if isinstance(command, CreateSession) else REPLAYER
        arrival = Arrival(CommandId(str(self.told)), actor, at, f"r{self.told}", lot=0)
        self.state = step(self.state, command, arrival).state
