"""A room made of a Polis conversation: its statements are ideas, what all groups agree on the short list.

What many said online is so carried on by people who talk. Votes stay where they were: in the room people
score for themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from app.facilitation.ideas.collecting import FEWEST_AUTHORS, MOST_IDEAS
from app.facilitation.ideas.talking import MOST_AT_ONCE
from app.facilitation.words import LONGEST_SENTENCES
from app.integrations.client import Api, ClientError

CUT = " […]"
"""What stands at the end of a statement that is longer than an idea can be."""


class OpinionRoom(NamedTuple):
    """What was made, and how many of the statements are in it."""

    facilitator_link: str
    join_link: str
    ideas: int
    of: int


def fitting(statement: str) -> str:
    """The statement on one line, as long as an idea may be."""
    line = " ".join(statement.split())
    return line if len(line) <= LONGEST_SENTENCES else line[: LONGEST_SENTENCES - len(CUT)].rstrip() + CUT


def make_room(api: Api, name: str, ranking: Sequence[str], statements: Mapping[str, str]) -> OpinionRoom:
    """Make a room with the statements as ideas, the best first as far as they fit, and open its session.

    They are in it as papers without a name: nobody in the room wrote them. Raises ClientError.
    """
    best = [each for each in ranking if statements.get(each, "").strip()][:MOST_IDEAS]
    if len(best) < FEWEST_AUTHORS:
        raise ClientError(f"Fewer than {FEWEST_AUTHORS} statements have words: that is no choice.")
    made = api.call("POST", "/rooms", {"name": name, "purpose": "advise", "setting": "mixed"})
    session = cast("Mapping[str, str]", made["session"])["id"]

    def do(command: Mapping[str, object]) -> str:
        return str(api.call("POST", f"/sessions/{session}/commands", command).get("made", ""))

    do({"do": "session.open"})
    collection = do({"do": "idea.collect", "asks": "What people said online"})
    ideas = [
        do({"do": "idea.write", "what": "proposal", "text": fitting(statements[each]), "paper": True})
        for each in best
    ]
    do({"do": "idea.publish", "collection": collection})
    do({"do": "idea.shortlist", "ideas": ideas[:MOST_AT_ONCE]})
    return OpinionRoom(
        str(made["facilitator_link"]),
        str(made["join_link"]),
        len(ideas),
        len(ranking),
    )
