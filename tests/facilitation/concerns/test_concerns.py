"""A concern reaches the contact who was named, whoever else runs the meeting."""

import pytest

from app.facilitation.actors import Person, Server
from app.facilitation.commands import (
    ErasePerson,
    InviteContact,
    RaiseConcern,
    ReadConcerns,
    SetContact,
    TakeBackConcern,
    WelcomeContact,
)
from app.facilitation.concerns.contact import link_to
from app.facilitation.concerns.raising import MOST_OF_ONE
from app.facilitation.concerns.views import for_contact, own_concerns
from app.facilitation.decider import replay
from app.facilitation.events import ConcernRaised, WordsRedacted
from app.facilitation.ids import ConcernId, LinkId, Role
from app.facilitation.mentions import mentions
from app.facilitation.views import DESK, ROOM, render, you_view
from app.history.entries import from_entry, to_entry
from app.history.redaction import rewritten
from tests.facilitation.sitting import Sitting, sitting

WORDS = "Rob laughs whenever Ana speaks"


def a_link(s: Sitting) -> LinkId:
    return LinkId(str(s.send(InviteContact()).made))


def with_reader(name: str = "Maria") -> tuple[Sitting, LinkId]:
    """A room whose contact has opened their link."""
    s = sitting()
    s.send(SetContact(name, "020 7946 0018"))
    link = a_link(s)
    s.send(WelcomeContact(link), Server())
    return s, link


def texts(s: Sitting, link: LinkId) -> list[object]:
    read = for_contact(s.state, link)["concerns"]
    assert isinstance(read, list)
    return [one["text"] for one in read if isinstance(one, dict)]


def test_all_see_who_the_contact_is_and_how_to_reach_them() -> None:
    s = sitting()
    assert render(ROOM, s.state).view["contact"] == {}
    s.send(SetContact(" Maria  Okafor ", "020 7946 0018"))
    shown = {"name": "Maria Okafor", "reach": "020 7946 0018", "link": "tel:02079460018"}
    assert render(ROOM, s.state).view["contact"] == {**shown, "reads_here": False}
    link = a_link(s)
    s.send(WelcomeContact(link), Server())
    assert render(ROOM, s.state).view["contact"] == {**shown, "reads_here": True}
    s.send(SetContact(""))
    assert render(ROOM, s.state).view["contact"] == {}


@pytest.mark.parametrize(
    ("reach", "opens"),
    [
        ("+44 (0)20 7946-0018", "tel:+4402079460018"),
        ("maria@example.org", "mailto:maria@example.org"),
        ("https://example.org/talk", "https://example.org/talk"),
        ("at the front desk", None),
        ("javascript:alert(1)", None),
        ("x@y.z?bcc=all@w.v", None),
    ],
)
def test_a_tap_opens_a_call_a_mail_or_a_page_and_nothing_else(reach: str, opens: str | None) -> None:
    assert link_to(reach) == opens


def test_only_facilitators_name_the_contact_and_nobody_is_one_without_a_way_to_be_reached() -> None:
    s = sitting()
    ana = s.join("Ana")
    assert s.refused(SetContact("Maria", "maria@example.org"), ana).code == "not_allowed"
    assert s.refused(SetContact("Maria", " ")).code == "text_empty"
    assert s.refused(InviteContact()).code == "no_contact"


def test_what_is_written_stands_on_the_contacts_page_and_in_its_authors_own_layer_alone() -> None:
    s, link = with_reader()
    ana, ben, oz = s.join("Ana"), s.join("Ben"), s.join("Oz", Role.observer)
    room, desk = render(ROOM, s.state), render(DESK, s.state)
    concern = s.send(RaiseConcern(WORDS), ana).made
    s.send(RaiseConcern("Nobody sees me", named=True), oz)
    assert texts(s, link) == [WORDS, "Nobody sees me"]
    read = for_contact(s.state, link)["concerns"]
    assert isinstance(read, list)
    assert [one.get("name") for one in read if isinstance(one, dict)] == [None, "Oz"]
    own = you_view(s.state, ana.participant)["concerns"]
    assert isinstance(own, dict)
    assert own["order"] == [concern]
    assert own_concerns(s.state, ben.participant) == {}
    assert own_concerns(s.state, s.facilitator.participant) == {}
    # Not so much as that there was one.
    assert render(ROOM, s.state, room).anew == ()
    assert render(DESK, s.state, desk).anew == ()


def test_the_author_is_told_when_it_was_read() -> None:
    s, link = with_reader()
    ana = s.join("Ana")
    s.send(RaiseConcern(WORDS), ana)
    s.send(ReadConcerns(link), Server(), after=60_000)
    at = s.now
    s.send(ReadConcerns(link), Server(), after=60_000)
    (concern,) = s.state.concerns.by_id.values()
    assert concern.read_at == at


