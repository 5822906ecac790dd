"""What people say that they bring: theirs to say, to hide and to take back."""

import pytest

from app.facilitation.commands import (
    ErasePerson,
    OfferPerspectives,
    OpenSession,
    SetConsent,
    SetPerspective,
)
from app.facilitation.ids import Consent, PerspectiveUse, Role
from app.facilitation.views import DESK, ROOM, render, you_view
from tests.facilitation.sitting import KEY, Sitting, sitting

TOTALS, BESIDE = PerspectiveUse.totals, PerspectiveUse.beside_name


def seen(s: Sitting) -> str:
    """All that the room and the desk are shown."""
    return f"{render(ROOM, s.state).view}{render(DESK, s.state).view}"


def test_what_is_said_for_totals_changes_nothing_that_anybody_else_is_shown() -> None:
    s = sitting()
    ana = s.join("Ana")
    before = seen(s)
    s.send(SetPerspective("lived_experience"), ana)
    assert seen(s) == before
    own = you_view(s.state, ana.participant)["perspective"]
    assert own == {"label": "lived_experience", "use": "totals", "since_at": s.now}


def test_beside_ones_name_it_is_shown_until_it_is_taken_back() -> None:
    s = sitting()
    ana = s.join("Ana")
    s.send(SetPerspective("both", BESIDE), ana)
    assert render(ROOM, s.state).view["people"]["by_id"][ana.participant]["perspective"] == "both"  # type: ignore[index, call-overload]
    s.send(SetPerspective("both", TOTALS), ana, after=1_000)
    assert "'perspective'" not in seen(s)
    s.send(SetPerspective(""), ana)
    assert "perspective" not in you_view(s.state, ana.participant)


def test_saying_it_is_a_dated_consent_and_taking_the_consent_back_takes_it_back() -> None:
    s = sitting()
    ana = s.join("Ana")
    s.send(SetPerspective("professional"), ana, after=5_000)
    assert s.state.people.by_id[ana.participant].consents == {Consent.perspective: s.now}
    s.send(SetConsent(Consent.perspective, given=False), ana)
    person = s.state.people.by_id[ana.participant]
    assert (person.perspective, person.consents) == (None, {})


def test_nobody_says_it_for_somebody_who_can() -> None:
    s = sitting()
    ana, ben = s.join("Ana"), s.join("Ben")
    chloe = s.seat("Chloe")[0]
    assert s.refused(SetPerspective("both", BESIDE, ana.participant)).code == "not_allowed"
    assert s.refused(SetPerspective("both", BESIDE, ana.participant), ben).code == "not_allowed"
    assert s.refused(SetPerspective("both", BESIDE, chloe), KEY).code == "not_allowed"
    assert s.refused(SetPerspective("both", TOTALS, chloe)).code == "beside_name_only"
    s.send(SetPerspective("both", BESIDE, chloe))
    assert s.state.people.by_id[chloe].perspective is not None


def test_an_observer_brings_none() -> None:
    s = sitting()
    assert s.refused(SetPerspective("both"), s.join("Oz", Role.observer)).code == "not_allowed"


def test_a_room_asks_for_its_own_labels_and_for_no_others() -> None:
    s = sitting(opened=False)
    ana, ben = s.join("Ana"), s.join("Ben")
    s.send(SetPerspective("professional"), ana)
    s.send(SetPerspective("lived_experience", BESIDE), ben)
    s.send(OfferPerspectives(("  Tenant ", "lived_experience")))
    assert render(ROOM, s.state).view["perspectives"] == {
        "labels": ["Tenant", "lived_experience"],
        "equal_share": False,
    }
    assert s.state.people.by_id[ana.participant].perspective is None
    assert s.state.people.by_id[ben.participant].perspective is not None
    assert s.refused(SetPerspective("professional"), ana).code == "unknown_perspective"
    s.send(SetPerspective("Tenant"), ana)


@pytest.mark.parametrize("labels", [("A", "A"), ("",), ("x" * 41,)])
def test_labels_are_short_and_differ(labels: tuple[str, ...]) -> None:
    assert sitting(opened=False).refused(OfferPerspectives(labels)).code == "malformed"


def test_what_is_asked_for_is_fixed_when_the_session_opens() -> None:
    s = sitting(opened=False)
    s.send(OpenSession())
    assert s.refused(OfferPerspectives(("A",))).code == "already_open"


def test_nothing_is_left_of_what_somebody_said_who_is_erased() -> None:
    s = sitting()
    ana = s.join("Ana")
    s.send(SetPerspective("both", BESIDE), ana)
    s.send(ErasePerson(), ana, after=1_000)
    assert s.state.perspectives.beside == {}
    assert s.state.people.by_id[ana.participant].perspective is None
