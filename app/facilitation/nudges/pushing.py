"""`pushing`: somebody's idea is talked about for the third time, and since it was weighed last it has not
become easier to accept.

Told to its author alone and to nobody else, ever: an idea is shown without its author, and a nudge to
facilitators would name them. Saying the same again seldom moves who could not live with it; asking what they
need may.
"""

from app.facilitation.ids import IdeaId, OptionId
from app.facilitation.merit.questions import Question
from app.facilitation.merit.resistance import resistance
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.record import Facts, Nudge
from app.facilitation.nudges.rule import Finding, Held, Rule
from app.facilitation.state import State

FEWEST = 3
"""Fewer answers than this are shown to nobody, its author neither."""


def _medians(state: State, idea: IdeaId) -> list[int]:
    """The middle answer to "could I live with it?" in each closed round that has enough of them."""
    verdicts = (
        now.results.verdicts[idea].questions[Question.acceptable]
        for now in state.scores.rounds.values()
        if now.results is not None and idea in now.results.verdicts
    )
    return [one.median for one in verdicts if one.median is not None and not one.too_few]


def _means(state: State, idea: IdeaId) -> list[float]:
    """How hard it is to live with, from 0 to 10, in each closed survey that has enough answers."""
    surveys = (one for one in state.surveys.by_id.values() if one.closed_at is not None and not one.yes_no)
    levels = (one.levels.get(OptionId(idea), {}) for one in surveys)
    found = (resistance({who: one.level for who, one in own.items()}) for own in levels)
    return [met.total / met.answered for met in found if met is not None and met.answered >= FEWEST]


def _stuck(state: State) -> tuple[Held, Facts] | None:
    """The idea in focus, if it is there for the third time and no easier to accept than the time before."""
    ideas = state.ideas
    idea = ideas.by_id[ideas.focus] if ideas.focus is not None else None
    times = state.nudges.thresholds.pushing_times
    if idea is None or idea.author is None or idea.focused < times:
        return None
    facts: list[tuple[str, int | float]] = [("times", idea.focused)]
    medians, means = _medians(state, idea.id), _means(state, idea.id)
    not_up = len(medians) > 1 and medians[-1] <= medians[-2]
    harder = len(means) > 1 and means[-1] > means[-2]
    if not_up:
        facts += [("median", medians[-1]), ("median_before", medians[-2])]
    if harder:
        facts += [("hard", round(means[-1], 4)), ("hard_before", round(means[-2], 4))]
    if not (not_up or harder):
        return None
    return Held((idea.author, idea.id), ideas.focused_at), tuple(facts)


def holding(state: State) -> tuple[Held, ...]:
    """From when it came back into focus on."""
    found = _stuck(state)
    return () if found is None else (found[0],)


def rests_on(state: State) -> tuple[object, ...]:
    """What is talked about, and how it was weighed; nothing while no idea is in focus."""
    if state.ideas.focus is None:
        return ()
    return state.ideas, state.scores, state.surveys, state.nudges.thresholds


def find(look: Look) -> tuple[Finding, ...]:
    """The author of the idea in focus."""
    found = _stuck(look.state)
    if found is None:
        return ()
    (author, idea), _ = found[0]
    return (Finding(author, found[1], idea),)


def left_in_peace(state: State, finding: Finding, _: int) -> bool:
    """Nobody hears of it but the author, so it is for authors who can be told."""
    person = state.people.by_id[finding.subject] if finding.subject is not None else None
    return person is None or person.removed or not person.connections


def actions(_: State, __: Nudge) -> tuple[str, ...]:
    """Facilitators never see it."""
    return ()


RULE = Rule(
    kind="pushing",
    find=find,
    actions=actions,
    holding=holding,
    of=("ideas", "scores", "surveys"),
    rests_on=rests_on,
    left_in_peace=left_in_peace,
    private_first=True,
    may_opt_out=True,
    own_facts=frozenset({"times", "median", "median_before", "hard", "hard_before"}),
)
