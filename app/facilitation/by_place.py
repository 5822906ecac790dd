"""The balance by place: in the room, online, on the phone.

Why for people: in a hybrid meeting those who are not in the room are heard less, and it shows sooner in a sum
than in anybody's own figure. Facilitators, who see each person's figures and could count by themselves, get
it as it is. In everybody's report it stands once the session is over, rounded, of places with 3 people or
more, and such that nothing about fewer can be had by subtraction.
"""

from collections.abc import Iterable, Mapping

from app.facilitation.ids import ParticipantId, Place
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.perspectives.publishing import STEP
from app.facilitation.perspectives.showing import shown
from app.facilitation.speech import Figures, PersonFigures
from app.facilitation.state import State

LEAST_MS = 60_000
"""Of talk in all: below a minute the first to speak would be the balance."""


def by_place(state: State, figures: Figures) -> JsonDict:
    """For facilitators: of each place the people, and in per cent their part of the talk and of the fair
    shares; people stand where they are now.
    """
    groups = _groups(state, figures)
    return _parts(figures, groups, groups, 1)


def by_place_for_all(state: State, figures: Figures) -> JsonDict:
    """For everybody: of places that are large enough, rounded to 10 per cent."""
    groups = _groups(state, figures)
    return _parts(figures, groups, shown(groups, sum(map(len, groups.values()))), STEP)


def _groups(state: State, figures: Figures) -> dict[str, frozenset[ParticipantId]]:
    people = [
        person
        for who, own in figures.people.items()
        if (person := state.people.by_id.get(who)) is not None
        and person.counted
        and (own.expected_ms > 0 or own.talk_ms > 0)
    ]
    places = {place.value: frozenset(p.id for p in people if p.place is place) for place in Place}
    return {place: who for place, who in places.items() if who}


def _parts(
    figures: Figures,
    groups: Mapping[str, frozenset[ParticipantId]],
    of: Mapping[str, frozenset[ParticipantId]],
    step: int,
) -> JsonDict:
    everybody = [who for members in groups.values() for who in members]
    talk = sum(own.talk_ms for own in _of(figures, everybody))
    fair = sum(own.expected_ms for own in _of(figures, everybody))
    if len(groups) < 2 or talk < LEAST_MS or not fair:
        return {}
    view: dict[str, Json] = {}
    for place, who in of.items():
        own = list(_of(figures, who))
        view[place] = {
            "people": len(who),
            "talk": _per_cent(sum(one.talk_ms for one in own), talk, step),
            "fair": _per_cent(sum(one.expected_ms for one in own), fair, step),
        }
    return view


def _of(figures: Figures, who: Iterable[ParticipantId]) -> Iterable[PersonFigures]:
    return (figures.people[one] for one in who)


def _per_cent(part: int, whole: int, step: int) -> int:
    """What a part is of the whole, rounded half up to the step."""
    steps = 100 // step
    return (2 * steps * part + whole) // (2 * whole) * step
