"""A session that is locked, and opened again."""

from app.facilitation.commands import SetLocked
from tests.facilitation.sitting import Sitting, sitting


def locking() -> Sitting:
    """One comes before, one after; left locked."""
    s = sitting()
    s.join("Ana")
    s.send(SetLocked(True), after=1_000)
    s.send(SetLocked(False), after=1_000)
    s.join("Ben")
    s.send(SetLocked(True))
    return s
