"""The doors for people: by a room's code, by the facilitators' link, and back in by the device's own
secret.
"""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from app.access import doors
from app.access.doors import Inside
from app.access.links import join_link
from app.api.bodies import FacilitatorDoor, IdempotencyKey, Joining, ReturnDoor, body, command_id, servers_id
from app.api.context import InContext
from app.api.describing import PICTURE, answer, gives, takes
from app.api.doorways import guarded, knocked_often
from app.api.qr import qr_picture
from app.api.seating import come_in, seat_of
from app.facilitation.actors import Server
from app.facilitation.commands import Knock
from app.facilitation.ids import Place, Purpose, Role, Setting, Status
from app.facilitation.refusals import Refused
from app.history import catalogue, credentials
from app.history.codes import read_code
from app.history.errors import UnknownRoom

router = APIRouter(tags=["doors"])

CodeInPath = Annotated[
    str, Path(alias="code", description="The room's code, with or without hyphen.", max_length=64)
]

_JOINING = {"code": "RT7K-2M9P", "name": "Tom", "place": "phone"}
_SEAT = {
    "token": "WyJ…",
    "session_id": "0f7b…",
    "participant_id": "9xk2…",
    "role": "participant",
    "code": "RT7K-2M9P",
    "device_secret": "pXa…",
}


@router.get("/join/{code}", summary="Look a code up", responses=gives("FoundAnswer", "The room behind it."))
async def look_up(code: CodeInPath, request: Request, context: InContext) -> Response:
    """Which room a code leads to, and whether its session waits, is under way or has ended."""
    async with guarded(context.doors, request):
        inside = await doors.by_code(context.database, code)
    state = await context.rooms.state(inside.session_id)
    return answer(
        {
            "room": {
                "name": inside.room.name,
                "purpose": Purpose(inside.room.purpose),
                "setting": Setting(inside.room.hearing),
            },
            "session": {
                "id": inside.session_id,
                "status": Status(state.session.status),
                "number": inside.session.number,
            },
            "join_link": join_link(context.settings.public_url, inside.room.code),
        }
    )


@router.get(
    "/join/{code}/qr.svg",
    summary="The QR code of a code",
    response_class=Response,
    responses={200: PICTURE},
)
async def read_code_qr(code: CodeInPath, context: InContext) -> Response:
    """The join link of any well-formed code, as a picture.

    It is made of the code alone, so it tells nobody whether there is such a room. Dark on light, without a
    size of its own.
    """
    known = read_code(code)
    if known is None:
        raise Refused("wrong_code", "That is no code. A code has eight letters and digits, as in RT7K-2M9P.")
    return qr_picture(join_link(context.settings.public_url, known))


@router.post(
    "/join",
    summary="Join by code",
    openapi_extra=takes("Joining", _JOINING),
    responses=gives("SeatAnswer", "The seat.", _SEAT),
)
async def join(
    request: Request,
    context: InContext,
    joining: Annotated[Joining, body(Joining)],
    key: IdempotencyKey = None,
) -> Response:
    """Come into the room's session with a name and a place. No account.

    Keep `device_secret`: sent with the next join it makes one the same person again, whatever the name.
    """
    applied_as = command_id(joining.id, key)
    async with guarded(context.doors, request):
        inside = await doors.by_code(context.database, joining.code)
    seat = await come_in(
        context,
        inside,
        name=joining.name,
        place=joining.place,
        role=Role.observer if joining.watches.strip() else Role.participant,
        device_secret=joining.device_secret,
        command_id=applied_as,
        watches=joining.watches,
    )
    return answer(seat)


@router.post(
    "/join/knock",
    summary="Ask to be let into a locked room",
    openapi_extra=takes("Joining", _JOINING),
    responses=gives("KnockedAnswer", "Facilitators see who would like to come in."),
)
async def knock(
    request: Request,
    context: InContext,
    joining: Annotated[Joining, body(Joining)],
    key: IdempotencyKey = None,
) -> Response:
    """Then ask `POST /access/return` with the secret every few seconds: it answers `waiting` until a
    facilitator lets one in, and `wrong_link` once they don't, after 5 minutes at the latest. A knock counts
    as a wrong code does.
    """
    applied_as = command_id(joining.id, key)
    async with guarded(context.doors, request):
        inside = await doors.by_code(context.database, joining.code)
        knocked_often(context.doors, request)
    wanted = Knock(joining.name, joining.place, joining.watches)
    waits = await context.rooms.command(inside.session_id, wanted, Server(), servers_id(applied_as, wanted))
    if waits.made is None:
        raise Refused("outcome_unknown", "Whether you were heard cannot be told now. Try again.")
    secret = await credentials.issue(
        context.database, inside.session_id, "participant", waits.made, now=context.now()
    )
    return answer({"session_id": inside.session_id, "device_secret": secret})


@router.post(
    "/access/facilitator",
    summary="Come in by the facilitators' link",
    openapi_extra=takes("FacilitatorDoor", {"room_id": "5b1c…", "secret": "Yt3…", "name": "Kim"}),
    responses=gives(
        "SeatAnswer", "The seat, with the role of a facilitator.", {**_SEAT, "role": "facilitator"}
    ),
)
async def enter_as_facilitator(
    request: Request,
    context: InContext,
    door: Annotated[FacilitatorDoor, body(FacilitatorDoor)],
    key: IdempotencyKey = None,
) -> Response:
    """Exchange the link's secret for a seat. A facilitator whom no device holds just now is taken up by
    name.
    """
    applied_as = command_id(door.id, key)
    async with guarded(context.doors, request):
        inside = await doors.by_facilitator_link(context.database, door.room_id, door.secret)
    place = door.place or (Place.in_room if inside.room.hearing == Setting.one_room else Place.remote)
    seat = await come_in(
        context,
        inside,
        name=door.name,
        place=place,
        role=Role.facilitator,
        device_secret=door.device_secret,
        command_id=applied_as,
    )
    return answer(seat)


@router.post(
    "/access/return",
    summary="Come back by the device's own secret",
    openapi_extra=takes("ReturnDoor", {"device_secret": "pXa…"}),
    responses=gives("SeatAnswer", "The seat that this device had.", {**_SEAT}),
)
async def come_back(
    request: Request, context: InContext, door: Annotated[ReturnDoor, body(ReturnDoor)]
) -> Response:
    """A fresh token for the session in which the device got its secret, also when that has ended."""
    async with guarded(context.doors, request):
        session_id, participant = await doors.by_own_secret(context.database, door.device_secret)
    session = await catalogue.known_session(context.database, session_id)
    room = await catalogue.room(context.database, session.room_id)
    if room is None:
        raise UnknownRoom(session.room_id)
    state = await context.rooms.state(session_id)
    participant = state.people.stands(participant)
    person = state.person(participant)
    if person is None and participant in state.knocks:
        raise Refused("waiting", "You are not in yet. Somebody has been told that you are here.")
    if person is None:
        raise Refused("wrong_link", "This device is not known here (any more). Join with the room's code.")
    if person.removed:
        raise Refused("removed", "A facilitator has taken you out of this session.")
    return answer(await seat_of(context, Inside(room, session), participant, has_secret=True))
