"""`idea_unheard`: nearly nobody scored or talked about an idea, while others were. An idea can go quiet as a
voice can, and it may only have stood last on a page.

When a round of scoring closes: fewer than a quarter of those who scored said anything of it, while most did
of another. When an agenda item ends: it was neither under discussion nor remarked on, while two others or
more were. Both are our own; we know of no measured threshold.
"""

from app.facilitation.ideas.record import IdeaState
from app.facilitation.ids import IdeaId, IdeaKind
from app.facilitation.nudges.actions import BY_VOICE, FOCUS_IDEA
from app.facilitation.nudges.divergence import last_round
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.record import Facts, Nudge
from app.facilitation.nudges.rule import Finding, Held, Rule, told_since
from app.facilitation.state import State

FEW = 4
"""Fewer than one in so many."""
OTHERS = 2
"""So many other ideas were talked about."""


def _unscored(state: State) -> tuple[tuple[IdeaId, int, Facts], ...]:
    last = last_round(state)
    if last is None:
        return ()
    scorers = len(last.givers())
    many = {idea: len(last.answers.get(idea, {})) for idea in last.ideas}
    if 2 * max(many.values(), default=0) <= scorers:
        return ()
    return tuple(
        (idea, last.closed_at or 0, (("scored", n), ("scorers", scorers)))
        for idea, n in many.items()
        if FEW * n < scorers
    )


def _undiscussed(state: State) -> tuple[tuple[IdeaId, int, Facts], ...]:
    ideas = state.ideas
    ended_at = max((item.ended_at or 0 for item in state.agenda.items.values()), default=0)
    if not ideas.order or not ended_at or ideas.shown_at > ended_at:
        return ()
    shown = [
        one
        for one in (ideas.by_id[idea] for idea in ideas.order)
        if one.what is IdeaKind.proposal and one.state is IdeaState.published
    ]
    quiet = [one for one in shown if not one.focused and not one.remarks]
    others = len(shown) - len(quiet)
    facts: Facts = (("others", others),)
    return tuple((one.id, ended_at, facts) for one in quiet) if others >= OTHERS else ()


def _unheard(state: State) -> dict[IdeaId, tuple[int, Facts]]:
    """Each idea once, with from when on; what scoring says goes first."""
    found: dict[IdeaId, tuple[int, Facts]] = {}
    for idea, from_at, facts in (*_unscored(state), *_undiscussed(state)):
        if state.ideas.by_id[idea].state is IdeaState.published:
            found.setdefault(idea, (from_at, facts))
    return found


def holding(state: State) -> tuple[Held, ...]:
    """From the end of the round, or of the item."""
    return tuple(Held((None, idea), from_at) for idea, (from_at, _) in _unheard(state).items())


def rests_on(state: State) -> tuple[object, ...]:
    """What the last round says and which item ended; and where either is, the ideas."""
    last, items = last_round(state), state.agenda.items
    return last, items, state.ideas if last is not None or items else None


def find(look: Look) -> tuple[Finding, ...]:
    """In the order in which they were scored, then in which they stand."""
    found = _unheard(look.state).items()
    return tuple(Finding(None, facts, idea) for idea, (from_at, facts) in found if from_at <= look.at)


def told(state: State, finding: Finding, _: int) -> bool:
    """Once for each round, or item."""
    since_at, _facts = _unheard(state).get(IdeaId(finding.about), (0, ()))
    return told_since(state, RULE.kind, finding.key, since_at)


def actions(state: State, nudge: Nudge) -> tuple[str, ...]:
    """Put it before everybody, while it is not."""
    return (BY_VOICE,) if state.ideas.focus == nudge.about else (FOCUS_IDEA, BY_VOICE)


RULE = Rule(
    kind="idea_unheard",
    find=find,
    actions=actions,
    holding=holding,
    of=("scores", "agenda", "ideas"),
    rests_on=rests_on,
    left_in_peace=told,
)
