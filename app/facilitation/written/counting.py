"""Written voice beside speech: a voice is more than airtime."""

from collections import Counter

from app.facilitation.ids import ParticipantId
from app.facilitation.jsonable import JsonDict
from app.facilitation.state import State


def written_of(state: State) -> Counter[ParticipantId]:
    """How often everybody said something in writing that all could read."""
    return Counter(one.author for one in state.writings.by_id.values() if one.seen)


def reported_written(state: State) -> JsonDict:
    """How much was said in writing, by how many, and how much of it through somebody else who typed it."""
    seen = [one for one in state.writings.by_id.values() if one.seen]
    return {
        "total": len(seen),
        "people": len({one.author for one in seen}),
        "for_others": sum(one.typed_by is not None for one in seen),
        "answered": sum(one.state == "answered" for one in seen),
    }
