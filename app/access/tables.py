"""The tables of rights and endpoints as people read them: a row for each command and address, a column for
each kind of caller.

`yes`: may; `own`: about themself alone; `own, theirs`: about whoever named them as their supporter, too; a
word in code: a device or a key with that scope; `led`: while the group leads itself; `own; led`: about
themself, and then about anybody; `—`: may not. The documentation shows these rows, and a test tries each of
them on a running server.
"""

from collections.abc import Iterator, Mapping

from app.access.endpoints import ENDPOINTS, PREFIX, Endpoint
from app.facilitation.ids import DeviceScope
from app.facilitation.rights import OBSERVERS_MAY, RIGHTS, SUPPORTERS_MAY

YES, OWN, THEIRS, NO = "yes", "own", "own, theirs", "—"
LED, OWN_LED = "led", "own; led"

COMMAND_COLUMNS = (
    "facilitator", "participant", "supporter", "observer", "helper's phone", "shared screen", "API key"
)  # fmt: skip
ENDPOINT_COLUMNS = ("without anything", "facilitator", "anybody else of the session", "device", "API key")


def command_rows(commands: Mapping[str, type]) -> Iterator[tuple[str, ...]]:
    """A row for each of these commands (`do` -> type), in the order of `COMMAND_COLUMNS` after its name."""
    for do, kind in commands.items():
        who = RIGHTS[kind]
        own = OWN if "self" in who else NO
        yield (
            do,
            YES if "facilitator" in who else own,
            _participant(who),
            THEIRS if kind in SUPPORTERS_MAY else own,
            own if kind in OBSERVERS_MAY else NO,
            " or ".join(f"`{scope}`" for scope in DeviceScope if scope.value in who) or NO,
            NO,
            _scopes(who),
        )


def _participant(who: frozenset[str]) -> str:
    own = bool(who & {"self", "participant"})
    if "group" in who:
        return OWN_LED if own else LED
    return OWN if own else NO


def endpoint_rows() -> Iterator[tuple[str, ...]]:
    """A row for each address, in the order of `ENDPOINT_COLUMNS` after its name."""
    for name, endpoint in ENDPOINTS.items():
        method, _, path = name.partition(" ")
        # What stands at the root of the server, and no part of the interface.
        yield (
            f"{method} {'' if path in {'/healthz', '/readyz'} else PREFIX}{path}",
            *_endpoint_cells(endpoint),
        )


def _endpoint_cells(endpoint: Endpoint) -> tuple[str, ...]:
    who = endpoint.who
    if "anyone" in who:
        return (endpoint.door or YES, YES, YES, YES, YES)
    by_command = "as the command" if endpoint.by_command and "key" in who else None
    return (
        "at the machine, or with the create secret" if "machine" in who else NO,
        by_command or (YES if who & {"facilitator", "person"} else NO),
        by_command or (YES if "person" in who else NO),
        by_command or (YES if "device" in who else NO),
        by_command or (YES if "key" in who else _scopes(who)),
    )


def _scopes(who: frozenset[str]) -> str:
    return " or ".join(f"`{word}`" for word in sorted(who) if ":" in word) or NO
