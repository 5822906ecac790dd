"""A session for tests: commands in, state and log out, with the clock as a value."""

from dataclasses import dataclass, field
from typing import Literal

from app.facilitation import decider
from app.facilitation.actors import Actor, Device, Integrator, Person, Server
from app.facilitation.commands import (
    AddDevice,
    ClockSpec,
    Command,
    CreateSession,
    Join,
    Newcomer,
    OpenConnection,
    OpenSession,
    Seat,
)
from app.facilitation.decider import Answer, Arrival, Recorded, Refused
from app.facilitation.ids import (
    BootId,
    CommandId,
    ConnectionId,
    DeviceId,
    DeviceScope,
    KeyId,
    Mode,
    ParticipantId,
    Place,
    Policy,
    Purpose,
    Role,
    SessionId,
    Setting,
)
from app.facilitation.rights import SCOPES
from app.facilitation.state import State

START = 1_000_000
KEY = Integrator(KeyId("k1"), frozenset(SCOPES))


@dataclass
class Sitting:
    """Drives the core; `now` stands where the last command left it."""

    state: State = field(default_factory=State.empty)
    log: list[Recorded] = field(default_factory=list)
    now: int = START
    made: int = 0
    facilitator: Person = field(default_factory=lambda: Person(ParticipantId("")))

    def send(
        self,
        command: Command,
        actor: Actor | None = None,
        *,
        after: int = 0,
        id: str = "",
        connection: ConnectionId | Literal["any"] | None = "any",
    ) -> Answer:
        """One command, `after` ms later, over the first connection of who sends it or over this one; raises
        Refused.
        """
        self.now += after
        self.made += 1
        command_id = CommandId(id or f"cmd-{self.made}")
        sender = actor or self.facilitator
        over = self.connection_of(sender) if connection == "any" else connection
        arrival = Arrival(command_id, sender, self.now, f"n{self.made}", self.made, over)
        accepted = decider.step(self.state, command, arrival)
        self.state = accepted.state
        self.log.extend(accepted.recorded)
        return accepted.answer

    def connection_of(self, actor: Actor) -> ConnectionId | None:
        """The first connection of a person, if they have one."""
        person = self.state.person(actor.participant) if isinstance(actor, Person) else None
        return min(person.connections, default=None) if person is not None else None

    def refused(
        self,
        command: Command,
        actor: Actor | None = None,
        *,
        connection: ConnectionId | Literal["any"] | None = "any",
    ) -> Refused:
        """The refusal of a command that must not be taken; nothing may have changed."""
        before = self.state
        try:
            self.send(command, actor, connection=connection)
        except Refused as refusal:
            assert self.state is before
            return refusal
        raise AssertionError(f"{command} was taken")

    def wait(self, ms: int) -> None:
        """Let time pass, doing what is due."""
        end = self.now + ms
        while (deadline := decider.next_deadline(self.state)) is not None and deadline <= end:
            accepted = decider.clock_reached(self.state, deadline)
            self.state = accepted.state
            self.log.extend(accepted.recorded)
        self.now = end

    def join(self, name: str, role: Role = Role.participant, place: Place = Place.remote) -> Person:
        """Somebody with a device, connected."""
        made = self.send(Join(name, place, role), Server()).made
        assert made is not None
        person = Person(ParticipantId(made))
        self.connect(person, f"c-{made}")
        return person

    def connect(self, person: Person, connection: str, boot: str = "boot") -> None:
        """A socket of theirs comes up."""
        self.send(OpenConnection(ConnectionId(connection), BootId(boot), person.participant), Server())

    def seat(self, *names: str) -> list[ParticipantId]:
        """People without a device."""
        self.send(Seat(tuple(Newcomer(name) for name in names)))
        return [p.id for p in self.state.people.by_id.values() if p.name in names]

    def device(self, scope: DeviceScope) -> Device:
        """A shared screen or a helper's phone."""
        made = self.send(AddDevice(scope)).made
        assert made is not None
        return Device(DeviceId(made), scope)

    def names(self, participants: tuple[ParticipantId, ...]) -> str:
        """How people are called, for short assertions."""
        return " ".join(self.state.people.by_id[p].name for p in participants)


def sitting(
    mode: Mode = Mode.queue,
    policy: Policy = Policy.balanced,
    *,
    opened: bool = True,
    number: int = 1,
    clock: ClockSpec | None = None,
) -> Sitting:
    """A session with a facilitator called Fay, opened unless told otherwise. Another number has other ids."""
    s = Sitting(made=1_000 * (number - 1))
    s.send(
        CreateSession(
            session=SessionId(f"s{number}"),
            code="RT7K2M9P",
            name="Bus stops",
            purpose=Purpose.decide,
            setting=Setting.mixed,
            number=number,
            mode=mode,
            policy=policy,
            clock=clock or ClockSpec(),
        ),
        Server(),
    )
    s.facilitator = s.join("Fay", Role.facilitator)
    if opened:
        s.send(OpenSession())
    return s
