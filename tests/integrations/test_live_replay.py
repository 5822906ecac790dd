"""A recorded meeting told to a real server over its sockets ends as it does at once, whatever the rate and
the line."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.cli.opened import opened, wall_ms
from app.cli.serving import Serving, bound_socket, with_port
from app.facilitation.rights import SCOPES
from app.history import keys
from app.integrations.client import Api, Declined, Line, Unreachable
from app.integrations.instant import replay_instantly
from app.integrations.live_replay import perform, set_stage
from app.integrations.outcome import read_outcome
from app.integrations.rttm import Recording, read_rttm
from app.settings import Settings
from benchmarks.live_recordings import came_of, tell

IB4004 = Path(__file__).resolve().parents[2] / "app" / "integrations" / "meetings" / "IB4004.rttm"


@dataclass
class Running:
    """A server in this process, on a real port, and a key to it."""

    settings: Settings
    api: Api
    server: Serving
    serving: asyncio.Task[None]

    async def stop(self) -> None:
        self.server.should_exit = True
        await self.serving


@asynccontextmanager
async def running(settings: Settings, key: str) -> AsyncIterator[Running]:
    taken = bound_socket(settings)
    settings = with_port(settings, taken)
    server = Serving(settings)
    serving = asyncio.create_task(server.serve(sockets=[taken]))
    await asyncio.wait_for(server.up.wait(), 20)
    one = Running(settings, Api(settings.public_url, key), server, serving)
    try:
        yield one
    finally:
        await one.stop()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, database_url="", port=0, public_url="", log_level="warning")


@pytest.fixture
async def key(settings: Settings) -> str:
    async with opened(settings, make=True) as log:
        return (await keys.create_key(log.database, name="tests", scopes=SCOPES, now=wall_ms())).secret


@pytest.fixture
async def here(settings: Settings, key: str) -> AsyncIterator[Running]:
    async with running(settings, key) as one:
        yield one


def until(recording: Recording, minute: int) -> Recording:
    """The first minutes of a recording."""
    end_ms = recording.from_ms + minute * 60_000
    kept = [s for s in recording.segments if s.from_ms < end_ms]
    return replace(recording, segments=tuple(replace(s, to_ms=min(s.to_ms, end_ms)) for s in kept))


async def test_the_whole_meeting_at_rate_60_ends_as_it_does_at_once(here: Running) -> None:
    recording = read_rttm(IB4004)
    told = await tell(here.api, recording, rate=60)
    report = await asyncio.to_thread(here.api.call, "GET", f"/sessions/{told.stage.session_id}/report")
    await here.stop()
    at_once = replay_instantly(recording)
    async with opened(here.settings) as log:
        live, _ = await came_of(log, recording, told.stage)
    assert live == at_once
    assert told.took_s >= at_once["duration_ms"] / 1000 / 60

    reported = read_outcome(recording, told.stage.people, told.stage.session_id, report)
    assert reported["duration_ms"] == at_once["duration_ms"]
    for who, one in at_once["speakers"].items():
        mine = reported["speakers"][who]
        assert {**mine, "ratio": None} == {**one, "ratio": None}
        assert mine["ratio"] == pytest.approx(one["ratio"], abs=0.001)


@pytest.mark.parametrize("rate", [200, 1_000])
async def test_the_rate_changes_nothing(here: Running, rate: float) -> None:
    recording = until(read_rttm(IB4004), 15)
    told = await tell(here.api, recording, rate)
    await here.stop()
    async with opened(here.settings) as log:
        live, _ = await came_of(log, recording, told.stage)
    assert live == replay_instantly(recording)
    assert live["nudges"], "fifteen minutes are enough for one"


async def test_a_server_that_restarts_in_the_middle_loses_and_doubles_nothing(
    settings: Settings, key: str
) -> None:
    recording = until(read_rttm(IB4004), 12)
    half_ms = 6 * 60_000
    reached = asyncio.Event()

    def progress(done_ms: int) -> None:
        if done_ms >= half_ms:
            reached.set()

    async with AsyncExitStack() as until_told:
        async with running(settings, key) as first:
            stage = await asyncio.to_thread(
                set_stage, first.api, recording, name="Restart", rate=100, start_at=1_700_000_000_000
            )
            port = first.settings.port
            line = await until_told.enter_async_context(Line(first.api, stage.session_id))
            telling = asyncio.create_task(perform(line, recording, stage, rate=100, progress=progress))
            half = asyncio.create_task(reached.wait())
            await asyncio.wait({telling, half}, return_when=asyncio.FIRST_COMPLETED)
            assert not telling.done(), telling
        again = Settings(data_dir=settings.data_dir, database_url="", port=port, log_level="warning")
        async with running(again, key):
            await telling
            await until_told.aclose()
    assert line.reconnections >= 1
    async with opened(again) as log:
        live, _ = await came_of(log, recording, stage)
    assert live == replay_instantly(recording)


async def test_a_refused_command_ends_the_line_with_its_reason(here: Running) -> None:
    recording = until(read_rttm(IB4004), 1)
    told = await tell(here.api, recording, rate=1_000)
    async with Line(here.api, told.stage.session_id) as line:
        await line.tell({"do": "session.open"})
        with pytest.raises(Declined) as declined:
            await line.settled()
    assert declined.value.code == "ended"


async def test_a_session_that_is_not_there_is_said_at_once(here: Running) -> None:
    async with Line(here.api, "nobody") as line:
        await line.tell({"do": "session.open"})
        with pytest.raises(Declined):
            await line.settled()


async def test_a_server_that_is_not_there_is_said(settings: Settings) -> None:
    with bound_socket(settings) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(Unreachable, match="No server answers"):
        await asyncio.to_thread(Api(f"http://127.0.0.1:{port}").call, "GET", "/rooms")
