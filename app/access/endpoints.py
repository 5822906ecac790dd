"""Who may ask which address of the REST interface: one table, asked by every handler.

It stands beside `facilitation.rights`, which says the same of commands. Words: `anyone` needs to show
nothing; `person` is anybody of the session, `facilitator` who has that role in it now; `device` a shared
screen or a helper's phone; the words with a colon are an API key's scopes, `key` is any of them; `machine` is
somebody at the server's own machine, or who knows its create secret. `by_command`: the rights of the command
that was sent decide.
"""

from dataclasses import dataclass

from app.facilitation import commands as c
from app.facilitation.actors import Device, Integrator, Person
from app.facilitation.ids import Role
from app.facilitation.refusals import Refused
from app.facilitation.rights import CREATE, READ, RIGHTS, RUN
from app.facilitation.state import State

PREFIX = "/api/v1"
"""Where the addresses of the table begin."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What an address asks for. `door`: what in the body opens it, where nothing else has to be shown."""

    who: frozenset[str]
    door: str = ""
    by_command: bool = False


def _for(*who: str) -> Endpoint:
    return Endpoint(frozenset(who))


def _door(opens: str) -> Endpoint:
    return Endpoint(frozenset({"anyone"}), opens)


_INSIDE = _for("person", "device", READ)
_AT_THE_DESK = _for("facilitator", READ)
_ANYONE_INSIDE = frozenset({"person", "device", "key"})

ENDPOINTS: dict[str, Endpoint] = {
    "GET /join/{code}": _door("the code"),
    "GET /join/{code}/qr.svg": _for("anyone"),
    "POST /join": _door("the room's code"),
    "POST /join/knock": _door("the room's code"),
    "POST /access/facilitator": _door("the secret of the facilitators' link"),
    "POST /access/return": _door("the device's own secret"),
    "POST /access/device": _door("the secret of the device's link"),
    "POST /access/ledger": _door("the secret of the public link"),
    "POST /access/concerns": _door("the secret of the contact's link"),
    "POST /access/token": _for("key"),
    "POST /rooms": _for("machine", CREATE),
    "GET /rooms": _for(READ),
    "GET /rooms/{room_id}": _AT_THE_DESK,
    "GET /rooms/{room_id}/sessions": _AT_THE_DESK,
    "GET /rooms/{room_id}/trends": _AT_THE_DESK,
    "POST /rooms/{room_id}/sessions": _for("facilitator", CREATE),
    "GET /rooms/{room_id}/qr.svg": _AT_THE_DESK,
    "POST /rooms/{room_id}/keep": _for("facilitator", CREATE),
    "POST /rooms/{room_id}/delete": _for("facilitator", CREATE),
    "GET /sessions": _for(READ),
    "GET /sessions/{session_id}": _INSIDE,
    "POST /sessions/{session_id}/delete": _for("facilitator", CREATE),
    "GET /sessions/{session_id}/live": Endpoint(_ANYONE_INSIDE),
    "POST /sessions/{session_id}/commands": Endpoint(_ANYONE_INSIDE, by_command=True),
    "POST /sessions/{session_id}/speech": Endpoint(_ANYONE_INSIDE, by_command=True),
    "GET /sessions/{session_id}/participants": _INSIDE,
    "POST /sessions/{session_id}/participants": Endpoint(RIGHTS[c.Seat], by_command=True),
    "POST /sessions/{session_id}/devices": Endpoint(RIGHTS[c.AddDevice], by_command=True),
    "GET /sessions/{session_id}/queue": _INSIDE,
    "GET /sessions/{session_id}/floor": _INSIDE,
    "GET /sessions/{session_id}/lead": _INSIDE,
    "GET /sessions/{session_id}/ideas": _INSIDE,
    "GET /sessions/{session_id}/ideas/alike": _AT_THE_DESK,
    "GET /sessions/{session_id}/scores": _INSIDE,
    "GET /sessions/{session_id}/checks": _INSIDE,
    "GET /sessions/{session_id}/picks": _INSIDE,
    "GET /sessions/{session_id}/resistance": _INSIDE,
    "GET /sessions/{session_id}/knowledge": _INSIDE,
    "GET /sessions/{session_id}/decisions": _INSIDE,
    "GET /sessions/{session_id}/decisions.md": _INSIDE,
    "GET /sessions/{session_id}/risks.csv": _INSIDE,
    "GET /sessions/{session_id}/you-said": _INSIDE,
    "GET /sessions/{session_id}/earlier-decisions": _AT_THE_DESK,
    "POST /sessions/{session_id}/earlier-decisions": _for("facilitator", RUN),
    "POST /sessions/{session_id}/ledger-links": Endpoint(RIGHTS[c.ShareLedger], by_command=True),
    "POST /sessions/{session_id}/concern-links": Endpoint(RIGHTS[c.InviteContact], by_command=True),
    "GET /sessions/{session_id}/balance": _AT_THE_DESK,
    "GET /sessions/{session_id}/my-time": _for("person"),
    "GET /sessions/{session_id}/nudges": _AT_THE_DESK,
    "GET /sessions/{session_id}/lanes": _AT_THE_DESK,
    "GET /sessions/{session_id}/report": _INSIDE,
    "GET /sessions/{session_id}/my-data": _for("person"),
    "POST /sessions/{session_id}/mentions": _for("facilitator", RUN),
    "POST /sessions/{session_id}/participants/{participant_id}/erase": Endpoint(
        _ANYONE_INSIDE, by_command=True
    ),
    "GET /healthz": _for("anyone"),
    "GET /readyz": _for("anyone"),
}


def admit(name: str, actor: Person | Device | Integrator, state: State | None) -> None:
    """Refuse (`not_allowed`) who may not ask this address. `state`: of the session that it is about, or of
    the caller's own session. Raises KeyError for an address that the table does not name.
    """
    who = ENDPOINTS[name].who
    if not words_of(actor, state) & who:
        raise Refused("not_allowed", f"Only {in_words(who)} may do that.")


def words_of(actor: Person | Device | Integrator, state: State | None) -> frozenset[str]:
    """What an actor is, in the words of the table."""
    match actor:
        case Integrator(_, scopes):
            return scopes | {"key"}
        case Device():
            return frozenset({"device"})
        case Person(participant):
            person = state.person(state.people.stands(participant)) if state is not None else None
            if person is None or person.removed:
                return frozenset()
            return frozenset({"person", person.role.value} if person.role is Role.facilitator else {"person"})


_NAMES = {
    "machine": "somebody at the server's own machine or with its create secret",
    "person": "people of the session",
    "facilitator": "facilitators",
    "device": "its devices",
    "key": "API keys",
}


def in_words(who: frozenset[str]) -> str:
    """Those whom an address serves, as a sentence names them."""
    scopes = sorted(word for word in who if ":" in word)
    named = [name for word, name in _NAMES.items() if word in who]
    if scopes:
        named.append(f"API keys with the scope {' or '.join(scopes)}")
    return ", and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
