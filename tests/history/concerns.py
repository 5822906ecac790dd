"""A session in which people tell a named contact what is wrong, and the contact changes."""

from app.facilitation.actors import Server
from app.facilitation.commands import (
    InviteContact,
    RaiseConcern,
    ReadConcerns,
    SetContact,
    TakeBackConcern,
    WelcomeContact,
)
from app.facilitation.ids import ConcernId, LinkId
from tests.facilitation.sitting import Sitting, sitting


def concerns() -> Sitting:
    """Two write, one takes it back; then another person is the contact, who has not come yet."""
    s = sitting()
    ana, ben = s.join("Ana"), s.join("Ben")
    s.send(SetContact("Maria", "maria@example.org"))
    link = LinkId(str(s.send(InviteContact()).made))
    s.send(WelcomeContact(link), Server(), after=9_000)
    s.send(RaiseConcern("Rob laughs whenever I speak", named=True), ana, after=1_000)
    taken = s.send(RaiseConcern("Nothing"), ben, after=1_000).made
    s.send(ReadConcerns(link), Server(), after=60_000)
    s.send(TakeBackConcern(ConcernId(str(taken))), ben, after=1_000)
    s.send(SetContact("Joan", "at the front desk"), after=1_000)
    s.send(InviteContact())
    return s
