"""Simulated people in a live session of a real application."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from app.facilitation.ids import SessionId, Status
from app.facilitation.state import State
from tests.api.house import House, Room, Seat, house, refusal

FAST = {"kind": "rated", "rate": 60}
"""A minute a second."""

PATIENCE_S = 60.0


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as made:
        yield made


async def begin(home: House, mode: str, people: int = 5) -> tuple[Room, Seat]:
    """A practice meeting that is under way."""
    room = await home.room(practice=people, clock=FAST)
    kim = await home.facilitator(room)
    await seen(home, room, lambda state: len(state.people.connections) == people)
    await home.done(kim, "mode.set", mode=mode)
    await home.done(kim, "session.open")
    return room, kim


async def seen(home: House, room: Room, holds: Callable[[State], bool]) -> State:
    """The state as soon as this holds."""
    async with asyncio.timeout(PATIENCE_S):
        while not holds(state := await home.context.rooms.state(SessionId(room.session))):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    return state


def talked(state: State) -> dict[str, int]:
    return {
        who: own.talk_ms for who, own in state.speech.figures(state.last_at).people.items() if own.talk_ms
    }


def speaking(state: State) -> list[str]:
    return [one.participant for one in state.speech.speaking(state.last_at)]


async def test_in_open_talk_several_people_talk(home: House) -> None:
    room, _ = await begin(home, "open")
    state = await seen(home, room, lambda state: len(talked(state)) >= 3)
    assert talked(state).keys() <= set(state.people.order)
    assert state.session.practice == 5


async def test_who_talks_for_long_is_said_to_be_heard_still(home: House) -> None:
    room, _ = await begin(home, "open", 3)
    await seen(
        home, room, lambda state: any(one.heard_at > one.from_at for one in state.sources.open.values())
    )


async def test_in_a_queue_hands_go_up_and_who_has_the_floor_speaks_and_is_done(home: House) -> None:
    room, kim = await begin(home, "queue")
    await seen(home, room, lambda state: bool(state.queue.order))
    await home.done(kim, "turn.next")
    had = (await seen(home, room, lambda state: state.floor.turn is None)).floor.last
    assert had is not None
    assert had.ended_at is not None
    assert had.participant in talked(await home.context.rooms.state(SessionId(room.session)))


async def test_nobody_speaks_in_a_break(home: House) -> None:
    room, kim = await begin(home, "open")
    await seen(home, room, lambda state: bool(talked(state)))
    await home.done(kim, "break.start")
    await seen(home, room, lambda state: not speaking(state))
    session = SessionId(room.session)
    until = await home.context.rooms.now(session) + 120_000
    while await home.context.rooms.now(session) < until:
        assert not speaking(await home.context.rooms.state(session))
        await asyncio.sleep(0.02)


async def test_they_leave_when_the_meeting_ends(home: House) -> None:
    room, kim = await begin(home, "open")
    await home.done(kim, "session.end")
    state = await seen(home, room, lambda state: not state.people.connections)
    assert state.session.status is Status.ended
    ended_at = state.session.ended_at
    assert ended_at is not None
    assert min(state.people.lost.values()) >= ended_at, "the report counts everybody as here until the end"
    await home.room(practice=5)


async def test_only_so_many_practise_at_once_and_groups_have_a_size(home: House) -> None:
    body = {"name": "Practice", "purpose": "decide", "setting": "mixed"}
    for people in (1, 2, 13, -1):
        answer = await home.client.post("/api/v1/rooms", json={**body, "practice": people})
        assert refusal(answer) == (400, "malformed")
    for _ in range(4):
        await home.room(practice=3)
    answer = await home.client.post("/api/v1/rooms", json={**body, "practice": 3})
    assert refusal(answer)[1] == "too_many"
