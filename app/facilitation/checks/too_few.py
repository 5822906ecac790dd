"""Which results of a check are shown to nobody, and nothing follows from them."""

from app.facilitation.answering import FEWEST
from app.facilitation.checks.record import Check


def too_few(check: Check) -> bool:
    """Whether a result without names would show whose an answer is: to all, or to who counted the paper."""
    alone = len(check.given)
    shows = check.answered < FEWEST or (bool(check.on_paper) and 0 < alone < FEWEST)
    return shows and not check.named
