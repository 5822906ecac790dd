"""Every kind of nudge, most useful first: when several could be raised and the dose allows one, the first
goes.

Somebody unheard comes before somebody heard much: the first can only be helped by being asked. Then come
those who wait, then the clock, then what mostly passes by itself (see `dose` for how much each may have).
Adding a kind is adding its file and a line here.
"""

from app.facilitation.nudges import (
    agenda_over,
    break_due,
    chair_talk,
    dead_air,
    divergence,
    dominant_voice,
    early_agreement,
    group_unheard,
    hand_waiting,
    idea_unheard,
    interrupted,
    long_turn,
    pushing,
    quiet_voice,
)
from app.facilitation.nudges.rule import Rule

RULES: tuple[Rule, ...] = (
    quiet_voice.RULE,
    dominant_voice.RULE,
    group_unheard.RULE,
    early_agreement.RULE,
    divergence.RULE,
    idea_unheard.RULE,
    hand_waiting.RULE,
    break_due.RULE,
    agenda_over.RULE,
    pushing.RULE,
    long_turn.RULE,
    interrupted.RULE,
    chair_talk.RULE,
    dead_air.RULE,
)

RULE_OF: dict[str, Rule] = {rule.kind: rule for rule in RULES}


def rule_of(kind: str) -> Rule:
    """The rule of a nudge in the log."""
    return RULE_OF[kind]
