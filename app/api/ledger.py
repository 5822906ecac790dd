"""Decisions: read, taken along, and shown to anybody by a link."""

from typing import Annotated, cast

from fastapi import APIRouter, Query, Request, Response

from app.access import doors
from app.access.links import ledger_link
from app.api.bodies import IdempotencyKey, LinkDoor, NewLink, body, command_id
from app.api.callers import Calling, Visiting
from app.api.context import InContext
from app.api.describing import CSV, MARKDOWN, answer, gives, takes
from app.api.doorways import guarded
from app.api.linking import made_link
from app.api.listing import section
from app.facilitation.commands import ShareLedger
from app.facilitation.decisions.public import public_ledger
from app.facilitation.ids import DecisionId, LinkId
from app.facilitation.refusals import Refused
from app.facilitation.views import ROOM
from app.integrations.decision_markdown import markdown
from app.integrations.risks_csv import risks_csv
from app.wire.decision_views import DecisionsView

router = APIRouter(tags=["decisions"])

KEPT_NOWHERE = {"cache-control": "no-store"}


def _ledger(visit: Visiting) -> DecisionsView:
    return cast("DecisionsView", section(ROOM, visit.state, "decisions"))


@router.get(
    "/sessions/{session_id}/knowledge",
    summary="What people know",
    responses=gives("KnowledgeView", "The oldest first."),
)
async def read_knowledge(visit: Visiting) -> Response:
    """Facts and stories, and what somebody does not understand yet; never whose."""
    return answer(section(ROOM, visit.state, "knowledge"))


@router.get(
    "/sessions/{session_id}/decisions",
    summary="The decisions",
    responses=gives("DecisionsView", "Every version, the oldest first."),
)
async def read_decisions(visit: Visiting) -> Response:
    """The whole ledger: records, late words, reviews, and what came of every need."""
    return answer(section(ROOM, visit.state, "decisions"))


@router.get(
    "/sessions/{session_id}/decisions.md",
    summary="The decisions as Markdown",
    response_class=Response,
    responses={200: MARKDOWN},
)
async def read_markdown(
    visit: Visiting,
    decision: Annotated[str | None, Query(description="Only this version, by its id.", max_length=64)] = None,
) -> Response:
    """One record a decision, in the order of an architecture decision record."""
    if decision is not None and DecisionId(decision) not in visit.state.decisions.by_id:
        raise Refused("unknown_decision", "There is no such decision here.")
    names = {str(person.id): person.name for person in visit.state.people.by_id.values()}
    text = markdown(visit.state.session.name, _ledger(visit), names, decision)
    return Response(text, media_type="text/markdown; charset=utf-8", headers=KEPT_NOWHERE)


@router.get(
    "/sessions/{session_id}/risks.csv",
    summary="The risks as CSV",
    response_class=Response,
    responses={200: CSV},
)
async def read_risks(visit: Visiting) -> Response:
    """A row for each risk of each version. No cell begins like a formula."""
    return Response(
        risks_csv(_ledger(visit)),
        media_type="text/csv; charset=utf-8",
        headers={**KEPT_NOWHERE, "content-disposition": 'attachment; filename="risks.csv"'},
    )


@router.get(
    "/sessions/{session_id}/you-said",
    summary="“You said, we did”, as anybody would read it",
    responses=gives("PublicLedgerView", "Without the names of people who did not let theirs be shown."),
)
async def read_public(visit: Visiting) -> Response:
    """What a public link shows, whether there is one or not: to be read before one is made."""
    return answer(public_ledger(visit.state))


@router.post(
    "/sessions/{session_id}/ledger-links",
    status_code=201,
    summary="Make a public link to “You said, we did”",
    openapi_extra=takes("NewLink", {}),
    responses={201: gives("LinkAnswer", "The link, shown this once.")[200]},
)
async def share_ledger(
    calling: Calling, new: Annotated[NewLink, body(NewLink)], key: IdempotencyKey = None
) -> Response:
    """For facilitators, and keys with the scope `sessions:run`. Whoever has it reads the page without an
    account, until `ledger.unshare` takes it back.
    """
    made, shown = await made_link(calling, ShareLedger(), command_id(new.id, key), "ledger", ledger_link)
    return answer({"link_id": made, **shown}, 201)


@router.post(
    "/access/ledger",
    summary="Read “You said, we did” by its link",
    openapi_extra=takes("LinkDoor", {"link_id": "3k9w…", "secret": "mR2…"}),
    responses=gives("PublicLedgerView", "What was decided, and what came of every need."),
)
async def read_by_link(
    request: Request, context: InContext, door: Annotated[LinkDoor, body(LinkDoor)]
) -> Response:
    """No account and no token; the link's secret alone, as long as nobody took it back."""
    async with guarded(context.doors, request):
        session_id = await doors.by_ledger_link(context.database, door.link_id, door.secret)
        state = await context.rooms.state(session_id)
        if not state.decisions.links.get(LinkId(door.link_id)):
            raise doors.taken_back()
    return answer(public_ledger(state))