def test_nothing_can_be_typed_where_nobody_reads() -> None:
    s = sitting()
    ana = s.join("Ana")
    assert s.refused(RaiseConcern(WORDS), ana).code == "no_contact"
    s.send(SetContact("Maria", "at the front desk"))
    assert s.refused(RaiseConcern(WORDS), ana).code == "no_contact"
    a_link(s)
    assert s.refused(RaiseConcern(WORDS), ana).code == "no_contact"


def test_a_link_opens_once_and_only_the_newest() -> None:
    s = sitting()
    s.send(SetContact("Maria", "at the front desk"))
    older, newer = a_link(s), a_link(s)
    assert s.refused(WelcomeContact(older), Server()).code == "stale"
    s.send(WelcomeContact(newer), Server())
    assert s.refused(WelcomeContact(newer), Server()).code == "stale"


def test_what_was_written_to_one_contact_is_never_shown_to_the_next() -> None:
    s, marias = with_reader("Maria")
    ana = s.join("Ana")
    s.send(RaiseConcern(WORDS), ana)
    for_another = a_link(s)
    s.send(SetContact("Joan", "joan@example.org"))
    # A link that was made for Maria does not make its holder Joan.
    assert s.refused(WelcomeContact(for_another), Server()).code == "stale"
    assert s.refused(RaiseConcern("More"), ana).code == "no_contact"
    joans = a_link(s)
    s.send(WelcomeContact(joans), Server())
    s.send(RaiseConcern("For Joan"), ana)
    assert (texts(s, marias), texts(s, joans)) == ([WORDS], ["For Joan"])
    assert for_contact(s.state, marias)["current"] is False


def test_the_same_contact_reached_in_another_way_reads_on() -> None:
    s, link = with_reader("Maria")
    s.send(SetContact("maria", "maria@example.org"))
    s.send(RaiseConcern(WORDS), s.join("Ana"))
    assert texts(s, link) == [WORDS]


def test_one_person_cannot_flood_the_page() -> None:
    s, _ = with_reader()
    ana = s.join("Ana")
    for n in range(MOST_OF_ONE):
        s.send(RaiseConcern(f"{n}"), ana)
    assert s.refused(RaiseConcern("One more"), ana).code == "too_many"
    s.send(RaiseConcern("Mine"), s.join("Ben"))


def stored(s: Sitting, since: int) -> Sitting:
    """The session as it is read again once the events after a seq have been appended."""
    log = [to_entry(each) for each in s.log]
    gone = {entry.seq: entry for entry in rewritten(log, [e for e in log if e.seq > since]).entries}
    again = Sitting(log=[from_entry(gone.get(entry.seq, entry)) for entry in log])
    again.state = replay(again.log)
    return again


def words_left(s: Sitting) -> list[str]:
    return [each.event.text for each in s.log if isinstance(each.event, ConcernRaised)]


def test_taking_it_back_erases_the_words_and_is_for_its_author_alone() -> None:
    s, link = with_reader()
    ana, ben = s.join("Ana"), s.join("Ben")
    concern = ConcernId(str(s.send(RaiseConcern(WORDS), ana).made))
    assert s.refused(TakeBackConcern(concern), ben).code == "stale"
    assert s.refused(TakeBackConcern(concern)).code == "stale"
    before = s.state.seq
    s.send(TakeBackConcern(concern), ana)
    assert s.refused(TakeBackConcern(concern), ana).code == "stale"
    again = stored(s, before)
    assert words_left(again) == [""]
    assert texts(again, link) == texts(s, link) == []


def test_erasing_its_author_erases_it() -> None:
    s, link = with_reader()
    ana = s.join("Ana")
    s.send(RaiseConcern(WORDS, named=True), ana)
    before = s.state.seq
    s.send(ErasePerson(), ana)
    again = stored(s, before)
    assert (words_left(again), texts(again, link)) == ([""], [])


def test_a_facilitator_neither_finds_a_concern_by_a_search_nor_takes_it_from_the_log() -> None:
    s, link = with_reader()
    ana = s.join("Ana")
    s.send(RaiseConcern(WORDS), ana)
    at = s.log[-1].seq
    assert [found.kind for found in mentions(s.log, ["Ana"])] == ["participant.joined"]
    s.log.append(s.log[-1]._replace(seq=at + 1, event=WordsRedacted(at), actor=label_of(s.facilitator)))
    again = stored(s, at)
    assert (words_left(again), texts(again, link)) == ([WORDS], [WORDS])


def label_of(person: Person) -> str:
    return f"p:{person.participant}"
