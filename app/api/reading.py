"""What a session shows, read once: queue, floor, balance, nudges, lanes, report. Followers use the live
socket.
"""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from app.api.callers import Visit, Visiting
from app.api.describing import answer, gives
from app.api.listing import section
from app.facilitation.actors import Person
from app.facilitation.ideas.likeness import alike_ideas
from app.facilitation.jsonable import Json
from app.facilitation.live import WINDOW_MS, desk_figures, lanes, own_figures
from app.facilitation.refusals import Refused
from app.facilitation.report import Reader, report
from app.facilitation.views import DESK, ROOM

router = APIRouter(tags=["reading"], prefix="/sessions/{session_id}")

LONGEST_LANES_MS = 86_400_000


@router.get(
    "/queue", summary="Who waits to speak", responses=gives("QueueAnswer", "In the order in which they go.")
)
async def read_queue(visit: Visiting) -> Response:
    """The order and the rule that gave each place. Facilitators, and keys, read the reasons besides."""
    queue = dict(section(ROOM, visit.state, "queue"))
    if visit.sits_at_desk:
        queue["reasons"] = section(DESK, visit.state, "hands")
    return answer(queue)


@router.get(
    "/floor", summary="Who has the floor", responses=gives("FloorAnswer", "Mode, turn, and who is heard.")
)
async def read_floor(visit: Visiting) -> Response:
    """How the floor is shared, whose turn it is, and who is heard now."""
    speaking = section(ROOM, visit.state, "speaking")
    return answer({**section(ROOM, visit.state, "floor"), "speaking": speaking})


@router.get("/lead", summary="Who leads", responses=gives("LeadAnswer", "The facilitators, or the group."))
async def read_lead(visit: Visiting) -> Response:
    """Whether the group leads itself, and what nudges ask it; or that it is asked whether it wants to."""
    by = "group" if visit.state.lead.by_group else "facilitators"
    return answer({"by": by, **section(ROOM, visit.state, "lead")})


@router.get(
    "/ideas", summary="The ideas", responses=gives("IdeasView", "In the order in which all see them.")
)
async def read_ideas(visit: Visiting) -> Response:
    """What has been shown so far, and never whose it is."""
    return answer(section(ROOM, visit.state, "ideas"))


@router.get(
    "/ideas/alike",
    summary="Ideas that sound alike",
    responses=gives("AlikeAnswer", "The most alike first, at most ten pairs of needs and ten of proposals."),
)
async def read_alike(visit: Visiting) -> Response:
    """Pairs whose words are alike, so that a person can look whether they are one idea (facilitators)."""
    return answer({"pairs": [list[Json](pair) for pair in alike_ideas(visit.state.ideas)]})


@router.get(
    "/scores",
    summary="The scores",
    responses=gives("ScoringView", "The closed rounds, oldest first."),
)
async def read_scores(visit: Visiting) -> Response:
    """Of an open round how many have answered; of closed ones what they say, and never who said it."""
    return answer(section(ROOM, visit.state, "scoring"))


@router.get(
    "/picks",
    summary="Which ideas to talk about",
    responses=gives("PicksView", "The closed votes, oldest first."),
)
async def read_picks(visit: Visiting) -> Response:
    """Of an open vote how many have answered; of closed ones the marks, and never who gave them."""
    return answer(section(ROOM, visit.state, "picks"))


@router.get("/checks", summary="The checks", responses=gives("ChecksView", "The closed ones, oldest first."))
async def read_checks(visit: Visiting) -> Response:
    """Of an open check how many have answered; of closed ones the result."""
    return answer(section(ROOM, visit.state, "checks"))


@router.get(
    "/resistance",
    summary="The resistance",
    responses=gives("ResistanceView", "The closed ones, oldest first."),
)
async def read_resistance(visit: Visiting) -> Response:
    """Of an open survey how many have answered; of closed ones the result, and what people would need."""
    return answer(section(ROOM, visit.state, "resistance"))


@router.get(
    "/balance", summary="How evenly the talk is shared", responses=gives("BalanceAnswer", "Everybody's talk.")
)
async def read_balance(
    visit: Visiting,
    window: Annotated[
        Literal["session", "10min"], Query(description="The session, or its last 10 minutes.")
    ] = "session",
) -> Response:
    """Everybody's talk beside their fair share (`ratio` 1.0). For facilitators, and keys with
    `sessions:read`.
    """
    now = await visit.context.rooms.now(visit.session_id)
    figures = desk_figures(visit.state, now)
    room = figures["room" if window == "session" else "window"]
    places = figures["places" if window == "session" else "window_places"]
    return answer(
        {
            "at": now,
            "window": window,
            "heard": figures["heard"],
            "room": room,
            "places": places,
            "people": figures["people"],
        }
    )


@router.get(
    "/my-time", summary="One's own time", responses=gives("OwnTimeAnswer", "One's own talk, in words too.")
)
async def read_own_time(visit: Visiting) -> Response:
    """For a participant's token: what "My time" shows, and nobody else sees."""
    participant = visit.own_participant
    now = await visit.context.rooms.now(visit.session_id)
    return answer({"at": now, **own_figures(visit.state, participant, now)})


@router.get("/nudges", summary="The nudges", responses=gives("NudgesView", "The newest first."))
async def read_nudges(visit: Visiting) -> Response:
    """Each with the figures that caused it, its life and its effect. For facilitators, and keys with
    `sessions:read`.
    """
    return answer(section(DESK, visit.state, "nudges"))


@router.get(
    "/lanes",
    summary="Who spoke when",
    responses=gives("LanesView", "For each person their stretches of talk."),
)
async def read_lanes(
    visit: Visiting,
    length_ms: Annotated[
        int, Query(ge=1_000, le=LONGEST_LANES_MS, description="How far back, in ms of the session's clock.")
    ] = WINDOW_MS,
) -> Response:
    """The last while, for facilitators, and keys with `sessions:read`."""
    now = await visit.context.rooms.now(visit.session_id)
    return answer(lanes(visit.state, now, length_ms))


@router.get(
    "/report",
    summary="The session's report",
    responses=gives(
        "ReportAnswer", "Made of the session's figures; which parts it has depends on who reads."
    ),
)
async def read_report(
    visit: Visiting,
    reader: Annotated[
        Literal["facilitator", "participant", "public"] | None,
        Query(alias="for", description="For whom; left out, the fullest that the caller may read."),
    ] = None,
) -> Response:
    """Facilitators and keys read what facilitators saw live.

    Participants read their own part and what concerns all, devices what concerns all. Of a session under
    way it is the report so far.
    """
    chosen = _reader(visit, reader)
    now = await visit.context.rooms.now(visit.session_id)
    return answer(report(visit.state, now, chosen))


def _reader(visit: Visit, wanted: str | None) -> Reader:
    if wanted == "public":
        return Reader("public")
    if wanted == "facilitator" and not visit.sits_at_desk:
        raise Refused("not_allowed", "Only facilitators, and API keys with sessions:read, may read this one.")
    if visit.sits_at_desk and wanted != "participant":
        return Reader("facilitator")
    if isinstance(visit.actor, Person):
        return Reader("participant", visit.actor.participant)
    if wanted == "participant":
        raise Refused("not_allowed", "A participant's report takes that participant's own token.")
    return Reader("public")
