"""A meeting told over REST, as a program tells it; its clock stands where it was moved to."""

import time
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from app.facilitation.merit.questions import Question
from app.integrations.client import Api

SEATED = (
    "Amina Yusuf",
    "Ben Cole",
    "Chloe Marsh",
    "Dee Okafor",
    "Ravi Nair",
    "Sana Iqbal",
    "Joan Reid",
    "Omar Haddad",
    "יעל כהן-לוי",
    "Maximiliana von Hohenstein-Oberlandquart",
    "Nguyễn Thị Minh Khai",
)
"""People without a device; among them names that are long, or written from right to left."""


Founded: TypeAlias = tuple[int, Mapping[str, Any]]
"""When the driven clock of a room's first session began (ms), and what the server said of the room."""


def _founded(api: Api, name: str, people: Sequence[str]) -> Founded:
    now = time.time_ns() // 1_000_000
    room = {
        "name": name,
        "purpose": "decide",
        "setting": "mixed",
        "people": [{"name": one} for one in people],
        "clock": {"kind": "driven", "start_at": now, "rate": 1},
    }
    return now, api.call("POST", "/rooms", room)


class Meeting:
    """A session on a driven clock, and who is in it. `made`: its room was made on a page, not here."""

    def __init__(
        self, api: Api, name: str, people: Sequence[str] = (), *, made: Founded | None = None
    ) -> None:
        self._api = api
        self.now, room = made or _founded(api, name, people)
        self.session_id = str(room["session"]["id"])
        self.code = str(room["room"]["code"])
        self.facilitator_link = str(room["facilitator_link"])
        self.join_link = str(room["join_link"])

    def id_of(self, name: str) -> str:
        """Under which id somebody of this name is here."""
        listed: Mapping[str, Any] = self._api.call("GET", f"/sessions/{self.session_id}/participants")
        return next(str(one["id"]) for one in listed["participants"] if one["name"] == name)

    def do(self, command: str, **more: object) -> None:
        """Send a command."""
        self._api.call("POST", f"/sessions/{self.session_id}/commands", {"do": command, **more})

    def joins(self, name: str, place: str = "in_room") -> str:
        """Somebody comes in with a device; their token."""
        door = {"code": self.code, "name": name, "place": place}
        return str(self._api.call("POST", "/join", door)["token"])

    def does_as(self, token: str, command: str, **more: object) -> None:
        """Send a command as who holds the token."""
        self._api.call("POST", f"/sessions/{self.session_id}/commands", {"do": command, **more}, token=token)

    def reads(self, section: str) -> Mapping[str, Any]:
        """A part of what all may see of the session."""
        read: Mapping[str, Any] = self._api.call("GET", f"/sessions/{self.session_id}/{section}")
        return read

    def passes(self, seconds: float) -> None:
        """Let this much of the session's time pass."""
        self.now += round(seconds * 1000)
        self.do("clock.advance", to_at=self.now)

    def gives_floor(self, name: str) -> None:
        """Somebody gets the floor; whoever had it is thanked."""
        turn = self._turn()
        after = {} if turn is None else {"after": turn}
        self.do("turn.give", participant=self.id_of(name), **after)

    def ends_turn(self) -> None:
        """Whoever has the floor is thanked."""
        self.do("turn.end", turn=self._turn())

    def _turn(self) -> str | None:
        floor: Mapping[str, Any] = self._api.call("GET", f"/sessions/{self.session_id}/floor")
        turn = floor.get("turn")
        return None if turn is None else str(turn["id"])

    def raises_hand(self, name: str) -> None:
        """A hand for somebody."""
        self.do("hand.raise", participant=self.id_of(name))

    def scores(self, sheets: Sequence[Sequence[int]], *, token: str = "", participant: str = "") -> None:
        """What one person gives the ideas that are being scored, on the four questions: who holds the token,
        or somebody without a device.
        """
        open_now = self.reads("scores")["open"]
        whose = {"participant": participant} if participant else {}
        for idea, given in zip(open_now["ideas"], sheets, strict=True):
            for question, score in zip(Question, given, strict=True):
                command = {"round": open_now["id"], "idea": idea, "question": question.value, "score": score}
                if token:
                    self.does_as(token, "score.give", **command)
                else:
                    self.do("score.give", **command, **whose)

    def cuts_off(self, name: str, by: str) -> None:
        """Somebody speaks, another begins, the first stops and the other goes on, in open mode."""
        from_at, first, other = self.now, self.id_of(name), self.id_of(by)
        self.passes(10)
        spoken = ((first, 0, 4_000), (other, 3_500, 9_000))
        self._api.call(
            "POST",
            f"/sessions/{self.session_id}/speech",
            {
                "utterances": [
                    {"participant": who, "from_at": from_at + start, "to_at": from_at + end}
                    for who, start, end in spoken
                ]
            },
        )

    def speaks(self, name: str, seconds: float) -> None:
        """Somebody is heard for this long, in open mode."""
        who = self.id_of(name)
        from_at = self.now
        self.passes(seconds)
        self._api.call(
            "POST",
            f"/sessions/{self.session_id}/speech",
            {"utterances": [{"participant": who, "from_at": from_at, "to_at": self.now}]},
        )
