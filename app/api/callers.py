"""Who asks: an API key, or somebody of one session by their token; and what they may read of it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Path, Request
from fastapi.security import HTTPBearer

from app.access import doors
from app.access.endpoints import admit
from app.api.context import Context, InContext
from app.api.doorways import guarded
from app.facilitation.actors import Device, Integrator, Person
from app.facilitation.commands import Command
from app.facilitation.ids import CommandId, ParticipantId, Role, SessionId
from app.facilitation.merging import as_known_now
from app.facilitation.refusals import Refused
from app.facilitation.rights import READ
from app.facilitation.state import Answer, State
from app.history.keys import PREFIX
from app.wire.schema import SERVER_ONLY

bearer = HTTPBearer(
    auto_error=False,
    description="An API key (`evenfloor key create`), or the token that a door gave to somebody.",
)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks. `session_id`: the one session that a token is good for; None for a key."""

    actor: Person | Device | Integrator
    session_id: SessionId | None


def bearer_of(request: Request) -> str | None:
    """What stands behind `Authorization: Bearer`, if anything does."""
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    return value.strip() or None if scheme.lower() == "bearer" else None


async def maybe_caller(request: Request, context: InContext) -> Caller | None:
    """Who asks, or None where nothing says so. Raises Refused for a token or key that is not good."""
    shown = bearer_of(request)
    if shown is None:
        return None
    if shown.startswith(PREFIX):
        async with guarded(context.doors, request):
            actor = await doors.by_key(context.database, shown)
        context.pace(actor)
        await context.keyring.used(actor)
        return Caller(actor, None)
    claims = context.read_token(shown)
    if isinstance(claims.actor, Integrator):
        context.keyring.check(claims.actor)
    context.pace(claims.actor)
    return Caller(claims.actor, claims.session_id)


async def caller(known: Annotated[Caller | None, Depends(maybe_caller)]) -> Caller:
    """Who asks. Raises Refused (`not_signed_in`)."""
    if known is None:
        raise Refused("not_signed_in", "Send a token or an API key: Authorization: Bearer …")
    return known


SessionInPath = Annotated[SessionId, Path(alias="session_id", description="The session's id.", max_length=64)]


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody who asks something of the one session that their token is good for, or a key, of any."""

    context: Context
    actor: Person | Device | Integrator
    session_id: SessionId

    async def give(self, command: Command, applied_as: CommandId) -> Answer:
        """Apply a command, by the way that all commands go: the core says who may. Raises Refused,
        HistoryError.
        """
        if command.do in SERVER_ONLY:
            raise Refused("not_allowed", f"{command.do} is the server's own command.")
        return await self.context.rooms.command(self.session_id, command, self.actor, applied_as)


def call(context: InContext, session_id: SessionInPath, who: Annotated[Caller, Depends(caller)]) -> Call:
    """A caller at the session of the address. Raises Refused (`bad_token`) for a token of another one."""
    if who.session_id is not None and who.session_id != session_id:
        raise Refused("bad_token", "This token belongs to another session. Join this one.")
    return Call(context, who.actor, session_id)


@dataclass(frozen=True, slots=True)
class Visit:
    """A caller in one session, as it stands."""

    context: Context
    actor: Person | Device | Integrator
    session_id: SessionId
    state: State

    @property
    def participant(self) -> ParticipantId | None:
        """The participant who asks, if it is one."""
        return self.actor.participant if isinstance(self.actor, Person) else None

    @property
    def own_participant(self) -> ParticipantId:
        """The participant who asks, where the table of endpoints lets in nobody else."""
        if self.participant is None:
            raise TypeError("this address is for people")
        return self.participant

    @property
    def sits_at_desk(self) -> bool:
        """Whether the caller reads what facilitators read: by role, or as a key that may read sessions."""
        if isinstance(self.actor, Integrator):
            return READ in self.actor.scopes
        person = self.state.person(self.participant) if self.participant is not None else None
        return person is not None and not person.removed and person.role is Role.facilitator


async def visit(request: Request, calling: Annotated[Call, Depends(call)]) -> Visit:
    """A caller whom the table of endpoints lets read this of the session. Raises Refused, UnknownSession."""
    if isinstance(calling.actor, Integrator):
        # Before it is looked up: whoever may not read sessions is not told which there are.
        admit(endpoint_of(request), calling.actor, None)
    state = await calling.context.rooms.state(calling.session_id)
    actor = as_known_now(state, calling.actor)
    check_still_in(actor, state)
    admit(endpoint_of(request), actor, state)
    return Visit(calling.context, actor, calling.session_id, state)


def endpoint_of(request: Request) -> str:
    """The address that a request is for, as the table of endpoints names it."""
    return f"{request.method} {request.scope['route'].path}"


def check_still_in(actor: Person | Device | Integrator, state: State) -> None:
    """Refuse whoever was taken out of the session since their token was made."""
    match actor:
        case Person(participant):
            person = state.person(participant)
            if person is None:
                raise Refused("bad_token", "You are not in this session. Join it again.")
            if person.removed:
                raise Refused("removed", "A facilitator has taken you out of this session.")
        case Device(device, _):
            equipment = state.devices.get(device)
            if equipment is None or equipment.revoked:
                raise Refused(
                    "unknown_device", "This link is no longer valid. Ask your facilitator for a new one."
                )
        case Integrator():
            return


Known = Annotated[Caller, Depends(caller)]
Calling = Annotated[Call, Depends(call)]
Visiting = Annotated[Visit, Depends(visit)]
