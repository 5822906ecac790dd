"""Rooms and their sessions: made, listed, read."""

from hmac import compare_digest
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response

from app.access.doors import Inside
from app.access.endpoints import admit
from app.access.links import facilitator_link, join_link
from app.access.loopback import from_this_machine
from app.api.bodies import NewRoom, NewSession, body
from app.api.callers import Caller, Known, bearer_of, endpoint_of, maybe_caller
from app.api.context import Context, InContext
from app.api.describing import PICTURE, answer, gives, takes
from app.api.founding import check_people, checked_clock, found_session, room_name
from app.api.listing import Limit, Offset, room_answer, session_answer
from app.api.qr import qr_picture
from app.api.seating import come_in
from app.facilitation.actors import Integrator, Person
from app.facilitation.commands import Seat
from app.facilitation.ids import CommandId, Role, SessionId
from app.facilitation.refusals import Refused
from app.facilitation.rights import CREATE
from app.facilitation.state import State
from app.facilitation.trend import trend
from app.history import catalogue
from app.history.errors import UnknownRoom
from app.history.tables import RoomRow
from app.rooms.orders import random_id

router = APIRouter(tags=["rooms"])

RoomInPath = Annotated[str, Path(alias="room_id", description="The room's id.", max_length=64)]

MOST_TRENDS = 12
"""Each session of a room is read from its log: more would take seconds, and fill a page."""

_NEW_ROOM = {
    "name": "Bus stop redesign",
    "purpose": "decide",
    "setting": "mixed",
    "people": [{"name": "Chloe", "place": "in_room"}],
}


async def _may_create(request: Request, context: Context) -> None:
    """Anyone at this machine, who knows the operator's secret, or a key with the scope. Raises Refused."""
    shown = bearer_of(request)
    secret = context.settings.create_secret
    if shown is not None:
        if secret is not None and compare_digest(shown.encode(), secret.get_secret_value().encode()):
            return
        known = await maybe_caller(request, context)
        if known is not None and isinstance(known.actor, Integrator):
            admit(endpoint_of(request), known.actor, None)
            return
    if from_this_machine(request.client.host if request.client else None, request.headers):
        return
    how = "the server's create secret or " if secret is not None else ""
    code = "not_signed_in" if shown is None else "not_allowed"
    raise Refused(code, f"Making a room from another machine takes {how}an API key with the scope {CREATE}.")


@router.post(
    "/rooms",
    status_code=201,
    summary="Make a room",
    openapi_extra=takes("NewRoom", _NEW_ROOM),
    responses={201: gives("NewRoomAnswer", "The room, its first session, and the links into it.")[200]},
)
async def create_room(
    request: Request, context: InContext, new: Annotated[NewRoom, body(NewRoom)]
) -> Response:
    """Make a room and its first session, and seat people without a device. With `practice`, simulated people
    come in for a facilitator to practise with; a `clock` of kind `rated` lets them talk faster than in life.

    Allowed to anyone at the server's own machine; elsewhere with the server's create secret or a key with the
    scope `rooms:write`. The facilitators' link is in this answer alone: keep it.
    """
    await _may_create(request, context)
    name = room_name(new.name)
    checked_clock(new.clock, context.now())
    if new.people:
        check_people(new.people)
    context.practice.check(new.practice)
    made = await catalogue.create_room(
        context.database, name=name, purpose=new.purpose.value, hearing=new.setting.value, now=context.now()
    )
    session = await found_session(context, made.room, new.clock, new.practice)
    if new.people:
        await context.rooms.serve(SessionId(session.id), Seat(new.people))
    url = context.settings.public_url
    return answer(
        {
            "room": room_answer(made.room),
            "session": session_answer(session),
            "facilitator_link": facilitator_link(url, made.room.id, made.facilitator_secret),
            "join_link": join_link(url, made.room.code),
        },
        201,
    )


@router.get("/rooms", summary="List the rooms", responses=gives("RoomsAnswer", "The newest first."))
async def list_rooms(
    request: Request, context: InContext, who: Known, limit: Limit = 100, offset: Offset = 0
) -> Response:
    """All rooms. Takes a key with the scope `sessions:read`."""
    admit(endpoint_of(request), who.actor, None)
    found = await catalogue.rooms(context.database, limit=limit, offset=offset)
    return answer({"rooms": [room_answer(room) for room in found]})


