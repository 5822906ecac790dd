"""Whether a node should be given work, and how what it needs fares, in words that tell what to do."""

import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.history.location import PostgresAddress
from app.rooms.clock import CorrectedClock
from benchmarks.cutting import CuttingProxy
from benchmarks.postgres import Postgres
from benchmarks.valkey import Valkey
from tests.api.house import House, house
from tests.rooms.serving import until


async def asked(client: httpx.AsyncClient) -> tuple[int, dict[str, Any]]:
    answer = await client.get("/readyz")
    return answer.status_code, answer.json()


async def test_one_server_on_a_file_is_ready(home: House) -> None:
    status, said = await asked(home.client)
    assert status == 200
    assert said["status"] == "ready"
    assert {said[part] for part in ("database", "nodes", "clock")} == {"ok"}
    assert said["redis"] == "not used"
    assert said["other_nodes"] == 0


async def test_a_node_says_which_of_database_redis_and_clock_hinders_it(
    tmp_path: Path,
    postgres: Postgres,
    address: PostgresAddress,
    valkey: Valkey,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    name = address.url.split("/")[3].split("?")[0]
    async with (
        CuttingProxy(postgres.socket) as to_database,
        CuttingProxy(valkey.socket) as to_redis,
        house(
            tmp_path,
            database_url=postgres.url(name, to_database.port),
            redis_url=valkey.url(to_redis.port),
        ) as home,
    ):
        assert (await asked(home.client))[0] == 200

        to_redis.cut()
        await until(lambda: home.context.rooms.bus.away != "")
        status, said = await asked(home.client)
        assert (status, said["status"]) == (200, "ready")
        assert said["redis"] == "Redis does not answer: news from other nodes comes every 2 s"
        to_redis.heal()
        await until(lambda: home.context.rooms.bus.away == "")

        to_database.cut()
        status, said = await asked(home.client)
        assert (status, said["status"]) == (503, "not ready")
        assert said["database"].startswith("The database does not answer.")
        assert (await home.client.get("/healthz")).status_code == 503
        refused = await home.client.get("/api/v1/rooms", headers={"authorization": "Bearer ef_x_y"})
        assert refused.status_code == 503
        assert refused.json()["code"] == "unavailable"
        await until(lambda: "the database is away: " in caplog.text)
        to_database.heal()
        assert (await asked(home.client))[0] == 200
        await until(lambda: "the database is back" in caplog.text)
        for line in ("Redis is away, ", "Redis is back", "the database is away: "):
            assert caplog.text.count(line) == 1

        nodes = home.context.log.nodes
        assert nodes is not None
        await nodes.beat("stranger", "signs with another key", ())
        await until(lambda: home.context.rooms.neighbours.strangers)
        status, said = await asked(home.client)
        assert (status, said["nodes"].partition(":")[0]) == (
            503,
            "another node signs tokens with another key",
        )
        await nodes.leave("stranger")
        await until(lambda: not home.context.rooms.neighbours.strangers)

        clock = home.context.rooms.clock
        assert isinstance(clock, CorrectedClock)
        # The node finds out by itself, at its next look at the database.
        monkeypatch.setattr(clock, "_wall_ns", lambda: time.time_ns() - 1_300_000_000)
        await until(lambda: clock.off_ms < -1_250)
        status, said = await asked(home.client)
        assert (status, said["status"]) == (503, "not ready")
        assert said["clock"] == "this machine's clock is 1.3 s behind the database's: set it right"
        monkeypatch.setattr(clock, "_wall_ns", lambda: time.time_ns() + 900_000_000)
        await until(lambda: clock.off_ms > 0)
        assert (await asked(home.client))[0] == 200

        home.context.rooms.farewell(1_500)
        assert await asked(home.client) == (503, {**said, "status": "stopping", "clock": "ok"})
