"""Surveys of resistance, and what becomes of what people would need.

Why for people: a vote asks who is for it, and forgets those who would pay. This asks how hard each option
would be to live with, and every need that is named gets an answer in the record; only its owner can say that
it is met.
"""

from collections.abc import Callable
from dataclasses import replace

from app.facilitation.answering import asked, giver, left_out, typed
from app.facilitation.commands import (
    AnswerAsk,
    CloseResistance,
    ConfirmAsk,
    GiveResistance,
    OpenResistance,
    SayAskMet,
    SayBackAsk,
)
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    AskAnswered,
    AskConfirmed,
    AskMet,
    AskSaidBack,
    ResistanceClosed,
    ResistanceGiven,
    ResistanceOpened,
)
from app.facilitation.ideas.talking import MOST_AT_ONCE, to_weigh
from app.facilitation.ids import AskId, ParticipantId, SurveyId
from app.facilitation.merit.resistance import MOST, NONE
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.resisting.record import Level, Survey
from app.facilitation.sentences import sentences, sentences_if_any
from app.facilitation.session import require_open
from app.facilitation.state import State

concept = Concept()


@concept.decides(OpenResistance)
def open_survey(draft: Draft, command: OpenResistance) -> None:
    """One survey at a time."""
    require_open(draft)
    if draft.state.surveys.open is not None:
        raise Refused("surveying", "People are being asked already. Close that first.")
    own = tuple(dict.fromkeys(sentences(option) for option in command.options))
    ideas = () if own and not command.ideas else to_weigh(draft, command.ideas)
    if len(ideas) + len(own) > MOST_AT_ONCE:
        raise Refused("too_many", f"At most {MOST_AT_ONCE} options can be weighed in one go.")
    if command.yes_no and len(ideas) + len(own) > 1:
        raise Refused("several_options", "Of several options ask how hard each would be to live with.")
    draft.emit(ResistanceOpened(SurveyId(draft.arrival.new_id), ideas, own, command.yes_no))


def open_now(draft: Draft, survey: SurveyId) -> Survey:
    """The survey that is open. Raises Refused (`stale`)."""
    surveys = draft.state.surveys
    if surveys.open is None or surveys.open != survey:
        raise Refused("stale", "People are not being asked that any more.")
    return surveys.by_id[surveys.open]


@concept.decides(GiveResistance)
def give(draft: Draft, command: GiveResistance) -> None:
    """One answer to each option; the last one counts."""
    survey = open_now(draft, command.survey)
    person = giver(draft, command.participant)
    if command.option not in survey.options:
        raise Refused("unknown_idea", "That option is not asked about.")
    if survey.yes_no and command.level not in (NONE, MOST):
        raise Refused("off_scale", f"Answer with {NONE} (no reason against it) or {MOST} (there is one).")
    if not NONE <= command.level <= MOST:
        raise Refused("off_scale", f"Answer with {NONE} (no trouble) to {MOST} (I can't live with it).")
    needs = sentences_if_any(command.needs)
    known = survey.levels.get(command.option, {}).get(person.id)
    same = known is not None and (known.level, known.needs) == (command.level, needs)
    if same and not typed(draft, person):
        return
    ask = AskId(draft.arrival.new_id if needs else "")
    draft.emit(ResistanceGiven(survey.id, command.option, person.id, command.level, needs, ask))


@concept.decides(CloseResistance)
def close(draft: Draft, command: CloseResistance) -> None:
    """The result, to all at once."""
    survey = open_now(draft, command.survey)
    draft.emit(ResistanceClosed(survey.id, asked(draft.state, survey), left_out(draft.state)))


def _ask(draft: Draft, survey: SurveyId, ask: AskId) -> tuple[ParticipantId, Level]:
    """Whose need it is, once the survey is closed. Raises Refused (`stale`)."""
    found = draft.state.surveys.by_id.get(survey)
    if found is not None and found.closed_at is not None and ask:
        for levels in found.levels.values():
            for who, level in levels.items():
                if level.ask == ask:
                    return who, level
    raise Refused("stale", "Nobody asked for that, or the answers are not shown yet.")


def _own_ask(draft: Draft, survey: SurveyId, ask: AskId, participant: ParticipantId | None) -> Level:
    """One's own need. Raises Refused (`stale`, `not_allowed`)."""
    who, level = _ask(draft, survey, ask)
    if giver(draft, participant).id != who:
        raise Refused("not_allowed", "Only who needs it can say that.")
    return level


