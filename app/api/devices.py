"""Shared screens, helpers' phones and integrators' programs: how they get in."""

from typing import Annotated

from fastapi import APIRouter, Request, Response

from app.access import doors
from app.access.endpoints import admit
from app.access.links import device_link
from app.api.bodies import DeviceDoor, IdempotencyKey, KeyDoor, NewDevice, body, command_id
from app.api.callers import Calling, Known, endpoint_of
from app.api.context import InContext
from app.api.describing import answer, gives, takes
from app.api.doorways import guarded
from app.api.linking import made_link
from app.facilitation.commands import AddDevice
from app.facilitation.refusals import Refused
from app.history import catalogue

router = APIRouter(tags=["doors"])


@router.post(
    "/sessions/{session_id}/devices",
    status_code=201,
    summary="Add a shared screen or a helper's phone",
    openapi_extra=takes("NewDevice", {"scope": "screen", "name": "Projector"}),
    responses={201: gives("NewDeviceAnswer", "The device's link, shown this once.")[200]},
)
async def add_device(
    calling: Calling, new: Annotated[NewDevice, body(NewDevice)], key: IdempotencyKey = None
) -> Response:
    """For facilitators, and keys with the scope `sessions:run`. A device has one job and sees no private
    data.
    """
    adding, applied_as = AddDevice(new.scope, new.name), command_id(new.id, key)
    made, shown = await made_link(calling, adding, applied_as, "device", device_link, new.scope.value)
    return answer({"device_id": made, **shown}, 201)


@router.post(
    "/access/device",
    summary="Come in by a device's link",
    openapi_extra=takes("DeviceDoor", {"device_id": "7m2q…", "secret": "kU8…"}),
    responses=gives("DeviceSeatAnswer", "The device's token."),
)
async def enter_as_device(
    request: Request, context: InContext, door: Annotated[DeviceDoor, body(DeviceDoor)]
) -> Response:
    """Exchange the link's secret for a token. The same link gives a fresh one at any time, until it is
    revoked.
    """
    async with guarded(context.doors, request):
        session_id, device = await doors.by_device_link(context.database, door.device_id, door.secret)
    equipment = (await context.rooms.state(session_id)).devices.get(device.device)
    if equipment is None or equipment.revoked:
        raise Refused("unknown_device", "This link is no longer valid. Ask your facilitator for a new one.")
    return answer(
        {
            "token": context.mint(device, session_id),
            "session_id": session_id,
            "device_id": device.device,
            "scope": device.scope.value,
        }
    )


@router.post(
    "/access/token",
    summary="A token for the live socket, by API key",
    openapi_extra=takes("KeyDoor", {"session_id": "0f7b…"}),
    responses=gives("TokenAnswer", "Good for 15 minutes; renew it over the socket."),
)
async def token_for_key(
    request: Request, context: InContext, who: Known, door: Annotated[KeyDoor, body(KeyDoor)]
) -> Response:
    """What the key may do in the session follows from its scopes; it is nobody's presence."""
    admit(endpoint_of(request), who.actor, None)
    if who.session_id is not None:
        # A token made of a token would outlive the key that was revoked.
        raise Refused("not_allowed", "This takes the API key itself, not a token.")
    await catalogue.known_session(context.database, door.session_id)
    return answer({"token": context.mint(who.actor, door.session_id)})
