"""Every kind of nudge, most useful first: when several could be raised and the dose allows one, the first
goes.

Somebody unheard comes before somebody heard much: the first can only be helped by being asked. Adding a kind
is adding its file and a line here.
"""

from app.facilitation.nudges import dominant_voice, quiet_voice
from app.facilitation.nudges.rule import Rule

RULES: tuple[Rule, ...] = (quiet_voice.RULE, dominant_voice.RULE)

RULE_OF: dict[str, Rule] = {rule.kind: rule for rule in RULES}


def rule_of(kind: str) -> Rule:
    """The rule of a nudge in the log."""
    return RULE_OF[kind]
