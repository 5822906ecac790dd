"""The server itself: is it well, and should it be given work?"""

from fastapi import APIRouter, Response

from app.api.context import Context, InContext
from app.api.describing import answer, gives
from app.history.errors import HistoryError
from app.rooms.clock import CorrectedClock

router = APIRouter(tags=["server"])

MOST_OFF_MS = 1_000
"""A machine whose clock is further from the database's would show people wrong times."""

OK = "ok"


@router.get("/healthz", summary="Is the server well?", responses=gives("HealthAnswer", "It is."))
async def health(context: InContext) -> Response:
    """Answers once the history can be read; 503 where it cannot."""
    await context.log.heads([])
    return answer({"status": OK, "version": context.version})


@router.get(
    "/readyz",
    summary="Should the server be given work?",
    responses={**gives("ReadyAnswer", "It should."), 503: gives("ReadyAnswer", "Not now.")[200]},
)
async def ready(context: InContext) -> Response:
    """For whoever spreads people over several nodes: 503 while this one should get nobody.

    Without Redis it goes on: news from other nodes then comes every two seconds.
    """
    rooms = context.rooms
    hindrances = {"database": await _database(context), "nodes": _nodes(context), "clock": _clock(context)}
    is_ready = set(hindrances.values()) == {OK} and not rooms.stopping
    return answer(
        {
            "status": "stopping" if rooms.stopping else "ready" if is_ready else "not ready",
            "version": context.version,
            **hindrances,
            "redis": _redis(context),
            "other_nodes": rooms.neighbours.others,
        },
        200 if is_ready else 503,
    )


async def _database(context: Context) -> str:
    try:
        await context.log.heads([])
    except HistoryError as error:
        return error.message
    return OK


def _redis(context: Context) -> str:
    if not context.settings.redis_url.get_secret_value():
        return "not used"
    away = context.rooms.bus.away
    return f"{away}: news from other nodes comes every 2 s" if away else OK


def _nodes(context: Context) -> str:
    if context.rooms.neighbours.strangers:
        return "another node signs tokens with another key: give all nodes one EVENFLOOR_SECRET_KEY_FILE"
    return OK


def _clock(context: Context) -> str:
    clock = context.rooms.clock
    off_ms = clock.off_ms if isinstance(clock, CorrectedClock) else 0
    if abs(off_ms) <= MOST_OFF_MS:
        return OK
    way = "ahead of" if off_ms > 0 else "behind"
    return f"this machine's clock is {abs(off_ms) / 1000:.1f} s {way} the database's: set it right"
