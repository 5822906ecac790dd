"""A session in which somebody has what is known of them erased, and words about them are taken out."""

from app.facilitation.commands import AddDevice, ErasePerson, RaiseHand, RedactWords
from app.facilitation.ids import DeviceScope
from tests.facilitation.sitting import Sitting, sitting


def erasing() -> Sitting:
    """Ana leaves for good; a helper's phone that was called after her is called nothing any more."""
    s = sitting()
    ana, ben = s.join("Ana"), s.join("Ben")
    s.send(RaiseHand(), ana)
    s.send(AddDevice(DeviceScope.tap, "Ana's phone"))
    named = s.log[-1].seq
    s.send(RaiseHand(), ben, after=5_000)
    s.send(ErasePerson(), ana, after=1_000)
    s.send(RedactWords(named), after=1_000)
    return s
