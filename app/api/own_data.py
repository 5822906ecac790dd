"""What is kept of one person, as they may take it away: their events in order, with nobody else in them."""

import json
from collections.abc import Iterable, Sequence

from app.facilitation.belonging import selves, whose
from app.facilitation.draft import Recorded
from app.facilitation.ids import ParticipantId
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.report import Reader, report
from app.facilitation.state import State
from app.wire.codec import event_to_json

SOMEBODY = "somebody"
"""Stands for the id of everybody else."""


def own_data(state: State, recorded: Iterable[Recorded], participant: ParticipantId, now: int) -> JsonDict:
    """The person's own part of a session: who they are in it, what the log holds of them, their figures."""
    person = state.people.by_id[participant]
    recorded = list(recorded)
    own = selves(recorded, participant)
    others = [each for each in (*state.people.order, *state.people.merged) if each not in own]
    events: list[Json] = [
        {"at": each.at, "what": each.event.kind, **_without(json.loads(event_to_json(each.event)), others)}
        for each in recorded
        if whose(each) in own
    ]
    part = report(state, now, Reader("participant", participant))
    about: JsonDict = {
        "session": {"id": state.session.id, "name": state.session.name, "number": state.session.number},
        "participant": {"id": person.id, "name": person.name, "role": person.role, "place": person.place},
        "kept": events,
    }
    if "own" in part:
        about["figures"] = part["own"]
    return about


def _without(value: dict[str, Json | None], others: Sequence[str]) -> JsonDict:
    """The same without anybody else's id, and without the fields that say nothing."""
    known = frozenset(others)

    def inside(each: Json) -> Json:
        if isinstance(each, str):
            return SOMEBODY if each in known else each
        if isinstance(each, list):
            return [inside(one) for one in each]
        if isinstance(each, dict):
            return {name: inside(one) for name, one in each.items()}
        return each

    return {name: inside(each) for name, each in value.items() if each is not None}
