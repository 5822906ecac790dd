"""Orders that were made by lot: the same on every node and in every replay, and told by nothing else."""

from hashlib import blake2b

LONGEST_KEY = 64
"""Bytes that BLAKE2b takes as a key (RFC 7693)."""


def place_by_lot(one: str, lot: str) -> bytes:
    """Where something stands among others in the order of a lot: what to sort them by."""
    return blake2b(one.encode(), key=lot.encode()[:LONGEST_KEY], digest_size=8).digest()
