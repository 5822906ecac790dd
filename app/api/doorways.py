"""A try at a door: where it comes from, and what a failure costs."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import Request

from app.access.limits import DoorKeeper, SlowDown
from app.facilitation.refusals import Refused

OPENED_NOTHING = frozenset({"wrong_code", "wrong_link", "bad_key"})
"""The refusals that a guess gets."""


def address_of(request: Request) -> str:
    """The address that a request comes from, as far as the server trusts to know it."""
    return request.client.host if request.client is not None else ""


def device_of(request: Request) -> str:
    """What tells the devices behind one address apart, roughly: how their browsers call themselves."""
    return request.headers.get("user-agent", "")[:200]


@asynccontextmanager
async def guarded(doors: DoorKeeper, request: Request) -> AsyncIterator[None]:
    """Count what opens nothing. Raises SlowDown, before the try where the address only guesses."""
    address = address_of(request)
    doors.admit(address, time.monotonic())
    try:
        yield
    except Refused as refused:
        if refused.code in OPENED_NOTHING:
            doors.failed(address, device_of(request), time.monotonic())
        raise


def knocked_often(doors: DoorKeeper, request: Request) -> None:
    """Count a knock as a wrong code: it opens nothing by itself, and each is a line on somebody's screen.

    Raises SlowDown where there were too many.
    """
    try:
        doors.failed(address_of(request), device_of(request), time.monotonic())
    except SlowDown as slow:
        said = "You have knocked many times. Please wait a moment: facilitators see who is at the door."
        raise SlowDown(said, slow.retry_after_s) from None
