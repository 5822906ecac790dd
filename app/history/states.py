"""Which events open and end a session: the catalogue says so from the same transaction on."""

from collections.abc import Mapping

from app.facilitation.ids import Status

STATES: Mapping[str, Status] = {
    "session.opened": Status.open,
    "session.reopened": Status.open,
    "session.ended": Status.ended,
}
