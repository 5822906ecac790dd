"""How a session comes to be: a row in the catalogue, and the first command of its log."""

from dataclasses import replace

from app.api.context import Context
from app.facilitation.actors import Server
from app.facilitation.commands import ClockSpec, CreateSession, Newcomer, Seat, SetContact
from app.facilitation.decider import Arrival, step
from app.facilitation.ids import CommandId, Purpose, SessionId, Setting
from app.facilitation.refusals import Refused
from app.facilitation.state import State
from app.history import catalogue
from app.history.codes import shown_code
from app.history.tables import RoomRow, SessionRow

LONGEST_ROOM_NAME = 80
SLOWEST, FASTEST = 0.01, 1_000.0
"""Rates of a practice session's clock beside the wall's."""


def room_name(typed: str) -> str:
    """A room's name, trimmed. Raises Refused (`name_empty`, `name_too_long`)."""
    name = " ".join(typed.split())
    if not name:
        raise Refused("name_empty", "Give the room a name that people will know it by.")
    if len(name) > LONGEST_ROOM_NAME:
        raise Refused("name_too_long", f"That name is too long. Use {LONGEST_ROOM_NAME} characters or fewer.")
    return name


def checked_clock(clock: ClockSpec, now: int) -> ClockSpec:
    """The clock of a new session: the wall's, or one that begins now unless it says when.

    Raises Refused (`malformed`).
    """
    if clock.kind == "wall":
        return ClockSpec()
    if not SLOWEST <= clock.rate <= FASTEST:
        raise Refused("malformed", f"The clock's rate must lie between {SLOWEST:g} and {FASTEST:g}.")
    return replace(clock, start_at=clock.start_at or now)


def check_people(people: tuple[Newcomer, ...]) -> None:
    """Try out whether these people can be seated, before there is a room for them. Raises Refused."""
    step(State.empty(), Seat(people), Arrival(CommandId("trial"), Server(), 0, "trial", 0))


async def found_session(context: Context, room: RoomRow, clock: ClockSpec, practice: int = 0) -> SessionRow:
    """A new session in a room, planned; with `practice`, so many simulated people come in.

    Raises Refused, HistoryError.
    """
    clock = checked_clock(clock, context.now())
    before = await catalogue.current_session(context.database, room.id)
    session = await catalogue.create_session(context.database, room.id, now=context.now())
    command = CreateSession(
        session=SessionId(session.id),
        code=shown_code(room.code),
        name=room.name,
        purpose=Purpose(room.purpose),
        setting=Setting(room.hearing),
        number=session.number,
        clock=clock,
        practice=practice,
    )
    await context.rooms.serve(SessionId(session.id), command)
    if before is not None:
        contact = (await context.rooms.state(SessionId(before.id))).concerns.contact
        if contact is not None:
            # Whom people can turn to is the room's, and stands there from the first moment.
            await context.rooms.serve(SessionId(session.id), SetContact(contact.name, contact.reach))
    if practice:
        context.practice.begin(SessionId(session.id), practice)
    return session