@concept.decides(SayBackAsk)
def say_back(draft: Draft, command: SayBackAsk) -> None:
    """What was understood; until its owner agrees it is a guess, and shown as one."""
    _, level = _ask(draft, command.survey, command.ask)
    text = sentences(command.heard)
    if level.heard_right:
        raise Refused("stale", "Who needs it has said already that it was understood.")
    if text != level.heard:
        draft.emit(AskSaidBack(command.survey, command.ask, text))


@concept.decides(ConfirmAsk)
def confirm(draft: Draft, command: ConfirmAsk) -> None:
    """Yes, that's it; or no, and the guess goes."""
    level = _own_ask(draft, command.survey, command.ask, command.participant)
    if not level.heard or level.heard != command.heard:
        raise Refused("stale", "It was said back in other words meanwhile. Read it again.")
    if not (level.heard_right and command.right):
        draft.emit(AskConfirmed(command.survey, command.ask, command.right))


@concept.decides(AnswerAsk)
def answer(draft: Draft, command: AnswerAsk) -> None:
    """What can be done about it; another answer opens the question anew."""
    _, level = _ask(draft, command.survey, command.ask)
    text = sentences(command.answer)
    if text != level.answer:
        draft.emit(AskAnswered(command.survey, command.ask, text))


@concept.decides(SayAskMet)
def say_met(draft: Draft, command: SayAskMet) -> None:
    """Met when its owner says so."""
    level = _own_ask(draft, command.survey, command.ask, command.participant)
    if command.met != level.met:
        draft.emit(AskMet(command.survey, command.ask, command.met))


def _with(state: State, survey: Survey) -> State:
    by_id = {**state.surveys.by_id, survey.id: survey}
    return state._replace(surveys=replace(state.surveys, by_id=by_id))


@concept.evolves(ResistanceOpened)
def opened(state: State, event: ResistanceOpened, recorded: Recorded) -> State:
    """Everybody is asked."""
    state = _with(
        state, Survey(event.survey, event.ideas, recorded.at, typed=event.typed, yes_no=event.yes_no)
    )
    return state._replace(surveys=replace(state.surveys, open=event.survey))


@concept.evolves(ResistanceGiven)
def given(state: State, event: ResistanceGiven, _: Recorded) -> State:
    """The last answer counts."""
    survey = state.surveys.by_id[event.survey]
    level = Level(event.level, event.needs, event.ask)
    own = {**survey.levels.get(event.option, {}), event.giver: level}
    return _with(state, replace(survey, levels={**survey.levels, event.option: own}))


@concept.evolves(ResistanceClosed)
def closed(state: State, event: ResistanceClosed, recorded: Recorded) -> State:
    """The result stands."""
    survey = state.surveys.by_id[event.survey]
    survey = replace(survey, asked=event.asked, left_out=event.left_out, closed_at=recorded.at)
    state = _with(state, survey)
    return state._replace(surveys=replace(state.surveys, open=None))


def _with_ask(state: State, survey: SurveyId, ask: AskId, change: Callable[[Level], Level]) -> State:
    now = state.surveys.by_id[survey]
    levels = {
        option: {who: change(level) if level.ask == ask else level for who, level in own.items()}
        for option, own in now.levels.items()
    }
    return _with(state, replace(now, levels=levels))


@concept.evolves(AskSaidBack)
def said_back(state: State, event: AskSaidBack, _: Recorded) -> State:
    """Said, not agreed to."""
    return _with_ask(state, event.survey, event.ask, lambda level: replace(level, heard=event.heard))


@concept.evolves(AskConfirmed)
def confirmed(state: State, event: AskConfirmed, _: Recorded) -> State:
    """Its owner has said."""
    return _with_ask(
        state,
        event.survey,
        event.ask,
        lambda level: replace(level, heard=level.heard if event.right else "", heard_right=event.right),
    )


@concept.evolves(AskAnswered)
def was_answered(state: State, event: AskAnswered, _: Recorded) -> State:
    """Its owner has not said yet whether that meets it."""
    return _with_ask(
        state, event.survey, event.ask, lambda level: replace(level, answer=event.answer, met=False)
    )


@concept.evolves(AskMet)
def was_met(state: State, event: AskMet, _: Recorded) -> State:
    """Its owner has said."""
    return _with_ask(state, event.survey, event.ask, lambda level: replace(level, met=event.met))
