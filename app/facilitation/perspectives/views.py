"""What is shown of perspectives. What somebody said for totals alone stands in their own view alone."""

from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.perspectives.record import Perspectives, Published
from app.facilitation.state import Participant, State


def room_perspectives(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    """What is asked for, and whether each has an equal share of the floor."""
    return {
        "labels": list[Json](state.perspectives.labels),
        "equal_share": state.perspectives.equal_share,
    }


def desk_perspectives(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    """The newest span in which a group could be shown; empty where there is none."""
    newest = next((one for one in reversed(state.perspectives.published) if one.groups), None)
    return _span(newest) if newest is not None else {}


def reported_perspectives(perspectives: Perspectives) -> list[Json]:
    """Every span in which a group could be shown, oldest first."""
    return [_span(one) for one in perspectives.published if one.groups]


def _span(one: Published) -> JsonDict:
    return {
        "since_at": one.since_at,
        "until_at": one.until_at,
        "groups": {group.label: {"talk": group.talk, "fair": group.fair} for group in one.groups},
    }


def own_perspective(person: Participant) -> JsonDict | None:
    """What one said oneself."""
    said = person.perspective
    if said is None:
        return None
    return {"label": said.label, "use": said.use.value, "since_at": said.since_at}
