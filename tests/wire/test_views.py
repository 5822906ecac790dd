"""The views that the core makes are those that the protocol publishes."""

import contextlib
from typing import cast

import jsonschema_rs
from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation.actors import Person
from app.facilitation.commands import (
    AddDevice,
    Command,
    EndTurn,
    GiveFloor,
    LowerHand,
    MoveHand,
    Newcomer,
    NextTurn,
    RaiseHand,
    Remove,
    Rename,
    Seat,
    SetAway,
    SetCoverage,
    SetListening,
    SetMode,
    StartSpeech,
    StopSpeech,
)
from app.facilitation.decider import Refused
from app.facilitation.ids import DeviceScope, Mode, ParticipantId
from app.facilitation.live import desk_figures, lanes, own_figures
from app.facilitation.speech import Source
from app.facilitation.state import State
from app.facilitation.views import DESK, ROOM, device_view, render, you_view
from app.facilitation.visibility import notices
from app.wire.frame_types import Notice
from app.wire.merge import apply, diff, same
from app.wire.schema import Definitions
from app.wire.shapes import record_of
from app.wire.views import DeskFiguresView, DeskView, OwnFiguresView, RoomView, YouView
from tests.facilitation.sitting import sitting as begun


def _validator(kind: type) -> jsonschema_rs.Draft202012Validator:
    definitions = Definitions("#/$defs/")
    reference = definitions.add(record_of(kind), bounded=False)
    return jsonschema_rs.Draft202012Validator({**reference, "$defs": definitions.by_name})


ROOM_FITS, DESK_FITS, YOU_FITS = _validator(RoomView), _validator(DeskView), _validator(YouView)
LIVE_FITS, OWN_FITS, NOTICE_FITS = _validator(DeskFiguresView), _validator(OwnFiguresView), _validator(Notice)

NAMES = ("Ann", "Bob", "Cy", "Di", "Eve")


def _holds_null(view: object) -> bool:
    """Whether there is a null anywhere: a view that has one cannot be patched."""
    if isinstance(view, dict):
        return any(_holds_null(value) for value in view.values())
    if isinstance(view, (list, tuple)):
        return any(_holds_null(value) for value in view)
    return view is None


def _check(state: State, now: int) -> None:
    views = [(ROOM_FITS, render(ROOM, state).view), (DESK_FITS, render(DESK, state).view)]
    views += [(YOU_FITS, you_view(state, each)) for each in state.people.order]
    views += [(YOU_FITS, device_view(state, each)) for each in state.devices]
    views += [(OWN_FITS, own_figures(state, each, now)) for each in state.people.order]
    views.append((LIVE_FITS, {**desk_figures(state, now), "lanes": lanes(state, now)}))
    for fits, view in views:
        fits.validate(view)
        assert not _holds_null(view)


def test_the_views_of_a_session_that_is_planned_fit_their_types() -> None:
    _check(State.empty(), 0)


steps = st.lists(st.tuples(st.integers(0, 16), st.integers(0, 4), st.integers(0, 90_000)), max_size=30)


@settings(max_examples=40)
@given(steps)
def test_the_views_of_any_session_fit_their_types(script: list[tuple[int, int, int]]) -> None:
    sitting = begun(Mode.queue)
    sitting.send(Seat(tuple(Newcomer(name) for name in NAMES)))
    people = sitting.state.people.order
    was = render(ROOM, sitting.state)
    for what, whom, wait_ms in script:
        sitting.wait(wait_ms)
        with contextlib.suppress(Refused):
            sitting.send(_command(sitting.state, what, people[whom % len(people)]))
        now = render(ROOM, sitting.state, was)
        fresh = render(ROOM, sitting.state)
        patched = apply(diff(was.view, now.view), was.view)
        assert same(patched, cast("dict[str, object]", fresh.view)), "a patched view differs from a fresh one"
        was = now
    _check(sitting.state, sitting.now)
    for recorded in sitting.log:
        room, desk, own = notices(recorded)
        for notice in (room, desk, own[1] if own else None):
            if notice is not None:
                NOTICE_FITS.validate(notice)


def _command(state: State, what: int, who: ParticipantId) -> Command:
    turn = state.floor.turn
    commands: list[Command] = [
        RaiseHand(who),
        LowerHand(who),
        NextTurn(turn.id if turn else None),
        GiveFloor(who, turn.id if turn else None),
        EndTurn(turn.id) if turn else RaiseHand(who),
        MoveHand(who, 0),
        SetMode(Mode.open),
        SetMode(Mode.queue),
        SetListening(True, who),
        SetAway(True, who),
        Rename(who, f"Name {state.seq}"),
        Remove(who),
        AddDevice(DeviceScope.tap, "Phone"),
        SetCoverage(Source.tap, True),
        StartSpeech(Source.tap, who),
        StopSpeech(Source.tap, who),
        SetAway(False, who),
    ]
    return commands[what]


def test_a_nudge_that_was_raised_and_asked_fits_its_types() -> None:
    sitting = begun(Mode.open)
    sitting.send(Seat(tuple(Newcomer(name) for name in NAMES[:3])))
    ann = sitting.state.people.order[1]
    sitting.send(SetCoverage(Source.tap, True))
    for _ in range(60):
        sitting.send(StartSpeech(Source.tap, ann))
        sitting.wait(15_000)
        sitting.send(StopSpeech(Source.tap, ann))
        sitting.wait(1_000)
    assert sitting.state.nudges.order, "nobody was nudged for"
    _check(sitting.state, sitting.now)


def test_a_person_acts_for_themself() -> None:
    sitting = begun(Mode.queue)
    assert isinstance(sitting.facilitator, Person)
    YOU_FITS.validate(you_view(sitting.state, sitting.facilitator.participant))
