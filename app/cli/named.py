"""Which room or sessions an operator names: by id, or by the room's code."""

from app.cli.failure import Failure
from app.history import catalogue
from app.history.database import Database
from app.history.tables import RoomRow, SessionRow


async def room_named(database: Database, named: str) -> RoomRow:
    """The room with this id or code. Raises Failure."""
    room = await catalogue.room(database, named) or await catalogue.room_by_code(database, named)
    if room is None:
        raise Failure(f"No room has the code or id {named}.")
    return room


async def sessions_named(database: Database, named: str) -> list[SessionRow]:
    """The session with this id; or all of the room with this code, the oldest first. Raises Failure."""
    session = await catalogue.session(database, named)
    if session is not None:
        return [session]
    room = await catalogue.room_by_code(database, named)
    found = await catalogue.sessions(database, room.id) if room is not None else []
    if not found:
        raise Failure(f"There is no session with the id, and no room with the code, {named}.")
    return sorted(found, key=lambda one: one.number)


async def session_named(database: Database, named: str) -> SessionRow:
    """The same of one session: of a room the last. Raises Failure."""
    return (await sessions_named(database, named))[-1]
