"""Rooms, sessions and people as REST answers, and how long lists of them are cut."""

from typing import Annotated, cast

from fastapi import Query

from app.api.answers import ParticipantAnswer, RoomAnswer, SessionAnswer
from app.facilitation.ids import Purpose, Role, SessionId, Setting, Status
from app.facilitation.jsonable import JsonDict
from app.facilitation.state import Participant, State
from app.facilitation.views import Layer
from app.history.codes import shown_code
from app.history.keeping import keeping
from app.history.tables import RoomRow, SessionRow

Limit = Annotated[int, Query(ge=1, le=1_000, description="So many at most.")]
Offset = Annotated[int, Query(ge=0, le=1_000_000, description="Leave out so many first.")]


def room_answer(room: RoomRow) -> RoomAnswer:
    """A room, without its secret."""
    said: RoomAnswer = {
        "id": room.id,
        "code": shown_code(room.code),
        "name": room.name,
        "purpose": Purpose(room.purpose),
        "setting": Setting(room.hearing),
        "created_at": room.created_at,
    }
    kept = keeping(room)
    if kept is not None:
        said["keep_days"] = kept.days
    return said


def session_answer(session: SessionRow) -> SessionAnswer:
    """A session of the catalogue."""
    answer: SessionAnswer = {
        "id": SessionId(session.id),
        "room_id": session.room_id,
        "number": session.number,
        "status": Status(session.state),
        "created_at": session.created_at,
    }
    if session.opened_at is not None:
        answer["opened_at"] = session.opened_at
    if session.ended_at is not None:
        answer["ended_at"] = session.ended_at
    return answer


def participant_answer(person: Participant) -> ParticipantAnswer:
    """Somebody of a session, as everybody in it may see them."""
    answer: dict[str, object] = {
        "id": person.id,
        "name": person.name,
        "role": person.role.value,
        "place": person.place.value,
        "number": person.number,
        "here": person.here,
        "seated": person.seated,
    }
    if person.listening:
        answer["listening"] = True
    if person.away:
        answer["away"] = True
    if person.role is Role.observer and person.watches:
        answer["watches"] = person.watches
    if person.perspective is not None and person.perspective.public:
        answer["perspective"] = person.perspective.public
    return cast("ParticipantAnswer", answer)


def section(layer: Layer, state: State, name: str) -> JsonDict:
    """One section of a layer, as the live socket shows it. Raises KeyError where the layer has none of that
    name.
    """
    return layer.sections[name].build(state, None, None)
