"""Erase a person, with a receipt; find the words of others that name them; take one's own data away."""

from typing import Annotated

from fastapi import APIRouter, Path, Response
from fastapi.responses import JSONResponse

from app.access.erasure import erase
from app.api.bodies import IdempotencyKey, Search, body, command_id
from app.api.callers import Calling, Visiting
from app.api.describing import answer, gives, takes
from app.api.own_data import own_data
from app.facilitation.actors import Person
from app.facilitation.commands import ErasePerson
from app.facilitation.ids import ParticipantId, Role
from app.facilitation.mentions import mentions
from app.facilitation.merging import as_known_now
from app.facilitation.rights import check
from app.history.entries import all_from

router = APIRouter(tags=["privacy"], prefix="/sessions/{session_id}")

ParticipantInPath = Annotated[ParticipantId, Path(description="The participant's id.", max_length=64)]


@router.post(
    "/participants/{participant_id}/erase",
    summary="Erase a person",
    responses=gives("ErasureAnswer", "They are erased; what was found, and what lies outside reach."),
)
async def erase_person(
    calling: Calling, participant_id: ParticipantInPath, key: IdempotencyKey = None
) -> Response:
    """Blank what somebody is called and wrote, everywhere, for good; their device is forgotten.

    For the person themself, facilitators, and keys with the scope `sessions:run`. Words of others that name
    them are found and not changed: facilitators and keys read which (`words.redact` takes them away one by
    one), the person reads how many.
    """
    context, actor, session_id = calling.context, calling.actor, calling.session_id
    applied_as = command_id(None, key)
    state = await context.rooms.state(session_id)
    participant_id = state.people.stands(participant_id)
    command = ErasePerson(participant_id)
    # The core checks it again; here, so that nobody has the whole log read for what they may not do.
    check(state, as_known_now(state, actor), command)

    async def erasing() -> None:
        await calling.give(command, applied_as)

    receipt = await erase(context.log, session_id, participant_id, erasing, now=context.now())
    await context.rooms.told()
    state = await context.rooms.state(session_id)
    asker = state.person(state.people.stands(actor.participant)) if isinstance(actor, Person) else None
    found: dict[str, object] = {"count": len(receipt.found)}
    if asker is None or (asker.role is Role.facilitator and asker.id != participant_id):
        found["mentions"] = [
            {"at_seq": each.at_seq, "what": each.kind, "text": each.text} for each in receipt.found
        ]
    return answer(
        {
            "session_id": session_id,
            "participant_id": participant_id,
            "pseudonym": state.people.by_id[participant_id].name,
            "erased_at": receipt.erased_at,
            "found": found,
            "other_sessions": receipt.other_sessions,
            "outside": ["backups", "downloads", "programs"],
        }
    )


@router.post(
    "/mentions",
    summary="Find words",
    openapi_extra=takes("Search", {"words": "Chloe"}),
    responses=gives("MentionsAnswer", "Where they stand."),
)
async def find_mentions(visit: Visiting, search: Annotated[Search, body(Search)]) -> Response:
    """Names, titles and whatever else people wrote in which the words stand, for `words.redact`.

    For facilitators, and keys with the scope `sessions:run`. It is a POST so that no log keeps the words.
    """
    recorded = list(all_from(await visit.context.log.read(visit.session_id)))
    found = mentions(recorded, [search.words] if search.words.strip() else [])
    listed = [{"at_seq": each.at_seq, "what": each.kind, "text": each.text} for each in found]
    return answer({"mentions": listed})


@router.get(
    "/my-data",
    summary="Take one's own data away",
    responses=gives("OwnDataAnswer", "All that is kept of whoever asks."),
)
async def read_own_data(visit: Visiting) -> Response:
    """For a participant's token: everything that the session keeps of them, as one file."""
    recorded = list(all_from(await visit.context.log.read(visit.session_id)))
    now = await visit.context.rooms.now(visit.session_id)
    kept = own_data(visit.state, recorded, visit.own_participant, now)
    return JSONResponse(
        kept,
        headers={"cache-control": "no-store", "content-disposition": 'attachment; filename="my-data.json"'},
    )
