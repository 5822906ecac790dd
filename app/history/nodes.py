"""Which nodes serve this history: each gives a sign of life every few seconds, by the database's clock."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Sign:
    """What a node was last known by. `last_sign_at` is the database's wall ms."""

    boot: str
    last_sign_at: int
    signs_with: str
    """A fingerprint of the key that it signs tokens with: nodes with different keys refuse each other's."""
    follows: frozenset[str]
    """Sessions that only programs follow there: the log does not know of those, and they want news too."""


@dataclass(frozen=True, slots=True)
class Look:
    """The database's clock, and all other nodes that it has heard of and that did not say goodbye."""

    now_ms: int
    others: tuple[Sign, ...]


class Nodes(Protocol):
    """Where nodes give their signs. Everything raises `LogUnavailable` when the database is away."""

    async def beat(self, boot: str, signs_with: str, follows: Collection[str]) -> Look:
        """Give a sign of life, and look at the others'."""
        ...

    async def leave(self, boot: str) -> None:
        """Say goodbye: whatever this boot still has open in a session is over."""
        ...
