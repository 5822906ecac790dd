"""How somebody gets a seat: they come through a door, join the session, and get a token and their device's
secret.
"""

from app.access import doors
from app.access.doors import Inside
from app.api.answers import SeatAnswer
from app.api.bodies import servers_id
from app.api.context import Context
from app.facilitation.actors import Person, Server
from app.facilitation.commands import Join, LetIn, SetRole
from app.facilitation.decisions.voices import takes_late_words
from app.facilitation.ids import CommandId, ParticipantId, Place, Role, SessionId, Status
from app.facilitation.people import same_name
from app.facilitation.refusals import Refused
from app.facilitation.state import Participant, State
from app.history import credentials
from app.history.codes import shown_code


async def come_in(
    context: Context,
    inside: Inside,
    *,
    name: str,
    place: Place,
    role: Role,
    device_secret: str | None,
    command_id: CommandId,
    watches: str = "",
) -> SeatAnswer:
    """Take in somebody whom a door let through, or who was here before. Raises Refused, HistoryError."""
    session_id = inside.session_id
    known = await doors.known_person(context.database, session_id, device_secret)
    state = await context.rooms.state(session_id)
    person = state.person(state.people.stands(known)) if known is not None else None
    if person is None and role is Role.facilitator:
        person = _lost_facilitator(state, name)
    if person is not None:
        await _come_back(context, session_id, person, role)
        return await seat_of(context, inside, person.id, has_secret=known is not None)
    ended = state.session.status is Status.ended
    if (
        role is not Role.facilitator
        and ended
        and not takes_late_words(state, await context.rooms.now(session_id))
    ):
        raise Refused("ended", "This session has ended. Ask the facilitator when the next one is.")
    joining = Join(name, place, role, watches)
    applied_as = servers_id(command_id, joining)
    joined = await context.rooms.command(session_id, joining, Server(), applied_as)
    if joined.made is None:
        raise Refused("outcome_unknown", "Whether you are in cannot be told now. Try again.")
    return await seat_of(context, inside, ParticipantId(joined.made), has_secret=False)


def _lost_facilitator(state: State, name: str) -> Participant | None:
    """A facilitator of that name whom no device holds just now: the link's holder is them again.

    Whoever has the link could do all that they can; it would only give one person two names.
    """
    for person in state.people.by_id.values():
        if (
            person.role is Role.facilitator
            and not person.removed
            and not person.connections
            and same_name(person.name) == same_name(name)
        ):
            return person
    return None


async def _come_back(context: Context, session_id: SessionId, person: Participant, role: Role) -> None:
    if person.kept_out:
        raise Refused("removed", "A facilitator has taken you out of this session.")
    if person.removed:
        await context.rooms.serve(session_id, LetIn(person.id))
    if role is Role.facilitator and person.role is not Role.facilitator:
        await context.rooms.serve(session_id, SetRole(person.id, Role.facilitator))


async def seat_of(
    context: Context, inside: Inside, participant: ParticipantId, *, has_secret: bool
) -> SeatAnswer:
    """The token of somebody who is in, and a secret for their device where it has none."""
    session_id = inside.session_id
    person = (await context.rooms.state(session_id)).people.by_id[participant]
    seat: SeatAnswer = {
        "token": context.mint(Person(participant), session_id),
        "session_id": session_id,
        "participant_id": participant,
        "role": person.role,
        "code": shown_code(inside.room.code),
    }
    if not has_secret:
        seat["device_secret"] = await credentials.issue(
            context.database, session_id, "participant", participant, now=context.now()
        )
    return seat
