"""Access tokens: signed, short-lived, and silent about roles, which stand in the session's state alone."""

import hashlib
from dataclasses import dataclass
from typing import Literal

from itsdangerous import BadData, URLSafeSerializer

from app.facilitation.actors import Actor, Device, Integrator, Person
from app.facilitation.ids import DeviceId, DeviceScope, KeyId, ParticipantId, SessionId
from app.facilitation.refusals import Refused

LIFE_MS = 15 * 60_000
"""So long a token that was overheard is good; a page renews its own over the socket."""

PURPOSE = "evenfloor access token 1"

Kind = Literal["participant", "device", "key"]


def fingerprint(secret_key: bytes) -> str:
    """What tells whether two nodes sign with the same key, and nothing else of it."""
    return hashlib.sha256(b"evenfloor fingerprint 1" + secret_key).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Claims:
    """Who somebody is in one session. `scopes`: a device's one, or those of a key."""

    session_id: SessionId
    kind: Kind
    subject: str
    scopes: tuple[str, ...] = ()

    @property
    def actor(self) -> Person | Device | Integrator:
        """Who acts with this token."""
        match self.kind:
            case "participant":
                return Person(ParticipantId(self.subject))
            case "device":
                return Device(DeviceId(self.subject), DeviceScope(self.scopes[0]))
            case "key":
                return Integrator(KeyId(self.subject), frozenset(self.scopes))


class BadToken(Refused):
    """A token that opens nothing: `bad_token`, or `token_expired`."""


class Tokens:
    """Mints and reads tokens with one secret key. Instants are wall ms."""

    def __init__(self, secret_key: bytes) -> None:
        self._serializer = URLSafeSerializer(
            secret_key,
            salt=PURPOSE,
            signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256},
        )

    def mint(self, claims: Claims, now: int) -> str:
        """A token that is good for `LIFE_MS` from `now`."""
        content = [claims.session_id, claims.kind, claims.subject, list(claims.scopes), now + LIFE_MS]
        token = self._serializer.dumps(content)
        return str(token)

    def read(self, token: str, now: int) -> Claims:
        """What a token says. Raises BadToken."""
        try:
            session_id, kind, subject, scopes, until = self._serializer.loads(token)
        except (BadData, ValueError, TypeError):
            raise BadToken(
                "bad_token", "This token is not one of this server. Join the session again."
            ) from None
        if until <= now:
            raise BadToken("token_expired", "This token has run out. Join the session again.")
        return Claims(SessionId(session_id), kind, subject, tuple(scopes))

    def read_for(self, session_id: SessionId, token: str, now: int) -> Claims:
        """What a token says, if it is one of this session. Raises BadToken."""
        claims = self.read(token, now)
        if claims.session_id != session_id:
            raise BadToken("bad_token", "This token belongs to another session. Join this one.")
        return claims


def claims_of(actor: Actor, session_id: SessionId) -> Claims:
    """The claims with which an actor gets a fresh token. Raises TypeError for the server itself."""
    match actor:
        case Person(participant):
            return Claims(session_id, "participant", participant)
        case Device(device, scope):
            return Claims(session_id, "device", device, (scope.value,))
        case Integrator(key, scopes):
            return Claims(session_id, "key", key, tuple(sorted(scopes)))
        case _:
            raise TypeError("The server needs no token.")
