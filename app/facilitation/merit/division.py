"""Division: whether the answers stand in two camps."""

from app.facilitation.merit.tally import Tally, answered, share_at

LOW, HIGH = (1, 2), (4, 5)
"""The steps of the camps against and for; 3 is in neither."""

FEWEST = 5
"""Below this many answers two camps cannot be told from chance; dots are shown instead of a number."""

DIVIDED = 0.75
"""From here on a question is called divided: at 12 people it is said of 75 % of truly split groups and of
5 % of peaked ones; our own simulation."""

CAMP = 2
"""One person is no camp."""


def division(counts: Tally) -> float | None:
    """`4 · pL · pH`, 0 to 1 (half in each camp); None below 5 answers.

    pL and pH are the shares of 1-2 and of 4-5. For two groups it is the polarisation index of
    Montalvo & Reynal-Querol 2005, Ethnic polarization, potential conflict, and civil wars, Am. Econ. Rev.
    95(3):796-816; its use here is our own.
    """
    if answered(counts) < FEWEST:
        return None
    return split(counts)


def split(counts: Tally) -> float:
    """The same figure whatever the number of answers; 0 without any."""
    return 4 * share_at(counts, LOW) * share_at(counts, HIGH)


def divided(counts: Tally) -> bool:
    """Whether to say "divided": 5 answers or more, two people or more in each camp, division of .75."""
    camps = [sum(counts[step - 1] for step in steps) for steps in (LOW, HIGH)]
    return answered(counts) >= FEWEST and min(camps) >= CAMP and split(counts) >= DIVIDED
