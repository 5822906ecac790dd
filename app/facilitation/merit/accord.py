"""A number for consensus on scores, where a room wants one."""

from app.facilitation.merit.division import HIGH, LOW
from app.facilitation.merit.tally import Tally, answered, share_at

MOST, NO_CAMP = 0.75, 0.20


def accord(counts: Tally) -> bool | None:
    """Whether 75 % or more give 4 or 5 and fewer than 20 % give 1 or 2; None where nobody answered.

    75 % is the median threshold of Delphi studies that state one: Diamond et al. 2014, Defining consensus,
    J. Clin. Epidemiol. 67(4):401-409, DOI 10.1016/j.jclinepi.2013.12.002. The second half is ours.
    """
    if answered(counts) == 0:
        return None
    return share_at(counts, HIGH) >= MOST and share_at(counts, LOW) < NO_CAMP
