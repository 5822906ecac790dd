"""Events as they are stored: whole, in a version, and never skipped when this release does not know them."""

import pytest

from app.facilitation.decider import Recorded, replay
from app.facilitation.events import HandRaised, ParticipantJoined, SessionOpened
from app.facilitation.ids import CommandId, ParticipantId, Place, Role
from app.history.entries import from_entry, to_entry
from app.history.entry import Entry
from app.history.errors import DamagedEvent, UnknownEvent
from app.history.upcasters import Body, lift
from tests.history.meeting import meeting


def test_an_event_comes_back_as_it_was_recorded() -> None:
    joined = ParticipantJoined(ParticipantId("p1"), "Ana Müller", Role.participant, Place.phone, False)
    recorded = Recorded(7, 1_764_000_000_123, joined, "server", CommandId("k3f9-7"))
    entry = to_entry(recorded)
    assert (entry.kind, entry.version, entry.actor) == ("participant.joined", 1, "server")
    assert "Ana Müller" in entry.body
    assert "participant.joined" not in entry.body
    assert from_entry(entry) == recorded


def test_a_whole_meeting_read_from_its_log_leads_to_the_same_state() -> None:
    sitting = meeting()
    again = replay(from_entry(to_entry(recorded)) for recorded in sitting.log)
    assert again == sitting.state


def test_every_kind_of_the_log_is_told_apart_by_its_own_name() -> None:
    raised = to_entry(Recorded(1, 1, HandRaised(ParticipantId("p1"), False), None, None))
    opened = to_entry(Recorded(1, 1, SessionOpened(), None, None))
    assert (raised.kind, opened.kind) == ("hand.raised", "session.opened")
    assert opened.body == "{}"


@pytest.mark.parametrize(
    ("kind", "version"), [("hand.raised", 2), ("idea.born", 1), ("idea.born", 3), ("hand.raised", 0)]
)
def test_an_event_of_a_newer_release_is_refused_with_what_to_do(kind: str, version: int) -> None:
    with pytest.raises(UnknownEvent, match=r"newer Evenfloor .* Upgrade"):
        from_entry(Entry(1, 1, kind, version, None, None, '{"participant":"p1"}'))


@pytest.mark.parametrize("body", ["", "{", "[]", "{}", '{"participant":7,"by_facilitator":false}'])
def test_a_damaged_event_is_named_by_its_place(body: str) -> None:
    with pytest.raises(DamagedEvent, match=r"Event 41 .* damaged"):
        from_entry(Entry(41, 1, "hand.raised", 1, None, None, body))


def test_an_old_version_is_lifted_step_by_step() -> None:
    def named(body: Body) -> Body:
        return {**body, "name": f"{body['first']} {body['last']}"}

    def shouted(body: Body) -> Body:
        return {**body, "name": str(body["name"]).upper()}

    upcasters = {("person.joined", 1): named, ("person.joined", 2): shouted}
    old: Body = {"first": "Ana", "last": "Lee"}
    assert lift("person.joined", 1, old, upcasters, current=3)["name"] == "ANA LEE"
    assert lift("person.joined", 3, {"name": "Ana"}, upcasters, current=3) == {"name": "Ana"}
    assert old == {"first": "Ana", "last": "Lee"}


@pytest.mark.parametrize("version", [0, 1, 4])
def test_a_version_from_which_no_way_leads_here_is_refused(version: int) -> None:
    with pytest.raises(UnknownEvent):
        lift("person.joined", version, {}, {("person.joined", 2): dict}, current=3)


def test_entries_cannot_be_changed_by_whoever_reads_them() -> None:
    entry = to_entry(Recorded(1, 1, SessionOpened(), None, None))
    with pytest.raises(AttributeError):
        entry.seq = 2  # type: ignore[misc]  # the point of the test
