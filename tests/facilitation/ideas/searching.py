"""Search what everybody is shown for who had which idea.

A searcher knows the truth from the state (as the log holds it) and looks at bytes alone.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from app.facilitation.draft import Recorded
from app.facilitation.ideas.record import SHOWN, Idea, IdeaState
from app.facilitation.ids import ParticipantId, Role
from app.facilitation.state import State
from app.facilitation.views import DESK, ROOM, render, you_view
from app.facilitation.visibility import notices


@dataclass(frozen=True)
class Shown:
    """All that one person is shown, as bytes: the layers they get, and the ideas' part of those that all
    share.
    """

    shared: str
    shared_ideas: str
    own: str


def shown_to(state: State, who: ParticipantId) -> Shown:
    """The layers of one person."""
    layers = [render(ROOM, state).view]
    if state.people.by_id[who].role is Role.facilitator:
        layers.append(render(DESK, state).view)
    return Shown(
        shared=json.dumps(layers),
        shared_ideas=json.dumps([layer["ideas"] for layer in layers]),
        own=json.dumps(you_view(state, who)),
    )


def told(recorded: list[Recorded]) -> Iterator[tuple[ParticipantId | None, str]]:
    """The notices of a command: to one person, or (None) to all or to facilitators."""
    for entry in recorded:
        room, desk, own = notices(entry)
        if room or desk:
            yield None, json.dumps([room, desk])
        if own:
            yield own[0], json.dumps(own[1])


def is_secret(idea: Idea) -> bool:
    """Whether nobody but its author and who typed it may know that there is such an idea."""
    return idea.state not in SHOWN


def leaks(state: State) -> list[str]:
    """Every place where somebody could read whose an idea is, or an idea that is not shown yet."""
    found = []
    ideas = list(state.ideas.by_id.values())
    for who in state.people.order:
        shown = shown_to(state, who)
        needs = {idea.need for idea in ideas if idea.belongs_to(who)}
        for idea in ideas:
            if is_secret(idea) and not idea.belongs_to(who):
                for what, needle in (("text", idea.text), ("id", idea.id)):
                    if needle in shown.shared + shown.own:
                        found.append(f"{who} reads the {what} of {idea.id}, which is not shown")
            elif not idea.belongs_to(who) and idea.id not in needs and idea.id in shown.own:
                found.append(f"{who} has {idea.id} among their own")
        found += [
            f"{who} reads {person} beside ideas"
            for person in state.people.order
            if person in shown.shared_ideas
        ]
    by_writing = [i.id for i in ideas if i.state is IdeaState.published and i.collection is not None]
    shown_order = [idea for idea in state.ideas.order if idea in by_writing]
    # By chance alone eight ideas stand in the order in which they were written once in 40,320 times.
    if len(by_writing) >= 8 and shown_order == by_writing:
        found.append("the order is that of writing")
    return found


def caused(was: State, now: State, recorded: list[Recorded]) -> set[ParticipantId]:
    """Whose layers a command changed, or who was told of it."""
    people = was.people.order
    whom = {who for who in people if shown_to(was, who) != shown_to(now, who)}
    for who, _ in told(recorded):
        whom |= set(people) if who is None else {who}
    return whom
