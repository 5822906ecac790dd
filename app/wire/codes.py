"""Every code with which something is refused, at any door: what it means, and its HTTP status."""

from dataclasses import dataclass

from app.facilitation import refusals


@dataclass(frozen=True, slots=True)
class Code:
    """What a code means in general (each refusal says it in particular), and its status over REST."""

    meaning: str
    status: int


_STATUS_OF_CORE = {
    "unknown_command": 400,
    "malformed": 400,
    "not_allowed": 403,
    "removed": 403,
    "locked": 403,
    "unknown_participant": 404,
    "unknown_turn": 404,
    "unknown_nudge": 404,
    "unknown_device": 404,
    "name_empty": 422,
    "name_too_long": 422,
    "unknown_idea": 404,
    "bad_groups": 422,
    "unknown_perspective": 422,
    "unknown_card": 404,
    "unknown_decision": 404,
    "needs_reason": 422,
    "not_alike": 422,
    "off_scale": 422,
    "bad_answer": 422,
    "text_empty": 422,
    "text_too_long": 422,
    "bad_time": 422,
    "future_time": 422,
    "too_many": 422,
}
CONFLICT = 409
"""The status of all other refusals of the core: the command is fine, but the session has moved on."""

_AT_THE_DOORS = {
    "wrong_code": Code("No room has this code. Check it, or ask the facilitator for the link.", 404),
    "wrong_link": Code(
        "The link's secret is not (or no longer) that of this room or device. Ask for a new link.", 403
    ),
    "waiting": Code("Who knocked has not been let in yet. Ask again in a few seconds.", 409),
    "unknown_room": Code("There is no such room.", 404),
    "unknown_session": Code("There is no such session.", 404),
    "no_session": Code("The room has no session yet. A facilitator starts one.", 409),
    "not_confirmed": Code("What deletes takes the room's code, to show that this room is meant.", 409),
    "still_open": Code("People are meeting in it. End the meeting before it is deleted.", 409),
    "not_signed_in": Code("No token or key came with this. Send it as `Authorization: Bearer …`.", 401),
    "bad_token": Code("The token is not one of this server, or belongs to another session. Join again.", 401),
    "token_expired": Code(
        "The token has run out (they last 15 minutes). Join again with the device's secret.", 401
    ),
    "bad_key": Code("The API key is unknown or was revoked.", 401),
    "slow_down": Code("Too many tries or commands in a short time. Wait as long as `Retry-After` says.", 429),
    "too_fast": Code("More frames came over the socket than anybody needs. Send it again in a second.", 429),
    "too_large": Code("The body or frame is larger than this server reads. Send it in parts.", 413),
    "not_json": Code("The body must be JSON: send it with `Content-Type: application/json`.", 415),
    "not_found": Code("There is nothing at this address.", 404),
    "wrong_method": Code("This address does not take that method.", 405),
    "unavailable": Code(
        "What would have been done could not be stored. Nothing was lost; try again soon.", 503
    ),
    "outcome_unknown": Code("Whether it was stored cannot be told now. Send it again with the same id.", 503),
    "unknown_event": Code("The session was written by a newer Evenfloor. Upgrade to open it.", 503),
    "damaged_event": Code("The session's log is damaged and is not served.", 503),
    "internal": Code("The server made a mistake. It has been written to its log.", 500),
}

CODES: dict[str, Code] = {
    **{code: Code(meaning, _STATUS_OF_CORE.get(code, CONFLICT)) for code, meaning in refusals.CODES.items()},
    **_AT_THE_DOORS,
}


def status_of(code: str) -> int:
    """The HTTP status of a code. A code that is not in the table is a mistake of this program: 500."""
    known = CODES.get(code)
    return known.status if known is not None else 500
