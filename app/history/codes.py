"""Ids, room codes and secrets: how they are made, read back from people, and compared."""

import hashlib
import hmac
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32: no I, L, O or U, so that nothing looks like something else or spells a word."""

CODE_LENGTH = 8
ID_LENGTH = 16

_FORGIVEN = str.maketrans({"I": "1", "L": "1", "O": "0", "-": "", "–": "", " ": "", ".": "", "_": ""})


def new_id() -> str:
    """An id that nobody can guess: 80 random bits, in lower case."""
    return "".join(secrets.choice(ALPHABET) for _ in range(ID_LENGTH)).lower()


def new_code() -> str:
    """A room's code as it is stored: eight characters, 40 random bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def shown_code(code: str) -> str:
    """A stored code as people see it: `RT7K-2M9P`."""
    return f"{code[:4]}-{code[4:]}"


def read_code(text: str) -> str | None:
    """The stored form of what somebody typed, whatever its case, hyphens, spaces, and I, L, O for 1, 1, 0.

    None if it cannot be a code at all.
    """
    code = "".join(text.split()).upper().translate(_FORGIVEN)
    return code if len(code) == CODE_LENGTH and set(code) <= set(ALPHABET) else None


def new_secret() -> str:
    """A secret for a link, a key or a device: 256 random bits, safe in a URL."""
    return secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """What is stored of a secret.

    A plain SHA-256 will do: the secret is random, so there is nothing to guess.
    """
    return hashlib.sha256(secret.encode()).hexdigest()


def matches(secret: str, stored_hash: str) -> bool:
    """Whether a secret is the one whose hash was stored, in a time that tells nothing."""
    return hmac.compare_digest(hash_of(secret), stored_hash)
