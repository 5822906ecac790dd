"""The ledger of decisions as Markdown, one record a decision, in the order of an architecture decision record
(MADR 4): status, what was asked, the options, what came out and why, what it costs, and how it is looked at
again; with what was given up and who disagreed.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from app.facilitation.merit.questions import Question
from app.wire.decision_views import (
    ColumnView,
    DecisionsView,
    DecisionView,
    DissentView,
    GapView,
    LateWordView,
    NamedNeedView,
    OpenPointView,
)

STATES = {
    "draft": "Draft. Nobody has agreed to it yet.",
    "provisional": "Agreed, provisional: late words are open.",
    "standing": "Agreed.",
    "superseded": "Superseded by a later version.",
}
COLUMNS = {
    "chosen": "What we chose",
    "to_run": "Best to run",
    "to_live_with": "Best to live with",
    "leave": "Leave as is",
}
QUESTIONS = {
    Question.suitable: "Does it fit the need?",
    Question.feasible: "Can we really do it?",
    Question.acceptable: "Could I live with it?",
    Question.beneficial: "Would it make things better?",
}
ENDS = {"taken_up": "Taken up", "partly": "Partly", "no": "No"}
STANCES = {"agree": "agrees", "worry": "has a worry", "object": "says: this must not go ahead yet"}
CAME = {
    "better": "Better than hoped",
    "as_hoped": "As hoped",
    "worse": "Worse than hoped",
    "too_early": "Too early to say",
}
POINTS = {
    "gap": "what we give up",
    "costs": "what it costs",
    "affected": "who is affected and was not here",
    "risk": "what could go wrong",
    "review": "when we look again",
    "need": "what comes of a need",
}
BLANK = "_not said yet_"
NOTHING = "Nothing has been written down as a decision."
DONT_KNOW = "we don't know"
SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")
"""What Markdown, or HTML in it, would take for more than a letter."""


def plain(text: str) -> str:
    """Somebody's words, so that they read as they were written and as nothing else."""
    escaped = SPECIAL.sub(r"\\\1", text.replace("&", "&amp;"))
    return re.sub(r"^([-+=]|\d+[.)])", r"\\\1", escaped)


def day(at: int) -> str:
    """A date, as the whole world reads it the same."""
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d")


