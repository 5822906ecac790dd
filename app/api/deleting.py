"""Delete a session or a room, and say how long a room keeps its sessions."""

from typing import Annotated

from fastapi import APIRouter, Response

from app.api.bodies import Confirmed, Keep, body
from app.api.callers import Visiting
from app.api.context import Context, InContext
from app.api.describing import answer, gives, takes
from app.api.housekeeping import forget
from app.api.listing import room_answer
from app.api.rooms import KnownRoom
from app.facilitation.ids import Status
from app.facilitation.refusals import Refused
from app.history import catalogue, deleting, keeping
from app.history.codes import read_code
from app.history.errors import UnknownRoom
from app.history.tables import RoomRow

router = APIRouter(tags=["privacy"])

_RECEIPT = gives("DeletedAnswer", "It is gone; what went, and what lies outside reach.")
_CODE = {"code": "RT7K-2M9P"}


def _confirmed(room: RoomRow, said: Confirmed) -> None:
    """Whoever deletes shows that they mean this room. Raises Refused."""
    if read_code(said.code) != room.code:
        raise Refused(
            "not_confirmed", "Nothing was deleted: that is not the code of this room. Type it again."
        )


def _deleted(context: Context, done: deleting.Deleted) -> Response:
    forget(context.rooms, done)
    return answer(
        {
            "deleted_at": context.now(),
            "sessions": list(done.sessions),
            "events": done.events,
            "outside": ["backups", "downloads", "programs"],
        }
    )


@router.post(
    "/sessions/{session_id}/delete",
    summary="Delete a session",
    openapi_extra=takes("Confirmed", _CODE),
    responses=_RECEIPT,
)
async def delete_session(visit: Visiting, said: Annotated[Confirmed, body(Confirmed)]) -> Response:
    """Delete all of a session, for good and for everybody: its report, its figures, its people.

    For facilitators, and keys with the scope `rooms:write`. It takes the room's code, so that nobody
    deletes by a slip; one that is open has to be ended before. Whoever still follows it gets a `bye` with
    `deleted`.
    """
    context = visit.context
    row = await catalogue.known_session(context.database, visit.session_id)
    room = await catalogue.room(context.database, row.room_id)
    if room is None:
        raise UnknownRoom(row.room_id)
    _confirmed(room, said)
    if row.state == Status.open.value:
        raise Refused("still_open", "People are meeting in it. End the meeting first, then delete it.")
    return _deleted(context, await deleting.delete_session(context.database, visit.session_id))


@router.post(
    "/rooms/{room_id}/delete",
    summary="Delete a room",
    openapi_extra=takes("Confirmed", _CODE),
    responses=_RECEIPT,
)
async def delete_room(
    room: KnownRoom, context: InContext, said: Annotated[Confirmed, body(Confirmed)]
) -> Response:
    """Delete a room with all its sessions, for good; its code and its links open nothing any more.

    For the room's facilitators, and keys with the scope `rooms:write`, under the same two conditions.
    """
    _confirmed(room, said)
    if any(each.state == Status.open.value for each in await catalogue.sessions(context.database, room.id)):
        raise Refused("still_open", "People are meeting in it. End the meeting first, then delete the room.")
    return _deleted(context, await deleting.delete_room(context.database, room.id))


@router.post(
    "/rooms/{room_id}/keep",
    summary="Say how long a room keeps its sessions",
    openapi_extra=takes("Keep", {"days": 90}),
    responses=gives("RoomAnswer", "The room, with what was said."),
)
async def keep(room: KnownRoom, context: InContext, said: Annotated[Keep, body(Keep)]) -> Response:
    """Keep each session for so many days after it ended, then delete it; without `days`, until somebody
    deletes it.

    For the room's facilitators, and keys with the scope `rooms:write`. Nothing goes sooner than 7 days after
    this was said. What was only planned stays.
    """
    if said.days is not None and not 1 <= said.days <= keeping.LONGEST_DAYS:
        raise Refused(
            "malformed", f"Keep sessions for 1 to {keeping.LONGEST_DAYS} days, or leave `days` out."
        )
    return answer(
        room_answer(await keeping.set_keeping(context.database, room.id, said.days, now=context.now()))
    )
