"""`divergence`: people of different experience see one question of an idea differently. Then there is
something to learn: ask each side what they see.

By the rule of `merit.perspectives.divergence`, and only from what was published of the round, so that it says
nothing that is not on every screen.
"""

from app.facilitation.ideas.record import IdeaState
from app.facilitation.ids import IdeaId
from app.facilitation.merit.questions import Question
from app.facilitation.nudges.actions import BY_VOICE, FOCUS_IDEA
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.record import Facts, Nudge
from app.facilitation.nudges.rule import Finding, Held, Rule, told_since
from app.facilitation.scoring.record import Round
from app.facilitation.state import State


def last_round(state: State) -> Round | None:
    """The round of scoring that was closed last."""
    closed = [one for one in state.scores.rounds.values() if one.results is not None]
    return closed[-1] if closed else None


def _apart(state: State) -> tuple[tuple[IdeaId, Facts], ...]:
    """Each idea of the last round on which two perspectives are apart, with the question where they are most:
    its number from 1, and the numbers of the perspectives. A label is a word of the room's own, so a nudge
    keeps its number alone.
    """
    last = last_round(state)
    if last is None or last.results is None:
        return ()
    labels, questions = state.perspectives.labels, list(Question)
    found: list[tuple[IdeaId, Facts]] = []
    for idea in last.ideas:
        differ = last.results.by_perspective.apart.get(idea, {})
        if not differ or state.ideas.by_id[idea].state is not IdeaState.published:
            continue
        question, most = max(differ.items(), key=lambda one: (one[1].apart, -questions.index(one[0])))
        if most.higher in labels and most.lower in labels:
            facts: Facts = (
                ("question", questions.index(question) + 1),
                ("apart", round(float(most.apart), 2)),
                ("higher", labels.index(most.higher)),
                ("lower", labels.index(most.lower)),
            )
            found.append((idea, facts))
    return tuple(found)


def holding(state: State) -> tuple[Held, ...]:
    """From when the round closed until the next one is."""
    last = last_round(state)
    closed_at = last.closed_at if last is not None else None
    return () if closed_at is None else tuple(Held((None, idea), closed_at) for idea, _ in _apart(state))


def rests_on(state: State) -> tuple[object, ...]:
    """What the last round says, and where it says that somebody is apart, which ideas and labels stand."""
    last = last_round(state)
    if last is None or last.results is None or not last.results.by_perspective.apart:
        return (last,)
    return last, state.ideas, state.perspectives.labels


def find(look: Look) -> tuple[Finding, ...]:
    """In the order in which the ideas were scored."""
    return tuple(Finding(None, facts, idea) for idea, facts in _apart(look.state))


def told(state: State, finding: Finding, _: int) -> bool:
    """Once for a round: it does not become truer by being said again."""
    last = last_round(state)
    return last is not None and told_since(state, RULE.kind, finding.key, last.closed_at or 0)


def actions(state: State, nudge: Nudge) -> tuple[str, ...]:
    """Put the idea before everybody, while it is not."""
    return (BY_VOICE,) if state.ideas.focus == nudge.about else (FOCUS_IDEA, BY_VOICE)


RULE = Rule(
    kind="divergence",
    find=find,
    actions=actions,
    holding=holding,
    of=("scores", "ideas", "perspectives"),
    rests_on=rests_on,
    left_in_peace=told,
)
