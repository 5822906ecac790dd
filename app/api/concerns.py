"""Concerns: the contact's link, and their page. What people write is sent as any command is."""

from typing import Annotated

from fastapi import APIRouter, Request, Response

from app.access import doors
from app.access.links import contact_link
from app.api.bodies import ContactDoor, IdempotencyKey, NewLink, body, command_id, servers_id
from app.api.callers import Calling
from app.api.context import InContext
from app.api.describing import answer, gives, takes
from app.api.doorways import guarded
from app.api.linking import made_link
from app.facilitation.actors import Server
from app.facilitation.commands import InviteContact, ReadConcerns, WelcomeContact
from app.facilitation.concerns.views import for_contact
from app.facilitation.ids import CommandId, LinkId
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
    calling: Calling, new: Annotated[NewLink, body(NewLink)], key: IdempotencyKey = None
) -> Response:
    """For facilitators, and keys with the scope `sessions:run`. It opens once: whoever opens it first reads
    what is written to the contact from then on. An older link that nobody has opened opens no more.
    """
    made, shown = await made_link(calling, InviteContact(), command_id(new.id, key), "invited", contact_link)
    return answer({"link_id": made, **shown}, 201)


@router.post(
    "/access/concerns",
    summary="Read concerns by the contact's link",
    openapi_extra=takes("ContactDoor", {"link_id": "3k9w…", "own": "Zt7…", "secret": "mR2…"}),
    responses=gives("ConcernsView", "What was written to this link, the oldest first."),
)
async def read_concerns(
    request: Request, context: InContext, door: Annotated[ContactDoor, body(ContactDoor)]
) -> Response:
    """No account and no token, and nothing else of the session. The link's own secret is good once: from then
    on it is open to who opened it, by the secret that they made themselves. So an answer that was lost can be
    asked for again. Whoever wrote is told that it was read.
    """
    link, database = LinkId(door.link_id), context.database
    async with guarded(context.doors, request):
        session_id = await doors.by_contacts_own(database, link, door.own)
        known = session_id is not None
        if session_id is None:
            session_id = await doors.by_contact_link(database, link, door.secret)
    if not known:
        own, now = doors.contacts_own(link, door.own), context.now()
        try:
            # Under one id for one page: where the history went away after this, that page can ask again.
            await context.rooms.command(
                session_id, WelcomeContact(link), Server(), servers_id(CommandId(own))
            )
        except Refused as refused:
            if refused.code != "stale":
                raise  # the history is away, say: that tells nothing of the link
            raise doors.opened_already() from None
        await credentials.keep(database, session_id, "contact", link, own, now=now)
        await credentials.revoke(database, session_id, "invited", link, now=now)
    await context.rooms.serve(session_id, ReadConcerns(link))
    return answer(for_contact(await context.rooms.state(session_id), link))
