"""Concerns: the contact's link, and their page. What people write is sent as any command is."""

from typing import Annotated

from fastapi import APIRouter, Request, Response

from app.access import doors
from app.access.links import contact_link
from app.api.bodies import IdempotencyKey, LinkDoor, NewLink, body, command_id
from app.api.callers import Known, SessionInPath
from app.api.context import InContext
from app.api.describing import answer, gives, takes
from app.api.doorways import guarded
from app.api.linking import made_link
from app.facilitation.commands import InviteContact, ReadConcerns, WelcomeContact
from app.facilitation.concerns.views import for_contact
from app.facilitation.ids import LinkId
from app.facilitation.refusals import Refused
from app.history import credentials

router = APIRouter(tags=["concerns"])


@router.post(
    "/sessions/{session_id}/concern-links",
    status_code=201,
    summary="Make the contact's link",
    openapi_extra=takes("NewLink", {}),
    responses={201: gives("LinkAnswer", "The link, shown this once.")[200]},
)
async def invite_contact(
    session_id: SessionInPath,
    context: InContext,
    who: Known,
    new: Annotated[NewLink, body(NewLink)],
    key: IdempotencyKey = None,
) -> Response:
    """For facilitators, and keys with the scope `sessions:run`. It opens once: whoever opens it first reads
    what is written to the contact from then on. An older link that nobody has opened opens no more.
    """
    applied_as = command_id(new.id, key)
    made, shown = await made_link(
        context, session_id, who, InviteContact(), applied_as, "invited", contact_link
    )
    return answer({"link_id": made, **shown}, 201)


@router.post(
    "/access/concerns",
    summary="Read concerns by the contact's link",
    openapi_extra=takes("LinkDoor", {"link_id": "3k9w…", "secret": "mR2…"}),
    responses=gives("ConcernsView", "What was written to this link, the oldest first."),
)
async def read_concerns(
    request: Request, context: InContext, door: Annotated[LinkDoor, body(LinkDoor)]
) -> Response:
    """No account and no token, and nothing else of the session. The link's own secret is good once; the
    answer to it has the `secret` that is good from then on. Whoever wrote is told that it was read.
    """
    link = LinkId(door.link_id)
    kept = None
    async with guarded(context.doors, request):
        held = await doors.by_contact_link(context.database, link, door.secret)
    if held.first:
        try:
            await context.rooms.serve(held.session_id, WelcomeContact(link))
        except Refused:
            raise doors.opened_already() from None
        kept = await credentials.issue(context.database, held.session_id, "contact", link, now=context.now())
        await credentials.revoke(context.database, held.session_id, "invited", link, now=context.now())
    await context.rooms.serve(held.session_id, ReadConcerns(link))
    page = for_contact(await context.rooms.state(held.session_id), link)
    return answer(page if kept is None else {**page, "secret": kept})
