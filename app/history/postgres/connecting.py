"""How every connection to PostgreSQL is made."""

from __future__ import annotations

from collections.abc import Mapping

import asyncpg

from app.history.location import PostgresAddress

CONNECT_S = 5.0
"""A database that is there lets one in within milliseconds."""

STATEMENT_S = 10.0
"""Nothing that Evenfloor asks takes seconds; a connection that is silent for so long is no good."""

SETTINGS: Mapping[str, str] = {
    "application_name": "evenfloor",
    # An acknowledged batch outlives the database's crash, whatever its owner set as a default.
    "synchronous_commit": "on",
    # Who waits for a row longer than this waits for a program that was stopped with it in its hand.
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "10s",
    "timezone": "UTC",
}


async def connect(address: PostgresAddress) -> asyncpg.Connection:
    """A connection of its own. Raises what asyncpg raises."""
    return await asyncpg.connect(
        address.url, timeout=CONNECT_S, command_timeout=STATEMENT_S, server_settings=dict(SETTINGS)
    )


async def pool(address: PostgresAddress, most: int) -> asyncpg.Pool:
    """Up to so many connections, made when they are needed. Raises what asyncpg raises."""
    return await asyncpg.create_pool(
        address.url,
        min_size=0,  # else the pool itself tries again and again, and logs each time
        max_size=most,
        timeout=CONNECT_S,
        command_timeout=STATEMENT_S,
        server_settings=dict(SETTINGS),
    )
