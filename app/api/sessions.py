"""Sessions: listed, read, steered by commands."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.access.endpoints import admit
from app.api.answers import CommandAnswer
from app.api.bodies import IdempotencyKey, Seats, body, command_id, read_object
from app.api.callers import Calling, Known, Visiting, endpoint_of
from app.api.context import InContext
from app.api.describing import answer, gives, takes
from app.api.listing import Limit, Offset, participant_answer, section, session_answer
from app.facilitation.commands import Seat
from app.facilitation.ids import ParticipantId
from app.facilitation.refusals import Refused
from app.facilitation.state import Answer
from app.facilitation.views import ROOM
from app.history import catalogue, keeping
from app.wire.codec import command_from_json

router = APIRouter(tags=["sessions"])

Json = Annotated[dict[str, object], Depends(read_object)]

SPEECH_COMMANDS = ("speech.start", "speech.still", "speech.stop", "speech.report", "coverage.set")

_UTTERANCES = {
    "do": "speech.report",
    "utterances": [{"participant": "9xk2…", "from_at": 1764000000000, "to_at": 1764000004200}],
}


@router.get("/sessions", summary="List the sessions", responses=gives("SessionsAnswer", "The newest first."))
async def list_sessions(
    request: Request,
    context: InContext,
    who: Known,
    room_id: Annotated[str | None, Query(description="Of this room alone.", max_length=64)] = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> Response:
    """All sessions, or a room's. Takes a key with the scope `sessions:read`."""
    admit(endpoint_of(request), who.actor, None)
    found = await catalogue.sessions(context.database, room_id, limit=limit, offset=offset)
    return answer({"sessions": [session_answer(each) for each in found]})


@router.get(
    "/sessions/{session_id}",
    summary="Read a session",
    responses=gives("SessionStateAnswer", "What it is, and where it stands."),
)
async def read_session(visit: Visiting) -> Response:
    """For everybody of the session, and keys with the scope `sessions:read`."""
    context, session_id = visit.context, visit.session_id
    row = await catalogue.known_session(context.database, session_id)
    said: dict[str, object] = {
        "room_id": row.room_id,
        "seq": visit.state.seq,
        "now": await context.rooms.now(session_id),
        "session": section(ROOM, visit.state, "session"),
    }
    room = await catalogue.room(context.database, row.room_id)
    going = await keeping.gone_when(context.database, room, context.now()) if room is not None else {}
    if session_id in going:
        said["gone_at"] = going[session_id]
    return answer(said)


def command_answer(given: Answer) -> CommandAnswer:
    """The answer to a command, as the live socket's."""
    said: CommandAnswer = {"ok": True, "seq": given.seq}
    if given.made is not None:
        said["made"] = given.made
    return said


@router.post(
    "/sessions/{session_id}/commands",
    summary="Send any command",
    openapi_extra=takes("Command", {"do": "turn.next", "after": "t17", "id": "k3f9-7"}),
    responses=gives("CommandAnswer", "It was applied.", {"ok": True, "seq": 43}),
)
async def send_command(calling: Calling, frame: Json, key: IdempotencyKey = None) -> Response:
    """Every command of the live protocol, with the same fields.

    The protocol page says of each who may send it. Sent again under the same id it is applied once.
    """
    applied_as = command_id(frame.pop("id", None), key)
    return answer(command_answer(await calling.give(command_from_json(frame), applied_as)))


@router.get(
    "/sessions/{session_id}/participants",
    summary="List the people",
    responses=gives("ParticipantsAnswer", "In the order of their seats."),
    tags=["people"],
)
async def list_participants(visit: Visiting, limit: Limit = 1_000, offset: Offset = 0) -> Response:
    """Everybody of the session who was not taken out, whether they are here or not."""
    state = visit.state
    people = [person for each in state.people.order if not (person := state.people.by_id[each]).removed]
    page = people[offset : offset + limit]
    more = max(0, len(people) - offset - len(page))
    return answer({"participants": [participant_answer(person) for person in page], "more": more})


@router.post(
    "/sessions/{session_id}/participants",
    status_code=201,
    summary="Seat people without a device",
    openapi_extra=takes("Seats", {"people": [{"name": "Chloe"}, {"name": "Dee", "place": "phone"}]}),
    responses={201: gives("SeatedAnswer", "Who was seated.")[200]},
    tags=["people"],
)
async def seat_people(
    calling: Calling, seats: Annotated[Seats, body(Seats)], key: IdempotencyKey = None
) -> Response:
    """All of them, or with one clear sentence none. For facilitators, and keys with the scope
    `sessions:run`.
    """
    given = await calling.give(Seat(seats.people), command_id(seats.id, key))
    state = await calling.context.rooms.state(calling.session_id)
    seated = [
        state.people.by_id[each] for each in _ids_of(given, len(seats.people)) if each in state.people.by_id
    ]
    return answer(
        {"ok": True, "seq": given.seq, "participants": [participant_answer(p) for p in seated]}, 201
    )


def _ids_of(given: Answer, count: int) -> list[ParticipantId]:
    """The ids that one `participant.seat` made: numbered where there are several, and the answer names the
    last.
    """
    made = given.made or ""
    if count == 1:
        return [ParticipantId(made)]
    return [ParticipantId(f"{made.rpartition('-')[0]}-{place + 1}") for place in range(count)]


@router.post(
    "/sessions/{session_id}/speech",
    summary="Report speech",
    openapi_extra=takes("SpeechCommand", _UTTERANCES),
    responses=gives("CommandAnswer", "It was applied.", {"ok": True, "seq": 43}),
    tags=["speech"],
)
async def report_speech(calling: Calling, frame: Json, key: IdempotencyKey = None) -> Response:
    """Who spoke when, as a video platform or a recorder knows it.

    One command: `speech.start`, `speech.still` or `speech.stop` as it happens, `speech.report` with
    complete utterances, or first `coverage.set` to say whom you listen to. `source` may be left out: it is
    `api`. Times are yours (`observed_at`, `sent_at`): the server takes the difference. Takes a key with the
    scope `speech:write`.
    """
    applied_as = command_id(frame.pop("id", None), key)
    do = frame.setdefault("do", "speech.report")
    if do not in SPEECH_COMMANDS:
        raise Refused(
            "malformed", f"Send one of {', '.join(SPEECH_COMMANDS)} here; other commands go to /commands."
        )
    if do != "speech.report":
        frame.setdefault("source", "api")
    return answer(command_answer(await calling.give(command_from_json(frame), applied_as)))
