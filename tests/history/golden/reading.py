"""What a log means, in figures and words that outlive any release's inner state."""

import json
from collections.abc import Iterable
from pathlib import Path

from sqlmodel import SQLModel

from app.facilitation.ids import CheckKind
from app.facilitation.state import State
from app.facilitation.views import ROOM, render
from app.history.entries import all_from
from app.history.entry import Entry
from app.history.projecting import project

FOLDER = Path(__file__).parent


def logs() -> list[Path]:
    """The golden logs of every release, oldest first."""
    return sorted(FOLDER.glob("*/*.jsonl"))


def entries_of(path: Path) -> list[Entry]:
    """The entries of one golden log."""
    return [Entry(*json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def meaning(entries: Iterable[Entry]) -> dict[str, object]:
    """The rows, figures and order that a log leads to."""
    projection = project("golden", all_from(entries))
    state = projection.state
    return {
        "seq": state.seq,
        "last_at": state.last_at,
        "session": {
            "name": state.session.name,
            "purpose": state.session.purpose.value,
            "status": state.session.status.value,
            "opened_at": state.session.opened_at,
            "ended_at": state.session.ended_at,
        },
        "floor": {
            "mode": state.floor.mode.value,
            "policy": state.floor.policy.value,
            "limit_ms": state.floor.limit_ms,
            "turns": state.floor.turns,
        },
        "hands": {
            who: [hand.asked_at, hand.overtaken, hand.ready] for who, hand in state.queue.hands.items()
        },
        "queue": list(state.queue.order),
        "devices": {each: [one.scope.value, one.name, one.revoked] for each, one in state.devices.items()},
        "figures": _figures(state),
        "participants": _plain(projection.participants),
        "turns": _plain(projection.turns),
        "utterances": _plain(projection.utterances),
        "nudges": _plain(projection.nudges),
        **_weighed(state),
    }


def _weighed(state: State) -> dict[str, object]:
    """Ideas and what people said of them, in words and counts; nothing of what a log does not hold."""
    ideas = {
        idea: [one.text, one.what.value, one.state.value, list(one.parents), one.heard, len(one.remarks)]
        for idea, one in state.ideas.by_id.items()
    }
    scores = {
        each: {
            idea: {question.value: list(one.counts) for question, one in verdict.questions.items()}
            for idea, verdict in now.results.verdicts.items()
        }
        for each, now in state.scores.rounds.items()
        if now.results is not None
    }
    checks = {
        each: [
            list(check.counts()) if check.what is not CheckKind.ranked else [],
            [[who, list(given.ranking), given.state.value] for who, given in check.answers.items()],
            *([[list(each.ranking), each.state.value] for each in check.ballots],) * bool(check.ballots),
        ]
        for each, check in state.checks.by_id.items()
    }
    surveys = {
        each: {
            option: [[who, one.level, one.answer, one.met] for who, one in levels.items()]
            for option, levels in survey.levels.items()
        }
        for each, survey in state.surveys.by_id.items()
    }
    picks = {
        each: [
            [[who, list(ideas)] for who, ideas in pick.marks.items()],
            [list(pick.chosen), list(pick.tied), pick.free],
        ]
        for each, pick in state.picks.by_id.items()
    }
    weighed: dict[str, object] = {
        "picks": picks,
        "ideas": ideas,
        "scores": scores,
        "checks": checks,
        "surveys": surveys,
    }
    weighed |= _ledger(state)
    if ideas:
        weighed["order"] = list(state.ideas.order)
    return {name: value for name, value in weighed.items() if value}


def _ledger(state: State) -> dict[str, object]:
    """Decisions as all read them, and what people know."""
    shown = render(ROOM, state).view
    return {
        "decisions": shown["decisions"] if state.decisions.by_id else {},
        "knowledge": shown["knowledge"] if state.knowledge.cards or state.knowledge.unclear else {},
    }


def _figures(state: State) -> dict[str, object]:
    figures = state.speech.figures(state.last_at, None, frozenset())
    return {
        who: {
            "talk_ms": own.talk_ms,
            "expected_ms": own.expected_ms,
            "turns": own.turns,
            "backchannels": own.backchannels,
            "longest_quiet_ms": own.longest_quiet_ms,
        }
        for who, own in figures.people.items()
    }


def _plain(rows: Iterable[SQLModel]) -> list[dict[str, object]]:
    return [row.model_dump(exclude={"session_id"}) for row in rows]
