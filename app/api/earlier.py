"""Decisions of a room's earlier sittings: which are to be looked at again, and one of them brought into this
one.
"""

import logging
import math
from dataclasses import replace
from typing import Annotated, cast

from fastapi import APIRouter, Response

from app.api.answers import CommandAnswer, EarlierDecisionAnswer
from app.api.bodies import IdempotencyKey, LookAgain, body, command_id, servers_id
from app.api.callers import Visit, Visiting
from app.api.context import Context
from app.api.describing import answer, gives, takes
from app.facilitation.actors import Server, label
from app.facilitation.belonging import words_in
from app.facilitation.commands import BringDecision, EarlierDecision, RedactWords
from app.facilitation.decisions.earlier import as_kept, can_be_brought, earlier_decision, is_due
from app.facilitation.decisions.public import signed
from app.facilitation.decisions.record import HOLDS
from app.facilitation.decisions.views import decision_view
from app.facilitation.events import DecisionBrought
from app.facilitation.ids import SessionId
from app.facilitation.refusals import Refused
from app.history import catalogue, projection
from app.history.entries import all_from
from app.history.errors import UnknownSession
from app.rooms.orders import Unavailable
from app.wire.decision_views import DecisionView

logger = logging.getLogger("evenfloor.api")

router = APIRouter(tags=["decisions"], prefix="/sessions/{session_id}")


@router.get(
    "/earlier-decisions",
    summary="Decisions of earlier sessions that stand",
    responses=gives("EarlierDecisionsAnswer", "Those whose day has come first, then by their day."),
)
async def read_earlier(visit: Visiting) -> Response:
    """Of all other sessions of the room, as they stand there, with who disagreed.

    For facilitators, and keys with the scope `sessions:read`.
    """
    now = await visit.context.rooms.now(visit.session_id)
    found: list[EarlierDecisionAnswer] = []
    for session in await _others(visit):
        found += await _of(visit, session, now)
    found.sort(key=lambda one: one["decision"].get("review_at", math.inf))
    return answer({"decisions": found})


async def _others(visit: Visit) -> list[SessionId]:
    """The other sessions of the room in which a decision holds."""
    database = visit.context.database
    here = await catalogue.known_session(database, visit.session_id)
    holds = {state.value for state in HOLDS}
    return [
        SessionId(session.id)
        for session in await catalogue.sessions(database, here.room_id)
        if session.id != here.id
        and any(row.state in holds for row in await projection.decisions(database, session.id))
    ]


async def _of(visit: Visit, session_id: SessionId, now: int) -> list[EarlierDecisionAnswer]:
    state = await visit.context.rooms.state(session_id)
    there = await visit.context.rooms.now(session_id)
    return [
        {
            "session_id": session_id,
            "number": state.session.number,
            "decision_id": decision.id,
            "due": is_due(decision, now),
            "here": decision.id in visit.state.decisions.by_id,
            "decision": cast("DecisionView", signed(state, decision_view(state, decision))),
        }
        for decision in state.decisions.by_id.values()
        if can_be_brought(decision, there)
    ]


@router.post(
    "/earlier-decisions",
    summary="Look at an earlier decision again, here",
    openapi_extra=takes("LookAgain", {"session_id": "7rk4…", "decision": "q0x8…"}),
    responses=gives("CommandAnswer", "It stands in this session's ledger, too."),
)
async def look_again(
    visit: Visiting, asked: Annotated[LookAgain, body(LookAgain)], key: IdempotencyKey = None
) -> Response:
    """It stands in this session's ledger for all to read, without what single people said of it. Then
    `decision.review` says what came of it, and `decision.draft` with `supersedes` begins a new version; the
    session in which it was taken is told of both. For facilitators, and keys with the scope `sessions:run`.
    """
    rooms, database = visit.context.rooms, visit.context.database
    here = await catalogue.known_session(database, visit.session_id)
    session = await catalogue.session(database, asked.session_id)
    if session is None or session.id == here.id or session.room_id != here.room_id:
        raise UnknownSession(asked.session_id)
    state = await rooms.state(asked.session_id)
    earlier = earlier_decision(state, asked.decision, await rooms.now(asked.session_id))
    applied_as = servers_id(command_id(asked.id, key), label(visit.actor), asked.session_id, asked.decision)
    given = await rooms.command(visit.session_id, BringDecision(earlier), Server(), applied_as)
    said: CommandAnswer = {"ok": True, "seq": given.seq, "made": earlier.decision}
    return answer(said)


async def forget_later(context: Context, session_id: SessionId) -> None:
    """Words that are gone from this session go from its decisions in later ones, too. Raises HistoryError,
    and Refused where it cannot be done now.
    """
    state = await context.rooms.state(session_id)
    here = await catalogue.known_session(context.database, session_id)
    for later in await catalogue.sessions(context.database, here.room_id):
        recorded = all_from(await context.log.read(later.id)) if later.number > here.number else ()
        for each in recorded:
            if not isinstance(each.event, DecisionBrought) or each.event.earlier.session != session_id:
                continue
            is_now = as_kept(state, each.event.earlier.decision)
            known = _words(each.event.earlier)
            if known and (is_now is None or _words(is_now) != known):
                await context.rooms.serve(SessionId(later.id), RedactWords(each.seq))
                if is_now is not None:
                    await _bring_again(context, SessionId(later.id), is_now)


async def _bring_again(context: Context, session_id: SessionId, earlier: EarlierDecision) -> None:
    try:
        await context.rooms.serve(session_id, BringDecision(earlier))
    except Unavailable:
        raise
    except Refused as refused:
        # A version of its own has taken its place there: the old one stays without words.
        logger.info("session %s: %s", session_id, refused)


def _words(earlier: EarlierDecision) -> dict[str, str]:
    """What was agreed to, without what was said of it since."""
    return words_in(DecisionBrought(replace(earlier, reviews=(), names=())))
