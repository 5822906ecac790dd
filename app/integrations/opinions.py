"""What a conversation's votes say: opinion groups, and the statements that all of them agree on."""

from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, TypedDict

from app.facilitation.merit.bridging import Votes, bridge
from app.integrations.polis import Conversation, PolisError, Voter

Grouping = Literal["given", "found"]

CLEAR = 0.1
"""Below this silhouette groups are no clearer than in votes that were shuffled: in four real conversations
those of the votes had .13 to .25, and those of the same votes shuffled within each statement .01 to .08."""

PLACES = 6
"""Figures are given to six places, and statements that are equal in them are tied."""


class GroupVotes(TypedDict):
    """How one group voted on one statement; `seen` counts agree, disagree and pass."""

    agree: int
    disagree: int
    seen: int


class StatementFigures(TypedDict):
    """One statement: group-informed consensus, its G-th root, the group that agrees least, and the votes."""

    group_informed_consensus: float
    root: float
    lowest_group: float
    groups: dict[str, GroupVotes]


class Opinions(TypedDict):
    """`groups`: group -> participants; `ranking`: statements, best first, ties in the order of the file.

    `silhouette` is there where groups were found: how clear they are, from 0 on (`CLEAR`).
    """

    groups: dict[str, list[str]]
    ranking: list[str]
    figures: dict[str, StatementFigures]
    silhouette: NotRequired[float]


def opinions(conversation: Conversation, groups: Grouping) -> Opinions:
    """The figures of a conversation. Raises PolisError where it has no groups to be given, and ImportError
    where groups are to be found without numpy.
    """
    if all(vote is None for voter in conversation.voters for vote in voter.votes):
        raise PolisError("Nobody in the file voted, so there is nothing to rank.")
    silhouette = None
    if groups == "given":
        members = given_groups(conversation)
    else:
        members, silhouette = found_groups(conversation)
    figures: dict[str, StatementFigures] = {}
    for place, statement in enumerate(conversation.statements):
        votes = {group: _votes(own, place) for group, own in members.items()}
        found = bridge(Votes(one["agree"], one["seen"]) for one in votes.values())
        if found is None:
            raise PolisError("Nobody in the file voted, so there is nothing to rank.")
        figures[statement] = StatementFigures(
            group_informed_consensus=round(found.product, PLACES),
            root=round(found.root, PLACES),
            lowest_group=round(found.lowest, PLACES),
            groups=votes,
        )
    said = Opinions(
        groups={group: [voter.participant for voter in own] for group, own in members.items()},
        ranking=sorted(figures, key=lambda s: -figures[s]["group_informed_consensus"]),
        figures=figures,
    )
    if silhouette is not None:
        said["silhouette"] = round(silhouette, PLACES)
    return said


def given_groups(conversation: Conversation) -> dict[str, list[Voter]]:
    """The groups of the export itself. Raises PolisError where it has none."""
    if not conversation.grouped:
        raise PolisError(
            "The file does not say who is in which group; say --groups found to look for groups."
        )
    groups: dict[str, list[Voter]] = {}
    for voter in conversation.voters:
        if voter.group:
            groups.setdefault(voter.group, []).append(voter)
    return dict(sorted(groups.items()))


def found_groups(conversation: Conversation) -> tuple[dict[str, list[Voter]], float]:
    """Our own groups, "0" the largest, and their silhouette; who voted too little is in none.

    The order of rows changes nothing.
    """
    from app.integrations.found_groups import find_groups  # noqa: PLC0415 -- numpy is heavy, and optional

    voters = sorted(conversation.voters, key=lambda voter: voter.participant)
    groups: dict[str, list[Voter]] = {}
    found = find_groups([voter.votes for voter in voters])
    for voter, label in zip(voters, found.labels, strict=True):
        if label is not None:
            groups.setdefault(str(label), []).append(voter)
    return _in_file_order(conversation, groups), found.silhouette


def _in_file_order(
    conversation: Conversation, groups: Mapping[str, Sequence[Voter]]
) -> dict[str, list[Voter]]:
    place = {voter.participant: place for place, voter in enumerate(conversation.voters)}
    return {
        group: sorted(own, key=lambda voter: place[voter.participant])
        for group, own in sorted(groups.items())
    }


def _votes(voters: Sequence[Voter], place: int) -> GroupVotes:
    cast = [voter.votes[place] for voter in voters]
    return GroupVotes(agree=cast.count(1), disagree=cast.count(-1), seen=len(cast) - cast.count(None))
