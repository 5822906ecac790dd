"""What a simulated meeting sits around: the core, told commands at moments of its own clock."""

from app.facilitation.actors import Actor, Integrator, Person, Server
from app.facilitation.commands import (
    Command,
    CreateSession,
    Join,
    Newcomer,
    OpenConnection,
    OpenSession,
    Seat,
    SetCoverage,
    SetMode,
    SetPolicy,
)
from app.facilitation.decider import Arrival, step
from app.facilitation.ids import (
    BootId,
    CommandId,
    ConnectionId,
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
from app.facilitation.refusals import Refused
from app.facilitation.rights import SCOPES
from app.facilitation.speech import Source
from app.facilitation.state import State
from app.integrations.replay import driven_clock

START_AT = 1_764_000_000_000
"""Any moment will do: nothing of a simulated meeting depends on the date."""

RECORDER = Integrator(KeyId("simulation"), frozenset(SCOPES))
"""Who reports speech: the people's devices, in one."""


class Table:
    """A session, its people and what is told to it."""

    def __init__(self, people: int, seated: int) -> None:
        self.state = State.empty()
        self._told = 0
        self._begin(people, seated)

    def tell(self, command: Command, actor: Actor, at: int, lot: int = 0) -> str | None:
        """What the command made. Raises Refused."""
        self._told += 1
        arrival = Arrival(CommandId(f"s{self._told}"), actor, at, f"s{self._told}", lot)
        accepted = step(self.state, command, arrival)
        self.state = accepted.state
        return accepted.answer.made

    def offer(self, command: Command, actor: Actor, at: int) -> bool:
        """Tell it, if it still fits: what somebody is about to do may have been overtaken by others."""
        try:
            self.tell(command, actor, at)
        except Refused:
            return False
        return True

    def _begin(self, people: int, seated: int) -> None:
        at = START_AT
        founding = CreateSession(
            SessionId("simulated"),
            "",
            "Simulated",
            Purpose.decide,
            Setting.mixed,
            clock=driven_clock(at, 1.0),
        )
        self.tell(founding, Server(), at)
        self.facilitator = self._join("Facilitator", Role.facilitator, 0)
        self.people: list[ParticipantId] = [
            self._seat(f"Person {number}")
            if number <= seated
            else self._join(f"Person {number}", None, number)
            for number in range(1, people + 1)
        ]

    def _join(self, name: str, role: Role | None, number: int) -> ParticipantId:
        made = self.tell(Join(name, Place.remote, role or Role.participant), Server(), START_AT)
        assert made is not None
        who = ParticipantId(made)
        self.tell(OpenConnection(ConnectionId(f"k{number}"), BootId("b"), who), Server(), START_AT)
        return who

    def _seat(self, name: str) -> ParticipantId:
        self.tell(Seat((Newcomer(name),)), RECORDER, START_AT)
        return self.state.people.order[-1]

    def open(self, mode: Mode, policy: Policy) -> None:
        """The meeting begins."""
        host = Person(self.facilitator)
        if mode is not self.state.floor.mode:
            self.tell(SetMode(mode), host, START_AT)
        if policy is not self.state.floor.policy:
            self.tell(SetPolicy(policy), host, START_AT)
        self.tell(OpenSession(), host, START_AT)

    def listen(self, at: int) -> None:
        """From now on everybody's device says when they speak. With turns, these say it."""
        self.tell(SetCoverage(Source.api, True, tuple(self.people)), RECORDER, at)