async def known_room(request: Request, room_id: RoomInPath, context: InContext, who: Known) -> RoomRow:
    """The room of the address, for whom the table of endpoints names: a key, or a facilitator of one of its
    sessions. Raises Refused, UnknownRoom.
    """
    admit(endpoint_of(request), who.actor, await _state_in(context, who, room_id))
    room = await catalogue.room(context.database, room_id)
    if room is None:
        raise UnknownRoom(room_id)
    return room


async def _state_in(context: Context, who: Caller, room_id: str) -> State | None:
    """The caller's own session, if it is one of this room."""
    session = (
        await catalogue.session(context.database, who.session_id) if who.session_id is not None else None
    )
    if session is None or session.room_id != room_id:
        return None
    return await context.rooms.state(SessionId(session.id))


KnownRoom = Annotated[RoomRow, Depends(known_room)]


@router.get("/rooms/{room_id}", summary="Read a room", responses=gives("RoomAnswer", "The room."))
async def read_room(room: KnownRoom) -> Response:
    """One room, for its facilitators and keys with the scope `sessions:read`."""
    return answer(room_answer(room))


@router.get(
    "/rooms/{room_id}/sessions",
    summary="List a room's sessions",
    responses=gives("SessionsAnswer", "The newest first."),
)
async def list_room_sessions(
    room: KnownRoom, context: InContext, limit: Limit = 100, offset: Offset = 0
) -> Response:
    """The sessions of a room, for its facilitators and keys with the scope `sessions:read`."""
    found = await catalogue.sessions(context.database, room.id, limit=limit, offset=offset)
    return answer({"sessions": [session_answer(each) for each in found]})


@router.get(
    "/rooms/{room_id}/trends",
    summary="A room's sessions side by side",
    responses=gives("TrendsAnswer", f"The latest {MOST_TRENDS}, the oldest first."),
)
async def read_trends(room: KnownRoom, context: InContext) -> Response:
    """How the talk was shared from session to session, without names: for the room's facilitators, and keys
    with the scope `sessions:read`.
    """
    lines = []
    for session in await catalogue.sessions(context.database, room.id, limit=MOST_TRENDS):
        state = await context.rooms.state(SessionId(session.id))
        line = trend(state, await context.rooms.now(SessionId(session.id)))
        if line is not None:
            lines.append(line)
    return answer({"sessions": lines[::-1]})


@router.post(
    "/rooms/{room_id}/sessions",
    status_code=201,
    summary="Start another session in a room",
    openapi_extra=takes("NewSession", {}),
    responses={201: gives("NewSessionAnswer", "The session, and the asking facilitator's seat in it.")[200]},
)
async def create_session(
    room: KnownRoom, context: InContext, who: Known, new: Annotated[NewSession, body(NewSession)]
) -> Response:
    """A new session with the room's next number. The code leads to it when the one before has ended.

    For the room's facilitators, who get a seat in it, and keys with the scope `rooms:write`.
    """
    session = await found_session(context, room, new.clock)
    made: dict[str, object] = {"session": session_answer(session)}
    if isinstance(who.actor, Person) and who.session_id is not None:
        people = (await context.rooms.state(who.session_id)).people
        person = people.by_id[people.stands(who.actor.participant)]
        made["seat"] = await come_in(
            context,
            Inside(room, session),
            name=person.name,
            place=person.place,
            role=Role.facilitator,
            device_secret=None,
            command_id=CommandId(random_id()),
        )
    return answer(made, 201)


@router.get(
    "/rooms/{room_id}/qr.svg",
    summary="The QR code of a room's join link",
    response_class=Response,
    responses={200: PICTURE},
)
async def read_room_qr(room: KnownRoom, context: InContext) -> Response:
    """For the room's facilitators and keys with the scope `sessions:read`. Dark on light, without a size of
    its own.
    """
    return qr_picture(join_link(context.settings.public_url, room.code))
