"""Whose words stand in an event, and that none is left when they are blanked."""

from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation.belonging import selves, whose, without_choices, without_words, words_in
from app.facilitation.draft import Recorded
from app.facilitation.events import (
    DeviceAdded,
    Event,
    GroupHappened,
    HandLowered,
    ParticipantRenamed,
    ParticipantsMerged,
    version_of,
)
from app.facilitation.ids import CommandId, DeviceId, DeviceScope, GroupId, ParticipantId
from app.wire.codec import EVENT_TYPES, event_from_json, event_to_json
from tests.wire.strategies import messages

ANA, KIM = ParticipantId("ana"), ParticipantId("kim")


def test_words_belong_to_whom_they_are_about_and_else_to_who_wrote_them() -> None:
    renamed = Recorded(1, 0, ParticipantRenamed(ANA, "Ana"), f"p:{KIM}", CommandId("c"))
    device = Recorded(2, 0, DeviceAdded(DeviceId("d"), DeviceScope.screen, "Kim's"), f"p:{KIM}", None)
    by_nobody = Recorded(3, 0, DeviceAdded(DeviceId("d"), DeviceScope.screen, "One"), "k:key", None)
    assert (whose(renamed), whose(device), whose(by_nobody)) == (ANA, KIM, None)


def test_what_happens_to_somebody_in_a_small_group_is_theirs_whoever_did_it() -> None:
    lowered = GroupHappened(GroupId("g1"), HandLowered(ANA))
    assert whose(Recorded(1, 0, lowered, f"p:{KIM}", None)) == ANA


def test_somebody_is_also_whoever_turned_out_to_be_them() -> None:
    first, second, other = (ParticipantId(each) for each in ("first", "second", "other"))
    log = [
        Recorded(1, 0, ParticipantsMerged(second, first), None, None),
        Recorded(2, 0, ParticipantsMerged(ANA, second), None, None),
        Recorded(3, 0, ParticipantsMerged(KIM, other), None, None),
    ]
    assert selves(log, ANA) == {ANA, second, first}


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(EVENT_TYPES)).flatmap(lambda kind: messages(EVENT_TYPES[kind], "kind")))
def test_a_blanked_event_has_no_words_and_can_be_stored(message: object) -> None:
    event = cast("Event", message)
    blanked = without_choices(without_words(event))
    assert words_in(blanked) == {}
    assert type(blanked) is type(event)
    stored = event_to_json(blanked)
    assert event_from_json(event.kind, version_of(event.kind), stored) == blanked
