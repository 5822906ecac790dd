"""The server itself: is it well, and what does it offer."""

from fastapi import APIRouter, Response

from app.api.context import InContext
from app.api.describing import answer, gives

router = APIRouter(tags=["server"])


@router.get("/healthz", summary="Is the server well?", responses=gives("HealthAnswer", "It is."))
async def health(context: InContext) -> Response:
    """Answers once the history can be read; 503 where it cannot."""
    await context.log.heads([])
    return answer({"status": "ok", "version": context.version})