def markdown(session: str, ledger: DecisionsView, names: Mapping[str, str], only: str | None = None) -> str:
    """The decisions (or only the one), then "You said, we did". `names`: of people, by id."""
    parts = [f"# {plain(session)}: what we decided"]
    shown = [each for each in ledger["order"] if only in (None, each)]
    if not shown:
        parts.append(NOTHING)
    for each in shown:
        parts += _decision(ledger["by_id"][each], names, ledger["needs"]["by_id"])
    if only is None and ledger["needs"]["order"]:
        parts += [
            "## You said, we did",
            *_needs(ledger["needs"]["by_id"][n] for n in ledger["needs"]["order"]),
        ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _decision(
    decision: DecisionView, names: Mapping[str, str], needs: Mapping[str, NamedNeedView]
) -> list[str]:
    parts = [f"## {plain(decision['statement']) or BLANK}", _status(decision)]
    if decision["asks"]:
        parts.append(f"The question was: {plain(decision['asks'])}")
    parts += ["### What we chose, and beside what", _columns(decision)]
    if decision["over_the_limit"]:
        reason = plain(decision["limit_reason"]) or BLANK
        parts.append(f"It is as hard to live with as leaving things as they are. Why we chose it: {reason}")
    parts += ["### What we give up", _gaps(decision)]
    parts += ["### What it costs", _lines(decision["costs"], decision["costs_unknown"])]
    parts += ["### What could go wrong", _risks(decision)]
    if decision["conditions"]:
        parts += ["### On these conditions", _bullets(plain(each) for each in decision["conditions"])]
    parts += [
        "### Who is affected and was not here",
        _lines(decision["affected"], decision["affected_unknown"]),
    ]
    parts += _voices(decision, names)
    own = [needs[each] for each in decision["needs"] if each in needs]
    if own:
        parts += ["### What people need", *_needs(own)]
    parts += ["### When we look again", _review(decision)]
    return parts


def _status(decision: DecisionView) -> str:
    rows = [f"- Status: {STATES[decision['state']]}", f"- Version: {decision['version']}"]
    accepted = decision.get("accepted")
    if accepted is not None:
        rows += [
            f"- Date: {day(accepted['at'])}",
            f"- Agreed: {accepted['agreed']} of {accepted['answered']} who answered",
            f"- Late words until: {day(accepted['late_until_at'])}",
        ]
    origin, later = decision.get("origin"), decision.get("superseded_in")
    if origin is not None:
        rows.append(f"- Decided in meeting {origin['number']} of this room; looked at again in this one")
    if later is not None:
        rows.append(f"- Superseded in meeting {later} of this room")
    points = decision["open_points"]
    rows.append(f"- Open points: {_points(points)}")
    return "\n".join(rows)


def _points(points: list[OpenPointView]) -> str:
    if not points:
        return "none"
    counts = {what: sum(point["what"] == what for point in points) for what in POINTS}
    return ", ".join(
        f"{POINTS[what]} ({count})" if count > 1 else POINTS[what] for what, count in counts.items() if count
    )


def _columns(decision: DecisionView) -> str:
    columns: dict[str, ColumnView] = {
        "chosen": decision["columns"]["chosen"],
        "to_run": decision["columns"]["to_run"],
        "to_live_with": decision["columns"]["to_live_with"],
        "leave": decision["columns"]["leave"],
    }
    rows = [
        ["Middle answers, 1 to 5", *(COLUMNS[name] for name in columns)],
        ["---"] * (len(columns) + 1),
        ["", *(plain(column["text"]) or "-" for column in columns.values())],
    ]
    for place, question in enumerate(Question):
        marks = [column["marks"][place] if column["marks"] else 0 for column in columns.values()]
        rows.append([QUESTIONS[question], *(str(mark) if mark else "-" for mark in marks)])
    if any("acceptance" in column for column in columns.values()):
        shares = [
            f"{column['acceptance']:g} %" if "acceptance" in column else "-" for column in columns.values()
        ]
        rows.append(["Easy to live with", *shares])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _gaps(decision: DecisionView) -> str:
    gaps = [decision["gaps"]["by_id"][each] for each in decision["gaps"]["order"]]
    if not gaps:
        return "Nothing, next to any of these."
    rows = [["What do we lose?", "Next to", "Who bears it?", "Were they asked?"], ["---"] * 4]
    rows += [
        [_part(gap, "lost"), COLUMNS[gap["against"]], _part(gap, "bears"), _part(gap, "asked")]
        for gap in gaps
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _part(gap: GapView, part: str) -> str:
    text = {"lost": gap["lost"], "bears": gap["bears"], "asked": gap["asked"]}[part]
    dont_know = DONT_KNOW if part in gap["unknown"] else ""
    return ". ".join(each for each in (plain(text), dont_know) if each) or BLANK


def _risks(decision: DecisionView) -> str:
    risks = [decision["risks"]["by_id"][each] for each in decision["risks"]["order"]]
    if not risks:
        return "Nothing was named."
    rows = [["Risk", "How likely, 1 to 5", "How bad, 1 to 5", "Looks after it", "How"], ["---"] * 5]
    rows += [
        [
            plain(risk["text"]),
            str(risk["likelihood"] or BLANK),
            str(risk["impact"] or BLANK),
            plain(risk["owner"]) or BLANK,
            plain(risk["mitigation"]) or BLANK,
        ]
        for risk in risks
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _lines(lines: list[str], unknown: bool) -> str:
    said = [plain(line) for line in lines] + ([DONT_KNOW] if unknown else [])
    return _bullets(said) if said else BLANK


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _voices(decision: DecisionView, names: Mapping[str, str]) -> list[str]:
    parts: list[str] = []
    dissents = [decision["dissents"]["by_id"][each] for each in decision["dissents"]["order"]]
    if dissents:
        parts += ["### Not everyone agreed", _bullets(_dissent(one, names) for one in dissents)]
    late = decision["late"]
    if late["agree"] or late["worry"] or late["object"]:
        parts += [
            "### Late words",
            f"{late['agree']} agreed, {late['worry']} had a worry, {late['object']} objected.",
            _bullets(_late_word(late["by_id"][each], names) for each in late["order"]),
        ]
    return parts


def _dissent(one: DissentView, names: Mapping[str, str]) -> str:
    who = _who(one.get("name", names.get(one.get("by", ""), "")))
    needs = f" Could come along with: {plain(one['needs'])}" if one["needs"] else ""
    return f"“{plain(one['text'])}” ({who}).{needs}"


def _late_word(word: LateWordView, names: Mapping[str, str]) -> str:
    who = _who(word.get("name", names.get(word.get("by", ""), "")))
    answered = f" Answer: {plain(word['answer'])}" if "answer" in word else ""
    return f"{STANCES[word['stance']]}: “{plain(word['text'])}” ({who}).{answered}"


def _who(name: str) -> str:
    return plain(name) or "name not shown"


def _needs(needs: Iterable[NamedNeedView]) -> list[str]:
    rows = [["You said", "We did", "Because", "Who sees to it", "By"], ["---"] * 5]
    rows += [
        [
            plain(need["text"]),
            ENDS[need["end"]] if "end" in need else BLANK,
            plain(need.get("because", "")) or "-",
            plain(need.get("owner", "")) or "-",
            day(need["by_at"]) if "by_at" in need else "-",
        ]
        for need in needs
    ]
    return ["\n".join(f"| {' | '.join(row)} |" for row in rows)]


def _review(decision: DecisionView) -> str:
    when = day(decision["review_at"]) if "review_at" in decision else BLANK
    lines = [f"{when}. {plain(decision['review_how'])}".rstrip()]
    sure = decision["sure"]
    if "lowest" in sure:
        span = f"{sure['lowest']} to {sure['highest']} %, the middle answer {sure['middle']} %"
        lines.append(f"How sure we were: {span}.")
    lines += [
        f"{day(review['at'])}: {CAME[review['came']]}. {plain(review['text'])}"
        for review in decision["reviews"]
    ]
    return "\n\n".join(lines)
