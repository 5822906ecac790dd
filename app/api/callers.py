"""Who asks: an API key, or somebody of one session by their token; and what they may read of it."""

from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Depends, Path, Request
from fastapi.security import HTTPBearer

from app.access import doors
from app.access.endpoints import admit
from app.api.context import Context, InContext
from app.api.doorways import guarded
from app.facilitation.actors import Device, Integrator, Person
from app.facilitation.ids import ParticipantId, Role, SessionId
from app.facilitation.merging import as_known_now
from app.facilitation.refusals import Refused
from app.facilitation.rights import READ
from app.facilitation.state import State
from app.history.keys import PREFIX

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


@dataclass(frozen=True, slots=True)
class Visit:
    """A caller in one session, as it stands."""

    context: Context
    caller: Caller
    session_id: SessionId
    state: State

    @property
    def actor(self) -> Person | Device | Integrator:
        """Who asks."""
        return self.caller.actor

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


SessionInPath = Annotated[SessionId, Path(alias="session_id", description="The session's id.", max_length=64)]


def check_session(who: Caller, session_id: SessionId) -> None:
    """Refuse a token of another session."""
    if who.session_id is not None and who.session_id != session_id:
        raise Refused("bad_token", "This token belongs to another session. Join this one.")


async def visit(
    request: Request, session_id: SessionInPath, context: InContext, who: Annotated[Caller, Depends(caller)]
) -> Visit:
    """A caller whom the table of endpoints lets read this of the session. Raises Refused, UnknownSession."""
    check_session(who, session_id)
    if isinstance(who.actor, Integrator):
        # Before it is looked up: whoever may not read sessions is not told which there are.
        admit(endpoint_of(request), who.actor, None)
    state = await context.rooms.state(session_id)
    actor = as_known_now(state, who.actor)
    check_still_in(actor, state)
    admit(endpoint_of(request), actor, state)
    return Visit(context, replace(who, actor=actor), session_id, state)


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
MaybeKnown = Annotated[Caller | None, Depends(maybe_caller)]
Visiting = Annotated[Visit, Depends(visit)]
